/// Brings one mirror of a file to new values, field by field: keys we do not know, comments, quotes and order stay.
struct MirrorItemEdit {
    let source: SourceText
    let place: MirrorPlace
    let listIndent: Int

    private var mappings: MappingEdit { MappingEdit(source: source) }

    /// - Parameter item: a mapping, not an alias.
    func splices(_ item: YAMLNode, to fields: MirrorFields) throws(ClusterConfigEditError) -> [ByteSplice] {
        let keys = place.keys
        // Removing two neighbours in flow style would take the comma between them twice.
        if item.isFlow, keys.count(where: { item.entry($0) != nil && fields[$0] == nil }) > 1 {
            return [ByteSplice(range: item.place.range, bytes: Array(fields.flow.utf8))]
        }
        var splices: [ByteSplice] = []
        var previous: YAMLEntry?
        for key in keys {
            let entry = item.entry(key)
            switch (entry, fields[key]) {
            case (nil, nil): break
            case (let entry?, nil):
                // `caCertPath: ""` says nothing already.
                if entry.value.saysNothing { break }
                splices.append(try mappings.remove(entry, from: item))
                continue
            case (let entry?, let value?):
                splices += try change(entry, in: item, to: MirrorFields.Field(key: key, value: value))
            case (nil, let value?):
                let field = MirrorFields.Field(key: key, value: value)
                splices.append(
                    try mappings.insert(
                        lines: field.lines(listIndent: listIndent),
                        flow: field.flow,
                        into: item,
                        previous.map { .after($0) } ?? .anywhere
                    )
                )
            }
            previous = entry ?? previous
        }
        return splices
    }

    private func change(
        _ entry: YAMLEntry,
        in item: YAMLNode,
        to field: MirrorFields.Field
    ) throws(ClusterConfigEditError) -> [ByteSplice] {
        switch field.value {
        case .text(let text):
            if entry.value.text == text { return [] }
            if let scalar = entry.value.scalar, !entry.value.isNull {
                return [replacement(of: entry.value, scalar, with: text, inFlow: item.isFlow)]
            }
        case .secret(let reference):
            if let splices = change(entry.value, to: reference, inFlow: item.isFlow) { return splices }
        case .list(let texts):
            if let items = entry.value.items, items.map(\.text) == texts { return [] }
            if let elements = elements(entry.value, to: texts) {
                return try SequenceEdit(source: source).splices(entry, elements)
            }
        }
        return [
            try mappings.replace(entry, in: item, lines: field.lines(listIndent: listIndent), flow: field.flow)
        ]
    }

    /// `nil` when the reference has to be written anew.
    private func change(_ node: YAMLNode, to reference: SecretReference, inFlow: Bool) -> [ByteSplice]? {
        guard let name = node["name"], let namespace = node["namespace"] else { return nil }
        if name.text == reference.name, namespace.text == reference.namespace { return [] }
        guard !node.isAlias, let nameScalar = name.scalar, let namespaceScalar = namespace.scalar, !name.isNull,
            !namespace.isNull
        else { return nil }
        let inFlow = inFlow || node.isFlow
        return [
            replacement(of: name, nameScalar, with: reference.name, inFlow: inFlow),
            replacement(of: namespace, namespaceScalar, with: reference.namespace, inFlow: inFlow),
        ].filter { Array(source.bytes[$0.range]) != $0.bytes }
    }

    /// The scalar in its own style with another text; itself where it has that text.
    private func replacement(
        of node: YAMLNode,
        _ scalar: YAMLScalar,
        with text: String,
        inFlow: Bool
    ) -> ByteSplice {
        let range = node.place.range
        if scalar.text == text { return ByteSplice(range: range, bytes: Array(source.bytes[range])) }
        let style: YAMLScalar.Style = node.isAlias ? .plain : scalar.style
        return ByteSplice(range: range, bytes: Array(YAMLText.scalar(text, like: style, inFlow: inFlow).utf8))
    }

    /// Hosts that stay keep their lines; `nil` when the list has to be written anew.
    private func elements(_ list: YAMLNode, to texts: [String]) -> [SequenceElement]? {
        guard !list.isAlias, let items = list.items, !items.isEmpty, items.allSatisfy({ $0.scalar != nil }) else {
            return nil
        }
        var unused = Array(items.indices)
        return texts.map { text in
            guard let position = unused.firstIndex(where: { items[$0].text == text }) else {
                return .added(
                    lines: ["- \(YAMLText.scalar(text))"],
                    flow: YAMLText.scalar(text, inFlow: true)
                )
            }
            return .kept(index: unused.remove(at: position), edits: [])
        }
    }
}

extension YAMLNode {
    /// Null, empty text or an empty list.
    fileprivate var saysNothing: Bool { isNull || text == "" || items?.isEmpty == true }
}
