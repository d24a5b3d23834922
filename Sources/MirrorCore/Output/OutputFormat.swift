import Texts

/// What a format renders: the mirrors and the little it needs to know of their cluster.
package struct MirrorConfiguration: Equatable, Sendable {
    package var mirrors: [RegistryMirror]

    package init(mirrors: [RegistryMirror]) { self.mirrors = mirrors }

    /// `gcr.io` first, then every listed host in the order it first occurs.
    package var mirroredHosts: [RegistryHost] {
        var seen: Set = [RegistryHost.alwaysMirrored]
        return [.alwaysMirrored] + mirrors.flatMap(\.hosts).filter { seen.insert($0).inserted }
    }

    /// The mirrored hosts, each with the mirrors that serve it: in one pass, for lists of thousands.
    package var mirrorsByHost: [(host: RegistryHost, mirrors: [RegistryMirror])] {
        var serving: [RegistryHost: [Int]] = [:]
        for (index, mirror) in mirrors.enumerated() {
            for host in mirror.hosts where serving[host]?.last != index { serving[host, default: []].append(index) }
        }
        serving[.alwaysMirrored] = Array(mirrors.indices)
        return mirroredHosts.map { host in (host, (serving[host] ?? []).map { mirrors[$0] }) }
    }

    /// The mirrors that serve a host, in the order they are tried: every mirror serves `gcr.io`.
    package func mirrors(of host: RegistryHost) -> [RegistryMirror] {
        mirrors.filter { host == .alwaysMirrored || $0.hosts.contains(host) }
    }
}

/// One file as it would be written, with what must be said about it.
package struct RenderedFile: Equatable, Sendable {
    /// Relative to where the format belongs: a node's root, or the admin workstation's folder.
    package let path: String
    /// Ends in a newline.
    package let text: String
    /// What the vendor has not published, and so is inferred here.
    package let inferred: [Phrase]

    package init(path: String, text: String, inferred: [Phrase] = []) {
        self.path = path
        self.text = text
        self.inferred = inferred
    }
}

/// A way to spell mirrors. ADD A FORMAT as a file in this folder and a line in `OutputFormats`.
package protocol OutputFormat: Sendable {
    /// What `render --format` takes.
    var id: String { get }
    /// Which of the two sources of CA and credentials it spells; `nil` for files on a node, which know neither.
    var place: MirrorPlace? { get }
    /// The name on its tab of the preview; `nil` for a part of the cluster config file, which is previewed as a whole.
    var tab: String? { get }
    /// Which nodes read it; `nil` where that rests on no release.
    var form: NodeFileForm? { get }
    func render(_ configuration: MirrorConfiguration) -> [RenderedFile]
}

extension OutputFormat {
    package var tab: String? { nil }
    package var form: NodeFileForm? { nil }
}
