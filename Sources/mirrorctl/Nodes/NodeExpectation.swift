import MirrorCore
import MirrorSystem

/// What a cluster config file wants of its nodes; CA files are read beside it.
enum NodeExpectation {
    static func read(_ config: ClusterConfig, besides path: String) -> ExpectedMirrors? {
        let mirrors = config.nodeMirrors
        guard !mirrors.isEmpty else { return nil }
        var expected = ExpectedMirrors(mirrors: mirrors)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        for mirror in mirrors {
            guard case .file(let file) = mirror.caCert else { continue }
            let name = file.hasPrefix("/") ? file : folder + file
            // A file that cannot be read here is the wizard's and the probe's to complain about.
            let found = CAFile.fingerprints(name)
            if !found.isEmpty { expected.caFingerprints[mirror.endpoint.hostAndPort] = found }
        }
        return expected
    }
}
