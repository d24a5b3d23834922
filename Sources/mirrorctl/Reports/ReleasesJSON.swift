import MirrorCore

/// `releases --output json`
struct ReleasesJSON: Encodable {
    /// The day the facts were read.
    let readOn: String
    /// The first and the last release the vendor supported on that day.
    let supported: [String]
    /// From the oldest to the newest.
    let releases: [Release]
    let changes: [Change]

    struct Release: Encodable {
        /// The first and the last minor release that the entry speaks of.
        let gdc: [String]
        let containerd: Fact
        /// `config.toml` or `hosts.toml`
        let files: Fact
        /// `creation` or `update`
        let header: Fact
    }

    struct Fact: Encodable {
        let value: String
        let basis: ReleaseBasis
        let source: String
    }

    struct Change: Encodable {
        let id: String
        let text: String
        /// The first version of each minor release that has it.
        let since: [String]
        let basis: ReleaseBasis
        let source: String
    }

    init(_ table: ReleaseTable) {
        readOn = table.readOn
        supported = [table.supported.lowerBound, table.supported.upperBound].map(\.description)
        releases = table.releases.map { release in
            Release(
                gdc: [release.minors.lowerBound, release.minors.upperBound].map(\.description),
                containerd: Fact(release.containerd) { $0.description },
                files: Fact(release.files) { $0.rawValue },
                header: Fact(release.header) { $0.rawValue }
            )
        }
        changes = table.changes.map {
            Change(
                id: $0.id,
                text: texts($0.text),
                since: $0.since.map(\.description),
                basis: $0.basis,
                source: $0.source
            )
        }
    }
}

extension ReleasesJSON.Fact {
    init<Value>(_ fact: ReleaseFact<Value>, _ text: (Value) -> String) {
        self.init(value: text(fact.value), basis: fact.basis, source: fact.source)
    }
}
