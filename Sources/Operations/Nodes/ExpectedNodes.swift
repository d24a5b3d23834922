import Diagnosis
import MirrorCore
import MirrorSystem

/// What a cluster config file says of its nodes; CA files are read beside it.
package struct ExpectedNodes: Sendable {
    private let config: ClusterConfig
    private let pools: [String: String]
    private let mirrors: ExpectedMirrors?

    package init(_ config: ClusterConfig, besides path: String) {
        self.config = config
        pools = Dictionary(config.allNodes.map { ($0.address, $0.pool) }) { first, _ in first }
        mirrors = Self.mirrors(config, besides: path)
    }

    /// Holds a report to it.
    package func mark(_ inspection: inout NodeInspection) {
        inspection.expected = mirrors
        inspection.pool = inspection.pool ?? pools[inspection.target]
        inspection.isInMaintenance = config.nodes.isInMaintenance(inspection.target)
    }

    private static func mirrors(_ config: ClusterConfig, besides path: String) -> ExpectedMirrors? {
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
