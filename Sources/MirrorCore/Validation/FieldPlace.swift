/// Which fields of a mirror a place can hold: the header paths on the admin workstation, the spec Secrets.
///
/// One rule for every way in which a mirror is given: what cannot be written is never dropped in silence.
extension MirrorPlace {
    /// What takes the place of a field that this one cannot hold; `nil` for one that it can.
    package func substitute(for field: DraftField) -> DraftField? {
        switch (self, field) {
        case (.spec, .caCertPath): .caCertSecret
        case (.spec, .pullCredentialConfigPath): .pullCredentialSecret
        case (.header, .caCertSecret): .caCertPath
        case (.header, .pullCredentialSecret): .pullCredentialConfigPath
        default: nil
        }
    }
}

extension MirrorDraft {
    /// A field that is filled in and has no place.
    package struct Unplaced: Equatable, Sendable {
        package let field: DraftField
        package let text: String
        /// The field that says the same there is filled in, too.
        package let isReplaced: Bool
    }

    package func unplaced(at place: MirrorPlace) -> [Unplaced] {
        DraftField.allCases.compactMap { field in
            guard let substitute = place.substitute(for: field), let text = self[field], !text.isEmpty else {
                return nil
            }
            return Unplaced(field: field, text: text, isReplaced: self[substitute]?.isEmpty == false)
        }
    }

    /// `nil` for what is no single text of a mirror.
    private subscript(_ field: DraftField) -> String? {
        switch field {
        case .caCertPath: caCertPath
        case .pullCredentialConfigPath: pullCredentialConfigPath
        case .caCertSecret: caCertSecret
        case .pullCredentialSecret: pullCredentialSecret
        case .clusterConfig, .endpoint, .mirrorNamespace, .hosts: nil
        }
    }
}

/// What of mirrors that were given has no place: an issue for each field, with what takes its place.
package func unplaced(_ drafts: [MirrorDraft], at place: MirrorPlace) -> [ValidationIssue] {
    drafts.enumerated().flatMap { index, draft in
        draft.unplaced(at: place).map {
            ValidationIssue(
                mirror: index,
                field: $0.field,
                id: "place.\($0.field.rawValue)",
                arguments: ["text": $0.text]
            )
        }
    }
}

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

extension EditGuards {
    /// Keys of the file's mirrors that nobody reads where they stand.
    @Sendable static func keysOfOtherPlace(_ edit: IntendedEdit) -> [EditConcern] {
        edit.config.registryMirrors(at: edit.place).flatMap { draft in
            draft.unplaced(at: edit.place).map {
                EditConcern(
                    .warning,
                    "unread.\($0.field.rawValue)",
                    ["endpoint": draft.url, "text": $0.text]
                )
            }
        }
    }
}

extension EditConcern {
    /// What a draft holds besides for the other place, and what is not said otherwise.
    package static func unwritten(_ drafts: [MirrorDraft], at place: MirrorPlace) -> [EditConcern] {
        drafts.flatMap { draft in
            draft.unplaced(at: place).filter { !$0.isReplaced }.map {
                EditConcern(
                    .warning,
                    "unwritten.\($0.field.rawValue)",
                    ["endpoint": draft.url, "text": $0.text]
                )
            }
        }
    }
}
