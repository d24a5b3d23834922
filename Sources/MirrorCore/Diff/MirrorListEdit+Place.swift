extension MirrorListEdit {
    /// What single changes name and the place cannot hold.
    package static func unplaced(_ edits: [MirrorListEdit], at place: MirrorPlace) -> [ValidationIssue] {
        edits.flatMap(\.steps).compactMap { step in
            let (name, text): (String, String)
            switch step {
            case .set(let field, let value): (name, text) = (field, value)
            case .unset(let field): (name, text) = (field, "")
            default: return nil
            }
            guard let field = DraftField(rawValue: name), place.substitute(for: field) != nil else { return nil }
            return ValidationIssue(field: field, id: "place.\(name)", arguments: ["text": text.isEmpty ? name : text])
        }
    }
}
