import Texts

/// Changes of single mirrors of a list, as a command line names them: `--mirror 1 --set endpoint=https://h:5000`.
package struct MirrorListEdit: Equatable, Sendable {
    enum Step: Equatable, Sendable {
        case set(field: String, value: String)
        case unset(field: String)
        case addHost(String)
        case removeHost(String)
        /// From 1.
        case move(String)
        case drop
    }

    /// A number from 1, or the URL as the file has it.
    let selector: String
    var steps: [Step] = []

    /// Each `--mirror` begins an edit; what follows is its own. Everything else is passed over.
    package static func edits(from words: [String]) -> [MirrorListEdit] {
        var edits: [MirrorListEdit] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? ""
            if name == "--drop" {
                edits.indices.last.map { edits[$0].steps.append(.drop) }
                continue
            }
            guard name == "--mirror" || makers[name] != nil else { continue }
            guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else { break }
            if name == "--mirror" {
                edits.append(MirrorListEdit(selector: value))
            } else if let last = edits.indices.last, let step = makers[name]?(value) {
                edits[last].steps.append(step)
            }
        }
        return edits
    }

    private static let makers: [String: @Sendable (String) -> Step] = [
        "--set": { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return .set(field: parts.first ?? "", value: parts.count == 2 ? parts[1] : "")
        },
        "--unset": { .unset(field: $0) }, "--add-host": { .addHost($0) }, "--remove-host": { .removeHost($0) },
        "--move-to": { .move($0) },
    ]
}

/// Why such an edit cannot be made.
package enum MirrorListEditError: Error, Equatable, Sendable {
    case noSuchMirror(String, count: Int)
    case noSuchField(String)
    case noSuchHost(String)
    case noSuchPosition(String, count: Int)

    package var problem: Phrase {
        switch self {
        case .noSuchMirror(let text, let count): Phrase("listEdit.noSuchMirror", ["text": text, "count": "\(count)"])
        case .noSuchField(let text):
            Phrase("listEdit.noSuchField", ["text": text, "names": MirrorListEdit.fieldNames.joined(separator: ", ")])
        case .noSuchHost(let text): Phrase("listEdit.noSuchHost", ["text": text])
        case .noSuchPosition(let text, let count):
            Phrase("listEdit.noSuchPosition", ["text": text, "count": "\(count)"])
        }
    }
}

extension MirrorListEdit {
    static let fieldNames = [
        "endpoint", "namespace", "hosts", "caCertPath", "pullCredentialConfigPath", "caCertSecret",
        "pullCredentialSecret",
    ]

    /// Numbers count in the list as it was, until a mirror is moved to one.
    package static func apply(
        _ edits: [MirrorListEdit],
        to drafts: [MirrorDraft]
    ) throws(MirrorListEditError) -> [MirrorDraft] {
        var items = drafts.enumerated().map { (number: $0.offset + 1, draft: $0.element) }
        for edit in edits {
            let isNumber = Int(edit.selector) != nil
            guard
                var at = items.firstIndex(where: { item in
                    let original = drafts[item.number - 1]
                    return isNumber
                        ? "\(item.number)" == edit.selector
                        : original.url == edit.selector || original.endpoint == edit.selector
                })
            else { throw .noSuchMirror(edit.selector, count: drafts.count) }
            steps: for step in edit.steps {
                switch step {
                case .drop:
                    items.remove(at: at)
                    break steps
                case .move(let text):
                    guard let position = Int(text), (1...items.count).contains(position) else {
                        throw .noSuchPosition(text, count: items.count)
                    }
                    items.insert(items.remove(at: at), at: position - 1)
                    at = position - 1
                case .set(let field, let value): try set(field, value, in: &items[at].draft)
                case .unset(let field): try set(field, "", in: &items[at].draft)
                case .addHost(let host): items[at].draft.hosts.append(host)
                case .removeHost(let host):
                    guard let index = items[at].draft.hosts.firstIndex(of: host) else { throw .noSuchHost(host) }
                    items[at].draft.hosts.remove(at: index)
                }
            }
        }
        return items.map(\.draft)
    }

    private static func set(
        _ field: String,
        _ value: String,
        in draft: inout MirrorDraft
    ) throws(MirrorListEditError) {
        switch field {
        case "endpoint":
            let namespace = draft.mirrorNamespace
            draft.mirrorNamespace = ""
            draft.setEndpoint(value)
            // A URL without a namespace names another server, not another path.
            if draft.mirrorNamespace.isEmpty { draft.mirrorNamespace = namespace }
        case "namespace": draft.mirrorNamespace = value
        case "hosts": draft.hosts = value.split(separator: ",").map { String($0).trimmingBlanks }
        case "caCertPath": draft.caCertPath = value
        case "pullCredentialConfigPath": draft.pullCredentialConfigPath = value
        case "caCertSecret": draft.caCertSecret = value
        case "pullCredentialSecret": draft.pullCredentialSecret = value
        default: throw .noSuchField(field)
        }
    }
}
