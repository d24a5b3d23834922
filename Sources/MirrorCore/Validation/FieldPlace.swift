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
