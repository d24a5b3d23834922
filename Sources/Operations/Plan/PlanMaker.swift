import Containerd
import Diagnosis
import FoundationEssentials
import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem
import Threads

/// Makes plans, and holds them against what is there now.
package enum PlanMaker {
    /// - Parameters:
    ///   - probes: whether the mirrors are asked; what they answer becomes part of the plan.
    ///   - asking: is told each mirror before it is asked.
    package static func make(
        _ planned: PlannedChange,
        probes: Bool = true,
        cancellation: Cancellation = Cancellation(),
        asking: (_ endpoint: String) -> Void = { _ in }
    ) throws(CancellationError) -> ChangePlan {
        let answers = probes ? try probe(planned.intended.map(ChangePlan.Probe.init), cancellation, asking) : nil
        return make(planned, probes: answers)
    }

    private static func make(_ planned: PlannedChange, probes: [ChangePlan.Probe]?) -> ChangePlan {
        let salt = randomSalt()
        let materials = materials(of: planned.intended).map { kind, path in
            let digest = read(path).flatMap { SaltedDigest($0, salt: salt, by: KeyDerivation.pbkdf2) }
            return ChangePlan.Material(kind: kind, path: path, digest: digest)
        }
        let bytes = planned.file.snapshot.bytes
        return ChangePlan(
            operation: planned.operation,
            place: planned.placement.place,
            clusterConfig: ChangePlan.File(path: planned.file.snapshot.target, sha256: SHA256.hex(bytes)),
            mirrors: planned.intended,
            edit: PlanEdit(from: bytes, to: planned.change.after),
            materials: materials,
            probes: probes
        )
    }

    /// What has moved since the plan was made; the mirrors are asked again only when no file has moved.
    package static func moves(
        since plan: ChangePlan,
        cancellation: Cancellation = Cancellation(),
        asking: (_ endpoint: String) -> Void = { _ in }
    ) throws(CancellationError) -> [PlanMove] {
        let moves = plan.moves(file: read(plan.clusterConfig.path), material: read, derive: KeyDerivation.pbkdf2)
        guard moves.isEmpty, let probes = plan.probes else { return moves }
        return plan.moves(probes: try probe(probes, cancellation, asking))
    }

    /// Files that mirrors name, each once, as absolute paths.
    private static func materials(of mirrors: [MirrorDraft]) -> [(ChangePlan.Material.Kind, String)] {
        var found: [(ChangePlan.Material.Kind, String)] = []
        func add(_ kind: ChangePlan.Material.Kind, _ path: String) {
            guard !path.isEmpty, !found.contains(where: { $0 == (kind, absolute(path)) }) else { return }
            found.append((kind, absolute(path)))
        }
        for mirror in mirrors {
            add(.ca, mirror.caCertPath)
            add(.credential, mirror.pullCredentialConfigPath)
        }
        return found
    }

    private static func read(_ path: String) -> [UInt8]? { (try? FileSnapshot(reading: path))?.bytes }

    static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    private static func randomSalt() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<2).map { _ in String(random.next() as UInt64, radix: 36) }.joined(separator: "-")
    }

    /// Asks each mirror what it answers now.
    private static func probe(
        _ probes: [ChangePlan.Probe],
        _ cancellation: Cancellation,
        _ asking: (String) -> Void
    ) throws(CancellationError) -> [ChangePlan.Probe] {
        var answered: [ChangePlan.Probe] = []
        for var probe in probes {
            if let plan = probe.plan {
                asking(probe.endpoint)
                let report = Prober().probe(plan, cancellation: cancellation)
                if report.isCancelled { throw CancellationError() }
                probe.findings = Set(diagnose(report).map(\.code)).sorted()
            }
            answered.append(probe)
        }
        return answered
    }
}

extension ChangePlan.Probe {
    /// What a node's pull would need, as far as this workstation has it; nothing is asked yet.
    init(_ draft: MirrorDraft) {
        self.init(
            endpoint: draft.url,
            caCertPath: draft.caCertPath.isEmpty ? nil : PlanMaker.absolute(draft.caCertPath),
            pullCredentialConfigPath: draft.pullCredentialConfigPath.isEmpty
                ? nil : PlanMaker.absolute(draft.pullCredentialConfigPath),
            findings: []
        )
    }

    var plan: ProbePlan? {
        guard let mirror = validate([MirrorDraft(endpoint: endpoint)], for: .header).mirrors?.first else {
            return nil
        }
        return ProbePlan(
            endpoint: mirror.endpoint,
            caCertPath: caCertPath,
            pullCredentialConfigPath: pullCredentialConfigPath
        )
    }
}
