import Testing

@testable import MirrorCore

/// Which place counts, by type, release and operation: the table of the page, and the release note of 1.35.
@Suite struct HeaderRuleTests {
    struct Case: Sendable, CustomStringConvertible {
        let type: ClusterType
        let version: String
        let operation: ClusterOperation
        /// The place that is taken unasked.
        let usual: MirrorPlace
        /// What is said of an edit of the header, and of the spec; empty where it has an effect.
        let header: String
        let spec: String
        let isOffered: Bool

        var description: String { "\(type.rawValue) \(version) \(operation.rawValue)" }
    }

    static let cases: [Case] = [
        "1.33.200-gke.70", "1.34.0-gke.566", "1.35.0-gke.525", "1.36.0-gke.532", "1.37.0-gke.1", "?",
    ]
    .flatMap { version -> [Case] in
        let isNew = ["1.35", "1.36", "1.37"].contains { version.hasPrefix($0) }
        let managed = [ClusterType.admin, .hybrid, .standalone].flatMap { type in
            ClusterOperation.allCases.map {
                Case(
                    type: type,
                    version: version,
                    operation: $0,
                    usual: .header,
                    header: "",
                    spec: "specOfManagedCluster",
                    isOffered: false
                )
            }
        }
        return managed + [
            Case(
                type: .user,
                version: version,
                operation: .create,
                usual: .header,
                header: "",
                spec: "",
                isOffered: false
            ),
            Case(
                type: .user,
                version: version,
                operation: .update,
                usual: .spec,
                header: isNew ? "headerRestsOnNote" : "headerOfUserCluster",
                spec: "",
                isOffered: isNew
            ),
        ]
    }

    private static let placeConcerns: Set<String> = [
        "headerRestsOnNote", "headerOfUserCluster", "specOfManagedCluster",
    ]

    private static func config(_ row: Case, header: String = "", spec: String = "") throws -> ClusterConfig {
        let version = row.version == "?" ? "" : "\n  anthosBareMetalVersion: \(row.version)"
        let text = """
            gcrKeyPath: /k
            \(header)
            ---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            spec:
              type: \(row.type.rawValue)\(version)
            \(spec)
            """
        return try ClusterConfig(yaml: Array(text.utf8))
    }

    private static func concerns(_ config: ClusterConfig, _ row: Case, _ place: MirrorPlace) throws -> [EditConcern] {
        let drafts = [MirrorDraft(endpoint: "https://10.1.2.3:5000", hosts: ["docker.io"])]
        let mirrors = try #require(validate(drafts, for: place).mirrors)
        return IntendedEdit(config: config, place: place, operation: row.operation, mirrors: mirrors).concerns
    }

    @Test(arguments: cases)
    func theTableHolds(row: Case) throws {
        let config = try Self.config(row)
        let placement = config.placement(for: row.operation)
        #expect(placement.place == row.usual)
        #expect((placement.alternative?.place == .header) == row.isOffered)
        for (place, wanted) in [(MirrorPlace.header, row.header), (.spec, row.spec)] {
            let said = try Self.concerns(config, row, place).filter { Self.placeConcerns.contains($0.id) }
            #expect(said.map(\.id) == (wanted.isEmpty ? [] : [wanted]), "\(place)")
            for concern in said { #expect((concern.severity == .refusal) == (concern.id != "headerRestsOnNote")) }
        }
    }

    /// Both places filled: from 1.35 on nobody knows which counts; below, the header's have no effect.
    @Test(arguments: cases.filter { $0.type == .user && $0.operation == .update })
    func bothPlacesAreSaid(row: Case) throws {
        let entry = "registryMirrors: [{endpoint: 'https://a.lan'}]"
        let config = try Self.config(row, header: entry, spec: "  nodeConfig: {\(entry)}")
        let said = try Self.concerns(config, row, .spec).map(\.id)
        #expect(said.contains("mirrorsInBothPlaces") == row.isOffered)
        #expect(said.contains("headerMirrorsOfUserCluster") == !row.isOffered)
        let ofHeader = try Self.concerns(config, row, .header).map(\.id)
        #expect(ofHeader.contains("mirrorsInBothPlaces") == row.isOffered)
    }

    @Test func choosingKeepsTheReason() {
        let usual = MirrorPlacement(type: .user, operation: .update, version: GDCVersion(1, 35))
        let header = usual.choosing(.header)
        #expect(header.place == .header && header.reason.key == "placement.headerRestsOnNote")
        #expect(header.choosing(.spec).reason == usual.reason)
        #expect(usual.choosing(nil) == usual && usual.choosing(.spec) == usual)
        let old = MirrorPlacement(type: .user, operation: .update, version: GDCVersion(1, 34))
        #expect(old.choosing(.header).reason.key == "placement.asked.header")
    }
}
