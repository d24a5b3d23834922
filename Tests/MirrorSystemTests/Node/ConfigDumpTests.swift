import Containerd
import Foundation
import MirrorCore
import MirrorSystem
import TestSupport
import Testing

/// Debian's containerd reads the same files: what is called dead is not in its dump, and what is called live is.
@Suite struct ConfigDumpTests {
    private enum Cases {
        static let cri = "plugins.\"io.containerd.grpc.v1.cri\""
        static let tail = ".mirrors.\"gcr.io\"]\n  endpoint = [\"https://10.0.0.5:5000\"]\n"
        static let texts = [
            "version = 2\n[\(cri).registry" + tail, "[\(cri).registry" + tail, "[plugins.cri.registry" + tail,
            "version = 1\n[\(cri).registry" + tail, "version = 2\n[plugins.cri.registry" + tail,
            "version = 2\n[\(cri).Registry" + tail, "version = 2\n[\(cri).REGISTRY" + tail,
            "VERSION = 2\n[PLUGINS.\"io.containerd.grpc.v1.cri\".registry" + tail,
            "Version = 2\n[\(cri).registry" + tail, "version = 2\n[\(cri).registries" + tail,
            "version = 2\n[plugin.\"io.containerd.grpc.v1.cri\".registry" + tail,
            "version = 2\n[\(cri).containerd.registry" + tail, "version = 2\n[registry" + tail,
            "[plugins.io.containerd.grpc.v1.cri.registry" + tail,
            "version = 2\n[plugins.io.containerd.grpc.v1.cri.registry" + tail,
            "version = 2\n[plugins.\"io.containerd.cri.v1.images\".registry" + tail,
            "[\(cri).registry" + tail + "[debug]\nversion = 2\n",
            "version = 2\n[\(cri).registry" + tail.replacing("endpoint", with: "endpoints"),
            "version = 2\ndisabled_plugins = [\"cri\"]\n", "version = 2\nrequired_plugins = [\"cri\"]\n",
            "version = 2\n[plugins.\"a.b.c.d\"]\nx = 1\n", "version = 3\n[\(cri).registry" + tail,
            "imports = [\"DIR/d.toml\"]\nversion = 2\n[\(cri).registry" + tail, "imports = [\"*.toml\"]\nversion = 2\n",
        ]
    }

    private static var isPossible: Bool { InstalledContainerd.version().map { $0.major == 1 } ?? false }

    @Test(.enabled(if: isPossible, "needs containerd 1.x"))
    func theDumpShowsWhatTheEngineReads() throws {
        let version = try #require(InstalledContainerd.version())
        let folder = try TemporaryFolder()
        _ = try folder.write("d.toml", "version = 2\n[\(Cases.cri).containerd.runtimes.x]\n  runtime_type = \"y\"\n")
        for text in Cases.texts {
            let path = try folder.write("config.toml", text.replacing("DIR", with: folder.path))
            let dump = try dump(path)
            do throws(ContainerdConfigError) {
                let config = try ContainerdConfig(path: path, files: DiskNodeFiles(root: "/"), rules: version.rules)
                #expect(dump.status == 0, "\(text)\n\(dump.text)")
                let isUsed = dump.text.contains("\"https://10.0.0.5:5000\"")
                #expect(isUsed == !(config.registry.mirrors["gcr.io"]?.endpoints ?? []).isEmpty, "\(text)")
            } catch {
                #expect(dump.status != 0, "\(text)")
                #expect(dump.text.contains(error.text(rules: version.rules)), "\(text)\n\(dump.text)")
            }
        }
    }

    private func dump(_ path: String) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/containerd")
        process.arguments = ["--config", path, "config", "dump"]
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
