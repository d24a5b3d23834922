import GoData
import TOML

/// Decodes one table of a `hosts.toml` and makes an entry of it: `hostFileConfig` and `parseHostConfig`.
struct HostTableReader {
    let file: String
    /// Relative paths start here.
    let directory: String
    let rules: ContainerdRules

    // MARK: Keys

    /// The entries that the decoder takes for a key: 1.x knows `key` and `KEY`, 2.x any case.
    func entries(_ key: String, in table: TOMLTable) -> [TOMLEntry] {
        if rules.ignoresKeyCase { return table.entries.filter { $0.key.lowercased() == key } }
        return [table.entry(key) ?? table.entry(key.uppercased())].compactMap(\.self)
    }

    /// The one that wins: the last.
    func entry(_ key: String, in table: TOMLTable) -> TOMLEntry? { entries(key, in: table).last }

    func wrongType(_ entry: TOMLEntry, expected: String) -> HostsFileError {
        let line = entry.valuePosition.line
        return .wrongType(key: entry.key, expected: expected, found: entry.value.typeName, line: line)
    }

    func string(_ key: String, in table: TOMLTable) throws(HostsFileError) -> (text: String, line: Int)? {
        for entry in entries(key, in: table) where entry.value.string == nil {
            throw wrongType(entry, expected: "string")
        }
        guard let entry = entry(key, in: table), let text = entry.value.string else { return nil }
        return (text, entry.position.line)
    }

    /// What the decoder refuses before any entry is looked at.
    func checkTypes(_ table: TOMLTable) throws(HostsFileError) {
        for entry in entries("capabilities", in: table) {
            guard let items = entry.value.array, items.allSatisfy({ $0.string != nil }) else {
                throw wrongType(entry, expected: "array of strings")
            }
        }
        for key in ["skip_verify", "override_path"] {
            for entry in entries(key, in: table) where entry.value.boolean == nil {
                throw wrongType(entry, expected: "boolean")
            }
        }
        for entry in entries("header", in: table) where entry.value.table == nil {
            throw wrongType(entry, expected: "table")
        }
        if rules.knowsDialTimeout { _ = try string("dial_timeout", in: table) }
    }

    // MARK: One entry

    func entry(
        server: String,
        _ table: TOMLTable,
        line: Int,
        origin: RegistryEndpoint.Origin
    ) throws(HostsFileError) -> HostEntry {
        try checkTypes(table)
        var entry = HostEntry()
        entry.origin = origin
        entry.source = SourcePosition(file: file, line: line)
        if !server.isEmpty {
            let overridesPath = self.entry("override_path", in: table)?.value.boolean ?? false
            try setAddress(of: &entry, server, overridesPath: overridesPath, line: line)
        }
        entry.tls.skipVerify = self.entry("skip_verify", in: table)?.value.boolean
        entry.capabilities = try capabilities(table)
        entry.tls.caFiles = try caFiles(table)
        entry.tls.clientPairs = try clientPairs(table)
        try setHeaders(of: &entry, table)
        if rules.knowsDialTimeout, let timeout = try string("dial_timeout", in: table), !timeout.text.isEmpty {
            do throws(GoDuration.ParseError) { entry.dialTimeout = try GoDuration(timeout.text).description } catch {
                throw .invalid(error.description, line: timeout.line)
            }
        }
        return entry
    }

    private func setAddress(
        of entry: inout HostEntry,
        _ server: String,
        overridesPath: Bool,
        line: Int
    ) throws(HostsFileError) {
        let text = server.hasPrefix("http") ? server : "https://" + server
        let url: GoURL
        do throws(GoURL.ParseError) { url = try GoURL(text) } catch {
            throw .invalid("unable to parse server \(text): \(error.description)", line: line)
        }
        entry.scheme = url.scheme
        entry.host = url.host
        entry.path = url.path
        if url.path.isEmpty {
            entry.path = overridesPath ? "" : "/v2"
        } else {
            entry.path = GoPath.clean(url.path)
            if !overridesPath, !entry.path.hasSuffix("/v2") { entry.path += "/v2" }
        }
    }

    private func capabilities(_ table: TOMLTable) throws(HostsFileError) -> RegistryCapabilities {
        guard let elements = entry("capabilities", in: table)?.value.elements, !elements.isEmpty else {
            return .all(rules: rules)
        }
        var capabilities: RegistryCapabilities = []
        for element in elements {
            let name = element.value.string ?? ""
            guard let capability = RegistryCapabilities.named(name, rules: rules) else {
                throw .unknownCapability(name, line: element.position.line)
            }
            capabilities.insert(capability)
        }
        return capabilities
    }

    private func caFiles(_ table: TOMLTable) throws(HostsFileError) -> [String]? {
        guard let entry = entry("ca", in: table) else { return nil }
        switch entry.value {
        case .string(let path): return [absolute(path)]
        case .array(let elements): return try strings(elements).map(absolute)
        default: throw .invalid("invalid type \(GoText.value(entry.value)) for \"ca\"", line: entry.valuePosition.line)
        }
    }

    /// An empty list leaves Go's slice nil, which is not the same as for `ca`.
    private func clientPairs(_ table: TOMLTable) throws(HostsFileError) -> [RegistryEndpoint.ClientPair]? {
        guard let entry = entry("client", in: table) else { return nil }
        if let path = entry.value.string { return [RegistryEndpoint.ClientPair(certificate: absolute(path), key: "")] }
        let line = entry.valuePosition.line
        guard let elements = entry.value.elements else {
            throw .invalid("invalid type \(GoText.value(entry.value)) for \"client\"", line: line)
        }
        var pairs: [RegistryEndpoint.ClientPair] = []
        for element in elements {
            switch element.value {
            case .string(let path): pairs.append(RegistryEndpoint.ClientPair(certificate: absolute(path), key: ""))
            case .array(let items):
                let paths = try strings(items)
                guard paths.count == 2 else {
                    let text = "invalid pair \(GoText.value(element.value)) for \"client\""
                    throw .invalid(text, line: element.position.line)
                }
                // An empty key becomes the directory itself.
                pairs.append(RegistryEndpoint.ClientPair(certificate: absolute(paths[0]), key: absolute(paths[1])))
            default:
                let text = "invalid type \(GoText.typeName(element.value)) for \"client\""
                throw .invalid(text, line: element.position.line)
            }
        }
        return pairs.isEmpty ? nil : pairs
    }

    private func setHeaders(of entry: inout HostEntry, _ table: TOMLTable) throws(HostsFileError) {
        guard let header = self.entry("header", in: table)?.value.table else { return }
        entry.hasHeaderTable = true
        for field in header.entries {
            switch field.value {
            case .string(let value): entry.headers.append(HTTPField(field.key, value))
            case .array(let elements):
                if elements.isEmpty { entry.emptyHeaders.append(field.key) }
                entry.headers += try strings(elements).map { HTTPField(field.key, $0) }
            default:
                let text = "invalid type \(GoText.value(field.value)) for header \(GoText.quoted(field.key))"
                throw .invalid(text, line: field.valuePosition.line)
            }
        }
    }

    private func strings(_ elements: [TOMLElement]) throws(HostsFileError) -> [String] {
        var result: [String] = []
        for element in elements {
            guard let text = element.value.string else {
                throw .invalid("unable to cast \(GoText.value(element.value)) to string", line: element.position.line)
            }
            result.append(text)
        }
        return result
    }

    private func absolute(_ path: String) -> String {
        GoPath.isAbsolute(path) ? path : GoPath.join([directory, path])
    }
}
