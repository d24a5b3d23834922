import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Wizard

/// `$XDG_CONFIG_HOME/mirrorctl/config.toml`, else below `~/.config`: what counts where no option says otherwise.
enum SettingsFile {
    /// `nil` without a home.
    static var folder: String? {
        if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") { return config + "/mirrorctl" }
        return environment["HOME"].map { $0 + "/.config/mirrorctl" }
    }

    static var path: String? { folder.map { $0 + "/config.toml" } }

    /// Those of the usual ones where the file cannot be used: `check` says so before anything is done.
    static let settings = (try? read.get()) ?? Settings()

    /// An error in the file ends every command: half of what was wished for is worse than nothing.
    static func check() throws {
        switch read {
        case .success: break
        case .failure(.file(let error)): throw Files.fail(error, error.readStatus)
        case .failure(.settings(let error)):
            let file = printable(path ?? "")
            let place =
                switch error.place {
                case .file: file
                case .line(let line): "\(file):\(line)"
                case .variable(let name): name
                }
            let fix = error.fix.map { "\n  \(Mark.remedy) " + texts($0) } ?? ""
            Console.error("mirrorctl: \(place): \(texts(error.problem))\(fix)")
            throw ExitStatus.dataError.exit
        }
    }

    /// For what this program and those that it starts ask, where the environment names none.
    static func applyProxies() {
        for (name, variables) in [
            (SettingName.proxyHTTP, ["HTTP_PROXY", "http_proxy"]), (.proxyHTTPS, ["HTTPS_PROXY", "https_proxy"]),
            (.proxyNone, ["NO_PROXY", "no_proxy"]),
        ] {
            guard let value = settings[name], variables.allSatisfy({ environment[$0] == nil }) else { continue }
            setenv(variables[0], value, 1)
            setenv(variables[1], value, 1)
        }
    }

    /// Name and text of every `NAME.toml` among the operator's own themes.
    static var themes: [(name: String, text: String)] {
        guard let folder = folder.map({ $0 + "/themes" }), let entries = opendir(folder) else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
        }
        return names.sorted().compactMap { name in
            let file = try? FileSnapshot(reading: "\(folder)/\(name).toml", limit: 1 << 20)
            return file.map { (name, String(decoding: $0.bytes, as: UTF8.self)) }
        }
    }

    private enum Failure: Error {
        case file(FileError)
        case settings(SettingsError)
    }

    private static let read: Result<Settings, Failure> = {
        var text: String?
        var status = stat()
        if let path, lstat(path, &status) == 0 {
            do throws(FileError) {
                try HandedFile.check(path)
                text = String(decoding: try FileSnapshot(reading: path, limit: 1 << 20).bytes, as: UTF8.self)
            } catch {
                return .failure(.file(error))
            }
        }
        do throws(SettingsError) {
            return .success(try Settings(file: text, environment: environment))
        } catch {
            return .failure(.settings(error))
        }
    }()
}
