import Containerd
import MirrorCore
import Texts

/// Files by which images are judged: those that nodes of one line would have, or one node's own.
package struct AuditSource: Sendable {
    package var explainer: PullExplainer
    /// `nil` for one node's own files.
    package let line: NodeLine?
    /// Logins by `HOST[:PORT]`, with those of the files.
    package var credentials: RegistryCredentials

    package init(_ explainer: PullExplainer, line: NodeLine? = nil) {
        self.explainer = explainer
        self.line = line
        credentials = explainer.credentials
    }

    /// One for each line that nodes of the file may be on; none for a line whose files containerd would not start with.
    ///
    /// - Parameter ca: the mirror's CA, PEM; `nil` where it is not known.
    package static func sources(
        of config: ClusterConfig,
        mirrors: [RegistryMirror],
        ca: (MirrorEndpoint) -> [UInt8]?
    ) -> [AuditSource] {
        var lines: [NodeLine] = []
        for line in config.nodeGroups.flatMap({ $0.lines() }) where !lines.contains(line) { lines.append(line) }
        if lines.isEmpty { lines = ReleaseTable.current.currentLines }
        lines.sort { $0.minors.lowerBound < $1.minors.lowerBound }
        let configuration = MirrorConfiguration(mirrors: mirrors)
        return lines.compactMap { line in
            PullPreview.explainer(configuration, on: line, ca: ca).map { AuditSource($0, line: line) }
        }
    }

    /// containerd 1.7.34 (GDC 1.33), or the version alone.
    package var title: Phrase {
        let version = ["version": "\(explainer.rules.version)"]
        guard let line else { return Phrase("audit.containerd", version) }
        return Phrase("audit.containerdOf", version, parts: ["releases": line.releases])
    }
}
