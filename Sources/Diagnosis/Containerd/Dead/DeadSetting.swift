import Containerd
import Texts

/// Something that stands in a node's files and that this containerd does not use as it is meant.
package struct DeadSetting: Equatable, Sendable {
    /// Its texts are `CODE.title`, `CODE.cause` and `CODE.next` of the catalogue.
    package enum Kind: String, CaseIterable, Sendable {
        /// The registry table of a plugin that this version does not have.
        case table = "MIR0702"
        /// Docker Hub under another name than `docker.io`.
        case hubName = "MIR0710"
        /// 1.x: a drop-in puts its table in the place of this one.
        case replacedTable = "MIR0721"
        /// 2.x: a drop-in says something else for the same key.
        case replacedValue = "MIR0722"
        /// A key of `config.toml` that is misspelt, or stands elsewhere.
        case key = "MIR0723"
        /// A key of `configs` or `auths` that no endpoint has.
        case configsKey = "MIR0724"
        /// A key of `mirrors`, or a folder, that no image's name leads to.
        case hostName = "MIR0725"
        /// A file of a host's folder that is not read.
        case file = "MIR0726"
        /// A key of `hosts.toml` that is unknown, or belongs to another table than it seems.
        case hostsKey = "MIR0727"
        /// A folder with `hosts.toml` files that no `config_path` names.
        case unnamedFolder = "MIR0728"
        /// `config_path` names a folder that is not there.
        case missingFolder = "MIR0729"
        /// An entry of `disabled_plugins` that names no plugin of this release.
        case plugin = "MIR0734"
        /// A key of `mirrors`, or a folder, that counts for images only that are named in an unusual way.
        case otherSpelling = "MIR0735"
        /// Settings for the mirrored registry itself, while its mirrors have none.
        case upstreamOnly = "MIR0733"

        package var severity: Finding.Severity {
            switch self {
            case .table, .replacedTable: .error
            case .upstreamOnly: .info
            default: .warning
            }
        }

        /// The setting could have named a mirror.
        var namesMirror: Bool {
            switch self {
            case .configsKey, .upstreamOnly, .replacedValue, .plugin: false
            default: true
            }
        }
    }

    /// Whose images it was meant for.
    package enum Hosts: Equatable, Sendable {
        case every
        case these(Set<String>)
        /// Whichever host the name was meant for: one that it holds, that begins with it, or that the pattern fits.
        case like(String)

        func contains(_ host: String) -> Bool {
            switch self {
            case .every: true
            case .these(let hosts): hosts.contains(host)
            case .like(let name): Self.isLike(name.lowercased(), host)
            }
        }

        private static func isLike(_ name: String, _ host: String) -> Bool {
            if name.hasPrefix("*") {
                let end = name.drop { $0 == "*" }
                return host.hasSuffix(end) || end == "." + host
            }
            return name.contains(host) || !name.isEmpty && host.hasPrefix(name + ".")
        }
    }

    package let kind: Kind
    package let place: SourcePosition
    /// Keys, addresses and paths as they are written, never a secret.
    package let written: String
    /// Why this version does not use it.
    package let reason: Phrase
    /// What would bring it into force.
    package let remedy: Phrase
    package let hosts: Hosts

    init(
        _ kind: Kind,
        _ place: SourcePosition,
        _ written: String,
        reason: Phrase,
        remedy: Phrase,
        hosts: Hosts = .every
    ) {
        self.kind = kind
        self.place = place
        self.written = Redaction.text(written)
        self.reason = reason
        self.remedy = remedy
        self.hosts = hosts
    }

    package var finding: Finding {
        Finding(
            code: kind.rawValue,
            severity: kind.severity,
            evidence: ["\(place): \(written)"],
            arguments: ["place": "\(place)", "setting": written],
            parts: ["reason": reason, "next": remedy]
        )
    }
}
