/// The keys of one mirror as they are written at a place, in the order in which they are written.
struct MirrorFields: Equatable, Sendable {
    enum Value: Equatable, Sendable {
        case text(String)
        case secret(SecretReference)
        case list([String])
    }

    struct Field: Equatable, Sendable {
        let key: String
        let value: Value
    }

    let fields: [Field]

    /// `nil` when the CA or the credentials come from where this place cannot name them.
    init?(_ mirror: RegistryMirror, at place: MirrorPlace) {
        let keys = place.keys
        var fields = [Field(key: keys[0], value: .text(mirror.endpoint.url))]
        for (key, source) in [(keys[1], mirror.caCert), (keys[2], mirror.pullCredential)] {
            switch (source, place) {
            case (nil, _): break
            case (.file(let path), .header): fields.append(Field(key: key, value: .text(path)))
            case (.secret(let reference), .spec): fields.append(Field(key: key, value: .secret(reference)))
            default: return nil
            }
        }
        if !mirror.hosts.isEmpty { fields.append(Field(key: keys[3], value: .list(mirror.hosts.map(\.name)))) }
        self.fields = fields
    }

    subscript(key: String) -> Value? { fields.first { $0.key == key }?.value }

    /// One item of the list in block style, not indented; items of lists are `listIndent` right of their key.
    func lines(listIndent: Int) -> [String] {
        fields.flatMap { $0.lines(listIndent: listIndent) }.enumerated().map { index, line in
            (index == 0 ? "- " : "  ") + line
        }
    }

    var flow: String { "{" + fields.map(\.flow).joined(separator: ", ") + "}" }
}

extension MirrorFields.Field {
    func lines(listIndent: Int) -> [String] {
        switch value {
        case .text(let text): ["\(key): \(YAMLText.scalar(text))"]
        case .secret(let reference):
            [
                "\(key):", "  name: \(YAMLText.scalar(reference.name))",
                "  namespace: \(YAMLText.scalar(reference.namespace))",
            ]
        case .list(let items):
            ["\(key):"] + items.map { String(repeating: " ", count: listIndent) + "- \(YAMLText.scalar($0))" }
        }
    }

    var flow: String {
        switch value {
        case .text(let text): return "\(key): \(YAMLText.scalar(text, inFlow: true))"
        case .secret(let reference):
            let name = YAMLText.scalar(reference.name, inFlow: true)
            return "\(key): {name: \(name), namespace: \(YAMLText.scalar(reference.namespace, inFlow: true))}"
        case .list(let items):
            return "\(key): [" + items.map { YAMLText.scalar($0, inFlow: true) }.joined(separator: ", ") + "]"
        }
    }
}
