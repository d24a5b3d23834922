/// Guards that look at the rest of the file.
extension EditGuards {
    /// A private registry among the mirrors, or a mirror among the private registries: neither has an effect there.
    @Sendable static func confusedLists(_ edit: IntendedEdit) -> [EditConcern] {
        guard edit.changes else { return [] }
        let intended = edit.mirrors.flatMap { [$0.endpoint.url, $0.endpoint.hostAndPort] }
        return edit.config.notes.compactMap { note in
            switch note.key {
            case "cluster.note.registryMeant": return EditConcern(.refusal, "registryMeant", note.arguments)
            case "cluster.note.mirrorMeant":
                // Where it becomes a mirror with this edit, only the old entry is left to delete.
                let becomesMirror = intended.contains(note.arguments["endpoint"] ?? "")
                return EditConcern(
                    becomesMirror ? .warning : .refusal,
                    becomesMirror ? "mirrorLeftOver" : "mirrorMeant",
                    note.arguments
                )
            default: return nil
            }
        }
    }

    /// Mirrors that stand in the header of a user cluster which exists already.
    @Sendable static func headerMirrorsOfUserCluster(_ edit: IntendedEdit) -> [EditConcern] {
        guard edit.type == .user, edit.operation == .update, edit.place == .spec, !edit.headerCounts,
            let header = edit.config.header, header.registryMirrors?.isEmpty == false
        else { return [] }
        return [EditConcern(.warning, "headerMirrorsOfUserCluster", ["line": "\(header.line)"])]
    }

    /// A user cluster's mirrors in header and spec, where both count: which of them wins is not published.
    @Sendable static func mirrorsInBothPlaces(_ edit: IntendedEdit) -> [EditConcern] {
        let other: MirrorPlace = edit.place == .header ? .spec : .header
        guard edit.type == .user, edit.operation == .update, edit.headerCounts, !edit.mirrors.isEmpty,
            !edit.config.registryMirrors(at: other).isEmpty
        else { return [] }
        return [EditConcern(.warning, "mirrorsInBothPlaces", edit.headerArguments)]
    }

    /// One warning for each reason, whatever the number of keys: a generated file has five of them.
    @Sendable static func unusablePaths(_ edit: IntendedEdit) -> [EditConcern] {
        let paths = edit.config.header?.paths ?? []
        return HeaderPathProblem.allCases.compactMap { problem in
            let found = paths.filter { HeaderPathProblem($0.path) == problem }
            return named(problem.rawValue, found.map { ($0.key, $0.path) })
        }
    }

    @Sendable static func pathsWithoutFile(_ edit: IntendedEdit) -> [EditConcern] {
        PathFact.State.allCases.filter { $0 != .file }.compactMap { state in
            named(state.rawValue, edit.pathFacts.filter { $0.state == state }.map { ($0.key, $0.path) })
        }
    }

    private static func named(_ id: String, _ paths: [(key: String, path: String)]) -> EditConcern? {
        if paths.isEmpty { return nil }
        let list = paths.map { "\($0.key): \($0.path)" }.joined(separator: ", ")
        return EditConcern(.warning, "path.\(id)", ["paths": list, "count": "\(paths.count)"])
    }

    /// A mirror of the file whose path lacks `/v2`, and which stays.
    @Sendable static func presentWithoutV2(_ edit: IntendedEdit) -> [EditConcern] {
        let other: MirrorPlace = edit.place == .header ? .spec : .header
        return edit.config.registryMirrors(at: other).compactMap { draft in
            guard case .invalid(let issues) = validate([draft], for: other),
                let issue = issues.first(where: { $0.id == "endpoint.noV2" })
            else { return nil }
            return EditConcern(
                .warning,
                "presentWithoutV2",
                ["endpoint": draft.url, "fixed": issue.arguments["fixed"] ?? ""]
            )
        }
    }
}
