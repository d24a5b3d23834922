/// One edit of one file.
struct ClusterConfigEdit {
    let source: SourceText
    let documents: [YAMLDocument]
    let place: MirrorPlace
    let fields: [MirrorFields]
    let intended: [MirrorDraft]
    let indentation: FileIndentation
    let isTemplate: Bool
    /// For each intended mirror, the one in the file it comes from.
    private(set) var origins: [Int?] = []

    init(
        source: SourceText,
        place: MirrorPlace,
        mirrors: [RegistryMirror],
        isTemplate: Bool
    ) throws(ClusterConfigEditError) {
        var fields: [MirrorFields] = []
        for (index, mirror) in mirrors.enumerated() {
            guard let written = MirrorFields(mirror, at: place) else { throw .otherPlace(mirror: index) }
            fields.append(written)
        }
        self.source = source
        self.place = place
        self.isTemplate = isTemplate
        self.fields = fields
        intended = mirrors.map { MirrorDraft($0) }
        var indentation = FileIndentation()
        do {
            documents = try Self.read(source.bytes, isTemplate: isTemplate) { indentation.add($0) }
        } catch {
            throw .notYAML(error)
        }
        self.indentation = indentation
    }

    /// Keeps the trees of headers and Clusters only: the others have to be equal before and after, no more.
    static func read(
        _ bytes: [UInt8],
        isTemplate: Bool,
        visit: (YAMLNode) -> Void = { _ in }
    ) throws(YAMLError) -> [YAMLDocument] {
        try readYAML(isTemplate ? TemplateMask(bytes).bytes : bytes) { root in
            visit(root)
            let kind = ClusterConfigDocuments.Kind(root)
            return kind == .header || kind == .cluster
        }
    }

    mutating func splices() throws(ClusterConfigEditError) -> [ByteSplice] {
        let target = try MirrorTarget(documents, place: place)
        switch target {
        case .present(let entry, let parent):
            return try change(entry, in: parent)
        case .absent(let parent):
            if fields.isEmpty { return [] }
            return [
                try MappingEdit(source: source).insert(lines: blockLines, flow: blockFlow, into: parent, .anywhere)
            ]
        case .noNodeConfig(let spec):
            if fields.isEmpty { return [] }
            return [
                try MappingEdit(source: source).insert(
                    lines: nodeConfigLines,
                    flow: "nodeConfig: {\(blockFlow)}",
                    into: spec,
                    .anywhere
                )
            ]
        case .emptyNodeConfig(let entry, let spec):
            if fields.isEmpty { return [] }
            return try fill(entry, in: spec, lines: nodeConfigLines, flow: "nodeConfig: {\(blockFlow)}")
        case .noHeader:
            if fields.isEmpty { return [] }
            return [try HeaderDocumentEdit(source: source, documents: documents).create(blockLines)]
        }
    }

    private mutating func change(_ entry: YAMLEntry, in parent: YAMLNode) throws(ClusterConfigEditError) -> [ByteSplice]
    {
        let items = entry.value.items ?? []
        let present = items.map { MirrorDraft($0).fields(at: place) }
        origins = MirrorMatching.match(intended, with: present)
        if present == intended, items.allSatisfy({ $0.entries != nil }) { return [] }
        if fields.isEmpty { return try remove(entry, from: parent) }
        if entry.value.isAlias { throw .alias(line: Int(entry.value.place.line)) }
        try refuseRepeatedKeys(in: items)
        if items.isEmpty { return try fill(entry, in: parent, lines: blockLines, flow: blockFlow) }
        let itemEdit = MirrorItemEdit(source: source, place: place, listIndent: indentation.list)
        var elements: [SequenceElement] = []
        for (index, field) in fields.enumerated() {
            guard let origin = origins[index], items[origin].entries != nil else {
                elements.append(.added(lines: field.lines(listIndent: indentation.list), flow: field.flow))
                continue
            }
            if present[origin] == intended[index] {
                elements.append(.kept(index: origin, edits: []))
            } else if items[origin].isAlias || items[origin].entries?.isEmpty == true {
                origins[index] = nil
                elements.append(.added(lines: field.lines(listIndent: indentation.list), flow: field.flow))
            } else {
                elements.append(.kept(index: origin, edits: try itemEdit.splices(items[origin], to: field)))
            }
        }
        return try SequenceEdit(source: source).splices(entry, elements)
    }

    /// Of a key that stands twice readers take one or the other.
    private func refuseRepeatedKeys(in items: [YAMLNode]) throws(ClusterConfigEditError) {
        for item in items {
            for key in place.keys {
                let found = (item.entries ?? []).filter { $0.key == key }
                guard found.count > 1 else { continue }
                throw .repeatedKey(
                    key,
                    line: Int(found[1].keyPlace.line),
                    firstLine: Int(found[0].keyPlace.line)
                )
            }
        }
    }

    /// Gives a key that says nothing a value; the first of the lines is its own.
    private func fill(
        _ entry: YAMLEntry,
        in mapping: YAMLNode,
        lines: [String],
        flow: String
    ) throws(ClusterConfigEditError) -> [ByteSplice] {
        let below = source.lines(Array(lines.dropFirst()), indent: Int(entry.keyPlace.column) - 1)
        if let splices = EmptyValue(entry, in: mapping, source: source)?.filled(entry.value, with: below) {
            return splices
        }
        return [try MappingEdit(source: source).replace(entry, in: mapping, lines: lines, flow: flow)]
    }

    private func remove(_ entry: YAMLEntry, from parent: YAMLNode) throws(ClusterConfigEditError) -> [ByteSplice] {
        if let splices = EmptyValue(entry, in: parent, source: source)?.emptied(entry.value) { return splices }
        if (parent.entries?.count ?? 0) > 1 { return [try MappingEdit(source: source).remove(entry, from: parent)] }
        switch place {
        case .header:
            return [try HeaderDocumentEdit(source: source, documents: documents).remove(parent)]
        case .spec:
            // What was made for the mirrors goes with them: an empty nodeConfig would be null.
            let found = ClusterConfigDocuments(documents)
            guard let index = found.clusters.first, let spec = documents[index].root["spec"],
                let nodeConfig = spec.entry("nodeConfig"), (spec.entries?.count ?? 0) > 1
            else { throw .unusualLayout(line: Int(entry.keyPlace.line)) }
            if let splices = EmptyValue(nodeConfig, in: spec, source: source)?.emptied(nodeConfig.value) {
                return splices
            }
            return [try MappingEdit(source: source).remove(nodeConfig, from: spec)]
        }
    }

    /// `registryMirrors:` and its items, in the file's own indentation.
    private var blockLines: [String] {
        let margin = String(repeating: " ", count: indentation.list)
        let items = fields.flatMap { $0.lines(listIndent: indentation.list) }
        return ["\(MirrorTarget.key):"] + items.map { margin + $0 }
    }

    private var blockFlow: String {
        "\(MirrorTarget.key): [" + fields.map(\.flow).joined(separator: ", ") + "]"
    }

    private var nodeConfigLines: [String] {
        let margin = String(repeating: " ", count: indentation.mapping)
        return ["nodeConfig:"] + blockLines.map { margin + $0 }
    }
}
