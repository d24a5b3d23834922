/// Puts registry mirrors into a cluster config file and leaves every other byte as it is.
///
/// Mirrors that do not change keep their bytes; of one that changes, the fields that change. The result is read back
/// before it is given out: all other keys and documents equal, the mirrors as intended, or an error.
package enum ClusterConfigEditor {
    /// - Parameters:
    ///   - bytes: the file, UTF-8.
    ///   - mirrors: what the list is to be, in order; empty removes it.
    /// - Returns: the new bytes; the same ones when nothing changes.
    package static func edit(
        _ bytes: [UInt8],
        place: MirrorPlace,
        mirrors: [RegistryMirror]
    ) throws(ClusterConfigEditError) -> [UInt8] {
        try edit(bytes, place: place, mirrors: mirrors, isTemplate: false)
    }

    /// The same for a template that is not YAML before it is filled in, where its mirrors are not part of what is filled
    /// in. Nothing but the template without its tags can be read back, so the diff has to be looked at.
    package static func edit(
        template bytes: [UInt8],
        place: MirrorPlace,
        mirrors: [RegistryMirror]
    ) throws(ClusterConfigEditError) -> [UInt8] {
        try edit(bytes, place: place, mirrors: mirrors, isTemplate: true)
    }

    private static func edit(
        _ bytes: [UInt8],
        place: MirrorPlace,
        mirrors: [RegistryMirror],
        isTemplate: Bool
    ) throws(ClusterConfigEditError) -> [UInt8] {
        let source = SourceText(bytes)
        var edit = try ClusterConfigEdit(source: source, place: place, mirrors: mirrors, isTemplate: isTemplate)
        let splices: [ByteSplice]
        do throws(ClusterConfigEditError) {
            splices = try edit.splices()
        } catch .unusualLayout(let line) where isTemplate {
            throw .template(line: line)
        }
        if isTemplate {
            let mask = TemplateMask(source.bytes)
            for splice in splices where !mask.isPlain(splice.range) {
                throw .template(line: source.lineNumber(splice.range.lowerBound))
            }
        }
        let edited = source.bytes.applying(splices)
        guard edited != source.bytes else { return bytes }
        let result = source.finished(edited)
        try edit.verify(result)
        return result
    }
}

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
            return [
                try MappingEdit(source: source).replace(
                    entry,
                    in: spec,
                    lines: nodeConfigLines,
                    flow: "nodeConfig: {\(blockFlow)}"
                )
            ]
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
        if items.isEmpty {
            return [
                try MappingEdit(source: source).replace(entry, in: parent, lines: blockLines, flow: blockFlow)
            ]
        }
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
            for key in MirrorFields.keys(at: place) {
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

    private func remove(_ entry: YAMLEntry, from parent: YAMLNode) throws(ClusterConfigEditError) -> [ByteSplice] {
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
