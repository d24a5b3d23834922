import Containerd

/// What a node was found to hold and to do at one moment; written by `collector.sh`, read by `NodeReportParser`.
///
/// Its `files` are `NodeFiles`: the engine judges a report as it judges a disk. Everything in it is untrusted text.
package struct NodeReport: Equatable, Sendable {
    /// The node's own name, `uname -n`.
    package var name: String { facts["node"] ?? "" }
    /// `clock`, `config`, `named`, `node`, `os`, `pid`, `secrets`, `systemCAs`, `uid`, `unit`: the last of each.
    package var facts: [String: String] = [:]
    /// Configuration files that changed after containerd had started.
    package var changedSinceStart: [String] = []
    package var files = NodeReportFiles()
    /// What commands printed, by name: `version`, `dump`, `unit`, `environment`, `space`, `journal`.
    package var outputs: [String: String] = [:]
    /// What stood before the report: a login shell's greetings. At most 2000 characters.
    package var noise = ""

    package init() {}
}

extension NodeReport {
    /// Passwords and tokens were replaced on the node.
    package var isMasked: Bool { facts["secrets"] == "masked" }

    /// The configuration file that containerd was started with.
    package var configPath: String { facts["config"] ?? ContainerdConfig.defaultPath }

    /// What `containerd --version` said.
    package var containerdVersion: ContainerdVersion? { outputs["version"].flatMap { ContainerdVersion($0) } }

    /// Seconds since 1970, when the report was made; `nil` for what no clock shows.
    package var clock: Int64? {
        facts["clock"].flatMap { Int64($0) }.flatMap { (0...253_402_300_799).contains($0) ? $0 : nil }
    }

    /// The system's CA bundle, when it came along.
    package var systemCAPath: String? { facts["systemCAs"] }

    package var isRoot: Bool { facts["uid"] == "0" }

    /// `active`, `inactive`, `failed`; `nil` where nobody could say.
    package var unitState: String? { facts["unit"] }

    /// containerd's lines about pulls, oldest first.
    package var journal: [String] {
        (outputs["journal"] ?? "").split(separator: "\n").map(String.init)
    }

    /// The parts that `containerd config dump` prints about pulling; `nil` when it was not run or failed.
    package var dump: String? {
        guard let text = outputs["dump"], text.contains("[plugins") else { return nil }
        return text
    }

    /// Why `containerd config dump` failed, in its own words.
    package var dumpError: String? {
        (outputs["dump"] ?? "").split(separator: "\n").first { $0.hasPrefix("containerd: ") }.map(String.init)
    }

    /// Free kibibytes and used per cent of the file system that images are unpacked on.
    package var imageSpace: (free: Int64, usedPercent: Int)? {
        for line in (outputs["space"] ?? "").split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count >= 6, let free = Int64(fields[3]), fields[4].hasSuffix("%"),
                let used = Int(fields[4].dropLast())
            else { continue }
            return (free, used)
        }
        return nil
    }

    /// Variables of the running containerd, else those of its unit's files: proxies and CA bundles.
    package var environment: [String: String] {
        guard let text = outputs["environment"] else { return unit.environment }
        var result: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let equals = line.firstIndex(of: "=") else { continue }
            result[String(line[..<equals])] = String(line[line.index(after: equals)...])
        }
        return result
    }

    /// What the unit's files say, as far as they came along.
    package var unit: ContainerdUnit { ContainerdUnit(in: files, known: files.paths) }

    /// `--config` names the configuration file.
    package var isConfigNamed: Bool { facts["named"] != nil }
}
