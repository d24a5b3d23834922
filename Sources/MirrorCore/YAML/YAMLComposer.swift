/// What a text may ask of the reader.
package struct YAMLLimits: Equatable, Sendable {
    /// Collections within collections, aliases counted with what they stand for.
    package var depth = 100
    /// Nodes that all aliases together stand for: a billion laughs end here.
    package var aliasedNodes = 100_000
    /// Bytes of text that all aliases together stand for.
    package var aliasedBytes = 16 << 20
    /// Keys, values and collections of one document: its tree costs a hundred bytes for each.
    package var nodes = 500_000
    package var documents = 100_000
    package var bytes = 64 << 20

    package init() {}
}

/// Reads every document of a YAML stream with libyaml.
///
/// A leading byte order mark is skipped, any line ends are read. Stricter than libyaml: keys must be scalars. A key
/// that repeats is kept and listed: readers differ in which one they take.
///
/// - Parameter isKept: sees each document's root; where it says no, only a digest of the root stays, so that a file of
///   thousands of node pools does not stay in memory as trees.
package func readYAML(
    _ bytes: [UInt8],
    limits: YAMLLimits = YAMLLimits(),
    keeping isKept: (YAMLNode) -> Bool = { _ in true }
) throws(YAMLError) -> [YAMLDocument] {
    guard bytes.count <= limits.bytes else {
        throw YAMLError(line: 1, column: 1, reason: .tooLarge(limit: limits.bytes))
    }
    return try bytes.withUnsafeBufferPointer { (buffer: UnsafeBufferPointer<UInt8>) throws(YAMLError) in
        let bom = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text = UnsafeBufferPointer(rebasing: buffer[bom...])
        var composer: YAMLComposer
        do {
            composer = YAMLComposer(text, bom: bom, events: try YAMLEvents(text), limits: limits)
        } catch {
            throw YAMLError(line: 1, column: 1, reason: .tooLarge(limit: limits.bytes))
        }
        do throws(YAMLError) {
            return try composer.documents(keeping: isKept)
        } catch {
            throw error.pointingAtTemplate(in: text)
        }
    }
}

private struct YAMLComposer: ~Copyable {
    private struct Composed {
        let node: YAMLNode
        /// Nodes in it, aliases expanded.
        let weight: Int
        /// Bytes of its texts, aliases expanded.
        let bytes: Int
        /// Levels of collections in it.
        let height: Int
    }

    private let text: UnsafeBufferPointer<UInt8>
    /// Bytes before `text` in the file.
    private let bom: Int
    private var events: YAMLEvents
    private let limits: YAMLLimits
    private let offsets: ScalarOffsets
    private var anchors: [String: Composed] = [:]
    private var aliasedNodes = 0
    private var aliasedBytes = 0
    /// Of the document that is being read.
    private var nodes = 0
    private var duplicates: [YAMLDuplicateKey] = []

    init(_ text: UnsafeBufferPointer<UInt8>, bom: Int, events: consuming YAMLEvents, limits: YAMLLimits) {
        self.text = text
        self.bom = bom
        self.events = events
        self.limits = limits
        offsets = ScalarOffsets(text)
    }

    mutating func documents(keeping isKept: (YAMLNode) -> Bool) throws(YAMLError) -> [YAMLDocument] {
        var documents: [YAMLDocument] = []
        while true {
            let event = try next()
            switch event.kind {
            case .documentStart(let hasMarker, let hasDirectives):
                anchors = [:]
                duplicates = []
                nodes = 0
                guard documents.count < limits.documents else {
                    throw error(.tooManyDocuments(limit: limits.documents), at: event)
                }
                let root = try node(from: try next(), depth: 1).node
                let end = try next()
                var endMarker: Int?
                if case .documentEnd(true) = end.kind { endMarker = offset(end.start.index) }
                documents.append(
                    YAMLDocument(
                        root: isKept(root) ? root : root.digested,
                        marker: hasMarker ? offset(event.end.index) - 3 : nil,
                        hasDirectives: hasDirectives,
                        endMarker: endMarker,
                        duplicateKeys: duplicates
                    )
                )
            default: return documents
            }
        }
    }

    private mutating func next() throws(YAMLError) -> YAMLEvents.Event {
        do {
            return try events.next()
        } catch {
            throw YAMLError(failure: error, in: text)
        }
    }

    private mutating func node(from event: YAMLEvents.Event, depth: Int) throws(YAMLError) -> Composed {
        guard depth <= limits.depth else { throw self.error(.tooDeep(limit: limits.depth), at: event) }
        nodes += 1
        guard nodes <= limits.nodes else { throw self.error(.tooManyValues(limit: limits.nodes), at: event) }
        let composed: Composed
        switch event.kind {
        case .alias(let name): return try alias(name, event, depth: depth)
        case .scalar(let scalar, let properties):
            let end = end(of: scalar.style, event)
            composed = Composed(
                node: YAMLNode(
                    content: .scalar(scalar),
                    place: place(event, end: end),
                    isFlow: false,
                    isAlias: false,
                    properties: properties
                ),
                weight: 1,
                bytes: scalar.text.utf8.count,
                height: 0
            )
        case .sequenceStart(let isFlow, let properties):
            composed = try sequence(event, isFlow: isFlow, properties, depth: depth)
        case .mappingStart(let isFlow, let properties):
            composed = try mapping(event, isFlow: isFlow, properties, depth: depth)
        default: throw self.error(.syntax(.other("unexpected event")), at: event)
        }
        if let anchor = composed.node.anchor { anchors[anchor] = composed }
        return composed
    }

    private mutating func alias(_ name: String, _ event: YAMLEvents.Event, depth: Int) throws(YAMLError) -> Composed {
        // Only finished nodes are in the table: an alias of the node around it is unknown too.
        guard let target = anchors[name] else { throw error(.unknownAlias, at: event) }
        guard depth + target.height <= limits.depth else {
            throw error(.tooDeep(limit: limits.depth), at: event)
        }
        aliasedNodes += target.weight
        guard aliasedNodes <= limits.aliasedNodes else {
            throw error(.tooManyAliases(limit: limits.aliasedNodes), at: event)
        }
        aliasedBytes += target.bytes
        guard aliasedBytes <= limits.aliasedBytes else {
            throw error(.tooMuchAliased(limit: limits.aliasedBytes), at: event)
        }
        let node = YAMLNode(
            content: target.node.content,
            place: place(event, end: offset(event.end.index)),
            isFlow: target.node.isFlow,
            isAlias: true,
            properties: target.node.properties.filter(\.isTag)
        )
        return Composed(node: node, weight: target.weight, bytes: target.bytes, height: target.height)
    }

    private mutating func sequence(
        _ start: YAMLEvents.Event,
        isFlow: Bool,
        _ properties: [YAMLProperty],
        depth: Int
    ) throws(YAMLError) -> Composed {
        var items: [YAMLNode] = []
        var (weight, bytes, height, end) = (1, 0, 0, offset(start.end.index))
        while true {
            let event = try next()
            if case .sequenceEnd = event.kind {
                if isFlow { end = offset(event.end.index) }
                break
            }
            let item = try node(from: event, depth: depth + 1)
            items.append(item.node)
            weight += item.weight
            bytes += item.bytes
            height = max(height, item.height)
            end = max(end, Int(item.node.place.end))
        }
        let node = YAMLNode(
            content: .sequence(items),
            place: place(start, end: end),
            isFlow: isFlow,
            isAlias: false,
            properties: properties
        )
        return Composed(node: node, weight: weight, bytes: bytes, height: height + 1)
    }

    private mutating func mapping(
        _ start: YAMLEvents.Event,
        isFlow: Bool,
        _ properties: [YAMLProperty],
        depth: Int
    ) throws(YAMLError) -> Composed {
        var entries: [YAMLEntry] = []
        var keys = SeenKeys()
        var (weight, bytes, height, end) = (1, 0, 0, offset(start.end.index))
        while true {
            let event = try next()
            if case .mappingEnd = event.kind {
                if isFlow { end = offset(event.end.index) }
                break
            }
            guard let key = try node(from: event, depth: depth + 1).node.scalar else {
                throw error(.keyIsNotText, at: event)
            }
            bytes += key.text.utf8.count
            let keyPlace = place(event, end: self.end(of: key.style, event))
            if let first = keys.firstLine(of: key.text, in: entries) {
                duplicates.append(YAMLDuplicateKey(line: Int(keyPlace.line), firstLine: Int(first)))
            }
            let value = try node(from: try next(), depth: depth + 1)
            entries.append(YAMLEntry(key: key.text, keyPlace: keyPlace, value: value.node))
            weight += 1 + value.weight
            bytes += value.bytes
            height = max(height, value.height)
            end = max(end, Int(keyPlace.end), Int(value.node.place.end))
        }
        let node = YAMLNode(
            content: .mapping(entries),
            place: place(start, end: end),
            isFlow: isFlow,
            isAlias: false,
            properties: properties
        )
        return Composed(node: node, weight: weight, bytes: bytes, height: height + 1)
    }

    private func offset(_ index: Int) -> Int { bom + offsets.byteOffset(of: index, in: text) }

    private func place(_ event: YAMLEvents.Event, end: Int) -> YAMLSpan {
        YAMLSpan(
            line: Int32(clamping: event.start.line + 1),
            column: Int32(clamping: event.start.column + 1),
            start: Int32(clamping: offset(event.start.index)),
            end: Int32(clamping: end)
        )
    }

    /// libyaml ends a block scalar after the blank lines that follow; those are content only under `|+`.
    private func end(of style: YAMLScalar.Style, _ event: YAMLEvents.Event) -> Int {
        let start = offset(event.start.index) - bom
        var end = offset(event.end.index) - bom
        guard style == .literal || style == .folded else { return end + bom }
        let header = text[start..<end].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let blanks: [UInt8] =
            header.prefix(4).contains(UInt8(ascii: "+")) ? [0x0A, 0x0D] : [0x0A, 0x0D, 0x20, 0x09]
        if blanks.count == 2 {
            if end > start, text[end - 1] == 0x0A { end -= 1 }
            if end > start, text[end - 1] == 0x0D { end -= 1 }
            return end + bom
        }
        while end > start, blanks.contains(text[end - 1]) { end -= 1 }
        return end + bom
    }

    private func error(_ reason: YAMLError.Reason, at event: YAMLEvents.Event) -> YAMLError {
        YAMLError(line: event.start.line + 1, column: event.start.column + 1, reason: reason)
    }
}

/// Finds a repeated key: by looking at the few before it, or in a table once they are many.
private struct SeenKeys {
    private var lines: [String: Int32] = [:]
    private var listed = 0

    mutating func firstLine(of key: String, in entries: [YAMLEntry]) -> Int32? {
        if entries.count < 16 { return entries.first { $0.key == key }?.keyPlace.line }
        for entry in entries[listed...] where lines[entry.key] == nil { lines[entry.key] = entry.keyPlace.line }
        listed = entries.count
        return lines[key]
    }
}

extension YAMLProperty {
    fileprivate var isTag: Bool { if case .tag = self { true } else { false } }
}
