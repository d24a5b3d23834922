import Containerd
import Texts

/// A change that was looked at and may be written later, if nothing has moved until then.
///
/// `diff --plan-out` makes it and `apply PLAN` writes it. It holds no secret, but the bytes of the change.
package struct ChangePlan: Equatable, Sendable, Codable {
    /// The file whose mirrors change.
    package struct File: Equatable, Sendable, Codable {
        /// Absolute.
        package var path: String
        package var sha256: String

        package init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    /// A file that the mirrors name.
    package struct Material: Equatable, Sendable, Codable {
        package enum Kind: String, Equatable, Sendable, Codable { case ca, credential }

        package var kind: Kind
        /// Absolute.
        package var path: String
        /// `nil` when there is none, or it cannot be read.
        package var digest: SaltedDigest?

        package init(kind: Kind, path: String, digest: SaltedDigest?) {
            self.kind = kind
            self.path = path
            self.digest = digest
        }
    }

    /// What the probe of one mirror has found.
    package struct Probe: Equatable, Sendable, Codable {
        package var endpoint: String
        package var caCertPath: String?
        package var pullCredentialConfigPath: String?
        /// Codes, sorted, each once.
        package var findings: [String]

        package init(
            endpoint: String,
            caCertPath: String? = nil,
            pullCredentialConfigPath: String? = nil,
            findings: [String]
        ) {
            self.endpoint = endpoint
            self.caCertPath = caCertPath
            self.pullCredentialConfigPath = pullCredentialConfigPath
            self.findings = findings
        }
    }

    /// The version of this format.
    package var mirrorctlPlan = ChangePlan.format
    package static let format = 2
    /// Files that mirrors name; each of them costs `SaltedDigest`.
    package static let mostMaterials = 4096

    package var operation: ClusterOperation
    package var place: MirrorPlace
    package var clusterConfig: File
    package var mirrors: [MirrorDraft]
    package var edit: PlanEdit
    package var materials: [Material]
    /// `nil` when nothing was probed.
    package var probes: [Probe]?

    package init(
        operation: ClusterOperation,
        place: MirrorPlace,
        clusterConfig: File,
        mirrors: [MirrorDraft],
        edit: PlanEdit,
        materials: [Material],
        probes: [Probe]?
    ) {
        self.operation = operation
        self.place = place
        self.clusterConfig = clusterConfig
        self.mirrors = mirrors
        self.edit = edit
        self.materials = materials
        self.probes = probes
    }
}

/// What is not any more as it was when a plan was made.
package enum PlanMove: Equatable, Sendable {
    case file(path: String)
    case fileGone(path: String)
    /// The file says already what was planned.
    case done(path: String)
    case material(ChangePlan.Material.Kind, path: String, PlanMove.Kind)
    /// A finding of the probe that is new, or is there no more.
    case finding(code: String, endpoint: String, isNew: Bool)

    package enum Kind: String, Equatable, Sendable { case changed, gone, appeared }

    package var phrase: Phrase {
        switch self {
        case .file(let path): Phrase("plan.moved.file", ["path": path])
        case .fileGone(let path): Phrase("plan.moved.fileGone", ["path": path])
        case .done(let path): Phrase("plan.moved.done", ["path": path])
        case .material(let kind, let path, let change):
            Phrase("plan.moved.\(kind.rawValue).\(change.rawValue)", ["path": path])
        case .finding(let code, let endpoint, let isNew):
            Phrase(
                isNew ? "plan.moved.findingNew" : "plan.moved.findingGone",
                ["code": code, "endpoint": endpoint]
            )
        }
    }
}

extension ChangePlan {
    /// Compares what the plan saw with what is there now.
    ///
    /// - Parameters:
    ///   - file: `nil` when it cannot be read.
    ///   - material: the bytes of a file that the mirrors name.
    package func moves(
        file: [UInt8]?,
        material: (String) -> [UInt8]?,
        derive: SaltedDigest.Derivation
    ) -> [PlanMove] {
        var moves: [PlanMove] = []
        if let file {
            let (path, digest) = (clusterConfig.path, SHA256.hex(file))
            if digest != clusterConfig.sha256 {
                moves.append(digest == edit.result ? .done(path: path) : .file(path: path))
            }
        } else {
            moves.append(.fileGone(path: clusterConfig.path))
        }
        for planned in materials {
            let now = material(planned.path)
            switch (planned.digest, now) {
            case (let digest?, let bytes?):
                if !digest.isOf(bytes, by: derive) {
                    moves.append(.material(planned.kind, path: planned.path, .changed))
                }
            case (.some, nil): moves.append(.material(planned.kind, path: planned.path, .gone))
            case (nil, .some): moves.append(.material(planned.kind, path: planned.path, .appeared))
            case (nil, nil): break
            }
        }
        return moves
    }

    /// Compares the findings of the probes with those of new ones; a mirror that was not asked again does not count.
    package func moves(probes now: [Probe]) -> [PlanMove] {
        (probes ?? []).flatMap { planned -> [PlanMove] in
            guard let now = now.first(where: { $0.endpoint == planned.endpoint }) else { return [] }
            let new = now.findings.filter { !planned.findings.contains($0) }
            let gone = planned.findings.filter { !now.findings.contains($0) }
            return new.map { .finding(code: $0, endpoint: planned.endpoint, isNew: true) }
                + gone.map { .finding(code: $0, endpoint: planned.endpoint, isNew: false) }
        }
    }
}
