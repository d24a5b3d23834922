import GoData

/// What a host directory says, and how that came about.
package struct LoadedHostDirectory: Equatable, Sendable {
    package enum Form: Equatable, Sendable {
        case hostsFile
        /// No `hosts.toml`, or an empty one: docker's `*.crt`, `*.cert` and `*.key`.
        case certificateFiles
        /// `hosts.toml` was ignored, certificates are looked for instead.
        case brokenHostsFile(HostsFileError)
    }

    package let directory: String
    package let form: Form
    package let entries: [HostEntry]
    package let hasRandomOrder: Bool

    package var hostsFilePath: String { GoPath.join([directory, "hosts.toml"]) }
}

extension HostDirectory {
    /// `loadHostDir`
    package static func load(
        _ directory: String,
        from files: any NodeFiles,
        rules: ContainerdRules
    ) throws(PullConfigurationError) -> LoadedHostDirectory {
        let path = GoPath.join([directory, "hosts.toml"])
        var bytes: [UInt8] = []
        do throws(NodeFileError) { bytes = try files.read(path) } catch .notFound {} catch {
            let operation = error == .isDirectory ? "read" : "open"
            throw PullConfigurationError(
                "\(operation) \(path): \(error)",
                file: path,
                isOurLimit: error.isOurLimit
            )
        }
        guard !bytes.isEmpty else {
            let entries = try certificateFiles(directory, from: files)
            return LoadedHostDirectory(
                directory: directory,
                form: .certificateFiles,
                entries: entries,
                hasRandomOrder: false
            )
        }
        do throws(HostsFileError) {
            let file = try HostsFile(bytes: bytes, path: path, rules: rules)
            return LoadedHostDirectory(
                directory: directory,
                form: .hostsFile,
                entries: file.entries,
                hasRandomOrder: file.hasRandomOrder
            )
        } catch {
            if case .toml(let problem) = error, let limit = problem.limit {
                let text = "\(path):\(problem.line):\(problem.column): \(limit)"
                throw PullConfigurationError(text, file: path, isOurLimit: true)
            }
            return LoadedHostDirectory(
                directory: directory,
                form: .brokenHostsFile(error),
                entries: try certificateFiles(directory, from: files),
                hasRandomOrder: false
            )
        }
    }

    /// `loadCertFiles`: one entry for the upstream, with what the directory holds.
    private static func certificateFiles(
        _ directory: String,
        from files: any NodeFiles
    ) throws(PullConfigurationError) -> [HostEntry] {
        var entry = HostEntry()
        entry.origin = .upstream
        let names: [String]
        do throws(NodeFileError) { names = try files.names(in: directory) } catch .notFound { return [entry] } catch {
            throw PullConfigurationError("open \(directory): \(error)", file: directory)
        }
        for name in names {
            let path = GoPath.join([directory, name])
            guard (try? files.kind(of: path)) == .file else { continue }
            if name.hasSuffix(".crt") { entry.tls.caFiles = (entry.tls.caFiles ?? []) + [path] }
            guard name.hasSuffix(".cert") else { continue }
            let key = String(path.dropLast("cert".count)) + "key"
            let hasKey = (try? files.kind(of: key)) != nil
            let pair = RegistryEndpoint.ClientPair(certificate: path, key: hasKey ? key : "")
            entry.tls.clientPairs = (entry.tls.clientPairs ?? []) + [pair]
        }
        if entry.tls.isExplicit { entry.source = SourcePosition(file: directory, line: 0) }
        return [entry]
    }
}
