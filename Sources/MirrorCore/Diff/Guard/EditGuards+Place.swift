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
