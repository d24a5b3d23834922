import Containerd
import GoData
import TOML

extension NodeReport {
    /// What a copied file tree says of its node: no more than files, and the same files that the collector takes.
    package init(gathering source: any NodeFiles) {
        self.init()
        let unit = ContainerdUnit(in: source)
        facts["config"] = unit.configPath
        facts["named"] = unit.configSource.map { "\($0.file):\($0.line)" }
        var walk = Walk(source: source)
        walk.configs(unit.configPath)
        walk.roots()
        walk.units(unit)
        files = walk.found
    }

    /// 64 MiB
    static let gatheredBytes = 64 << 20

    private struct Walk {
        let source: any NodeFiles
        var found = NodeReportFiles()
        private var seen: Set<String> = []
        private var tables: [TOMLTable] = []
        private var glob: PathGlob
        private var noted: Set<String> = []
        /// Of all files together, as a collector sends no more.
        private var bytesLeft = NodeReport.gatheredBytes
        private var valuesLeft = TOMLDocument.maximumValues

        init(source: any NodeFiles) {
            self.source = source
            glob = PathGlob(source)
        }

        mutating func configs(_ path: String) {
            folder(GoPath.join([path, ".."]))
            var pending = [path]
            while let file = pending.popLast() {
                guard seen.insert(file).inserted, let table = table(file) else { continue }
                let imports = table["imports"]?.array?.compactMap(\.string) ?? []
                for item in imports {
                    let absolute = GoPath.isAbsolute(item) ? item : GoPath.join([file, "..", item])
                    let parent = GoPath.join([absolute, ".."])
                    if !noted.contains(parent + "/") { folder(parent) }
                    pending += (glob.matches(absolute) ?? []).reversed().filter { !seen.contains($0) }
                }
            }
        }

        mutating func roots() {
            let named = tables.flatMap { Self.strings($0, key: "config_path") }.flatMap {
                (text: String) -> [Substring] in
                text.split(separator: ":")
            }
            for root in Set(named.map(String.init) + ["/etc/containerd/certs.d", "/etc/docker/certs.d"]).sorted() {
                for host in folder(root) {
                    let path = GoPath.join([root, host])
                    for name in folder(path) {
                        let file = GoPath.join([path, name])
                        if name == "hosts.toml" { _ = table(file) } else { note(file) }
                    }
                }
            }
            for path in tables.flatMap({ (table: TOMLTable) -> [String] in Self.strings(table, key: nil) })
            where path.hasPrefix("/") {
                if (try? source.kind(of: path)) != .directory { note(path) }
            }
        }

        mutating func units(_ unit: ContainerdUnit) {
            for file in unit.files { note(file) }
            for file in unit.environmentFiles {
                note(file)
                // Whatever else such a file holds is none of ours.
                if let bytes = try? source.read(file) {
                    found.add(file, .file(EnvironmentFile.withoutOthers(bytes)))
                }
                folder(GoPath.join([file, ".."]))
            }
        }

        @discardableResult
        private mutating func folder(_ path: String) -> [String] {
            guard noted.insert(path + "/").inserted else { return (try? source.names(in: path)) ?? [] }
            do throws(NodeFileError) {
                let names = try source.names(in: path)
                found.add(path, .directory(names))
                return names
            } catch {
                if error == .notADirectory { note(path) } else { found.add(path, Self.entry(error)) }
                return []
            }
        }

        private mutating func note(_ path: String) {
            guard noted.insert(path).inserted, (try? source.kind(of: path)) != .directory else { return }
            do throws(NodeFileError) {
                let bytes = try source.read(path)
                bytesLeft -= bytes.count
                found.add(path, bytesLeft >= 0 ? .file(bytes) : .large)
            } catch {
                found.add(path, Self.entry(error))
            }
        }

        private mutating func table(_ path: String) -> TOMLTable? {
            note(path)
            // What lies beyond is judged as too much, and what it names is not looked for.
            guard valuesLeft > 0, let bytes = try? found.read(path), let document = try? TOMLDocument(bytes: bytes)
            else {
                return nil
            }
            valuesLeft -= document.valueCount
            tables.append(document.root)
            return document.root
        }

        private static func entry(_ error: NodeFileError) -> NodeReportFiles.Entry {
            switch error {
            case .notFound: .absent
            case .permissionDenied: .denied
            case .tooLarge: .large
            default: .failed(error)
            }
        }

        /// Strings in the table and below, of one key or of all.
        private static func strings(_ table: TOMLTable, key: String?) -> [String] {
            table.entries.flatMap { entry -> [String] in
                if let table = entry.value.table { return strings(table, key: key) }
                guard key == nil || entry.key == key else { return [] }
                if let text = entry.value.string { return [text] }
                return (entry.value.array ?? []).flatMap { element -> [String] in
                    if let table = element.table { return strings(table, key: key) }
                    return element.string.map { [$0] } ?? []
                }
            }
        }
    }
}
