extension ClusterConfigEdit {
    /// Reads the edited bytes back: the mirrors as intended, everything else equal.
    func verify(_ bytes: [UInt8]) throws(ClusterConfigEditError) {
        // A line end that was added to work with may be content of a block scalar.
        let before =
            source.lacksLastLineBreak
            ? try? Self.read(source.finished(source.bytes), isTemplate: isTemplate) : documents
        let after: [YAMLDocument]
        do {
            after = try Self.read(bytes, isTemplate: isTemplate)
        } catch {
            // An anchor went, or moved behind its alias.
            if error.reason == .unknownAlias { throw .alias(line: error.line) }
            throw .notAsIntended
        }
        let target = try? MirrorTarget(after, place: place)
        var written: [YAMLNode] = []
        if case .present(let entry, _)? = target { written = entry.value.items ?? [] }
        guard written.map({ MirrorDraft($0).fields(at: place) }) == intended, before.map(rest) == rest(after),
            unknownKeysStay(in: written)
        else { throw .notAsIntended }
    }

    /// What no edit may change: all documents without the mirrors, and without what is empty when they are gone.
    private func rest(_ documents: [YAMLDocument]) -> [YAMLNode] {
        let found = ClusterConfigDocuments(documents)
        let index = place == .header ? found.headers.first : found.clusters.first
        var path = place == .header ? [MirrorTarget.key] : ["spec", "nodeConfig", MirrorTarget.key]
        return documents.enumerated().compactMap { position, document in
            if document.root.isNull { return nil }
            guard position == index else { return document.root }
            let left = document.root.removing(&path)
            return left.entries?.isEmpty == true ? nil : left
        }
    }

    /// Of a mirror that was in the file before, what we do not know is still there.
    private func unknownKeysStay(in written: [YAMLNode]) -> Bool {
        guard case .present(let entry, _)? = try? MirrorTarget(documents, place: place), let items = entry.value.items
        else {
            return true
        }
        let known = Set(place.keys)
        func unknown(_ item: YAMLNode) -> [YAMLEntry] { (item.entries ?? []).filter { !known.contains($0.key) } }
        return zip(written, origins).allSatisfy { item, origin in
            origin.map { unknown(items[$0]) == unknown(item) } ?? true
        }
    }
}

extension YAMLNode {
    /// Without the entry at a path, and without mappings on the way that hold nothing else or nothing at all.
    fileprivate func removing(_ path: inout [String]) -> YAMLNode {
        guard let entries, let key = path.first else { return self }
        path.removeFirst()
        let left = entries.compactMap { entry -> YAMLEntry? in
            guard entry.key == key else { return entry }
            if path.isEmpty { return nil }
            let value = entry.value.removing(&path)
            if value.isNull || value.entries?.isEmpty == true { return nil }
            return YAMLEntry(key: key, keyPlace: entry.keyPlace, value: value)
        }
        return YAMLNode(content: .mapping(left), place: place, isFlow: isFlow, isAlias: isAlias, properties: properties)
    }
}
