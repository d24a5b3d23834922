import Diagnosis
import MirrorCore

/// What happens in the troubleshooting track.
extension WizardState {
    static let explainDelay = 250

    /// The file's nodes take the place of the last file's; what is known of a node stays.
    mutating func adoptNodes() {
        guard let config = clusterConfig else {
            trouble.nodes = Array(trouble.nodes.prefix(1))
            trouble.selected = 0
            return
        }
        let known = trouble.nodes
        trouble.nodes =
            Array(known.prefix(1))
            + config.allNodes.map { node in
                let place = NodeTarget.node(address: node.address)
                var entry = TroubledNode(place: place, pool: node.pool)
                entry.isInMaintenance = config.nodes.isInMaintenance(node.address)
                if let old = known.first(where: { $0.place == place }) { entry.state = old.state }
                return entry
            }
        trouble.selected = min(trouble.selected, trouble.nodes.count - 1)
    }

    package var nodeLogin: NodeLogin {
        NodeLogin(
            user: clusterConfig?.nodes.loginUser ?? "root",
            privateKeyPath: clusterConfig?.nodes.privateKeyPath
        )
    }

    package var fleetFile: FleetFile? {
        clusterConfig.map { FleetFile(config: $0, path: answers.clusterConfigPath) }
    }

    /// Asks nodes for their reports.
    mutating func gather(_ indices: [Int]) -> [Effect] {
        let request = nextRequest()
        var places: [NodeTarget] = []
        for index in indices where trouble.nodes.indices.contains(index) {
            trouble.nodes[index].state = .asking
            places.append(trouble.nodes[index].place)
        }
        guard !places.isEmpty else { return [] }
        let cancel: [Effect] = trouble.gathering == nil ? [] : [.cancelNodes]
        trouble.gathering = request
        trouble.frame = 0
        return cancel + [
            .inspectNodes(request, places, nodeLogin, fleetFile), .wake(.spinTrouble, milliseconds: Self.spinInterval),
        ]
    }

    mutating func nodeInspected(_ request: RequestID, _ place: NodeTarget, _ state: TroubledNode.State) {
        guard trouble.gathering == request, let index = trouble.nodes.firstIndex(where: { $0.place == place }) else {
            return
        }
        trouble.nodes[index].state = state
        // What was said about its pulls rests on older files.
        if trouble.asked?.place == place { trouble.asked = nil }
    }

    mutating func nodesInspected(_ request: RequestID) {
        guard trouble.gathering == request else { return }
        trouble.gathering = nil
        for index in trouble.nodes.indices where trouble.nodes[index].state == .asking {
            trouble.nodes[index].state = .unasked
        }
        orderFleet()
        // Whoever asked for all of them wants to see the odd ones, and those stand at the top.
        if currentField?.id == .askNodes { focus = 1 }
    }

    /// The pull that the answers ask about.
    private var wantedPull: PullQuestion? {
        let image = trouble.image.trimmingBlanks
        guard track.id == .trouble, !image.isEmpty else { return nil }
        if case .failed = trouble.node.state { return nil }
        return PullQuestion(place: trouble.node.place, image: image)
    }

    mutating func askForPull() -> [Effect] {
        let wanted = wantedPull
        guard wanted != trouble.asked else { return [] }
        trouble.asked = wanted
        trouble.answers = [:]
        trouble.live = nil
        let cancel = cancelAsking()
        guard wanted != nil else {
            trouble.outcome = nil
            trouble.request = nil
            return cancel
        }
        let request = nextRequest()
        trouble.request = request
        return cancel + [.wake(.explainPull(request), milliseconds: Self.explainDelay)]
    }

    mutating func pullExplained(_ request: RequestID, _ outcome: PullOutcome) {
        guard trouble.request == request else { return }
        trouble.outcome = outcome
        preview.scroll = 0
    }

    /// Makes the attempts.
    mutating func askLive() -> [Effect] {
        guard let question = trouble.asked, case .explained = trouble.outcome else { return [] }
        let cancel = cancelAsking()
        let request = nextRequest()
        trouble.asking = request
        trouble.answers = [:]
        trouble.live = nil
        trouble.pane = .attempts
        trouble.frame = 0
        return cancel + [.askLive(request, question, nodeLogin), .wake(.spinTrouble, milliseconds: Self.spinInterval)]
    }

    private mutating func cancelAsking() -> [Effect] {
        guard trouble.asking != nil else { return [] }
        trouble.asking = nil
        return [.cancelLive]
    }

    mutating func pullAnswered(_ request: RequestID, _ index: Int, _ answer: LiveAnswer) {
        if trouble.asking == request { trouble.answers[index] = answer }
    }

    mutating func pullFinished(_ request: RequestID, _ end: LiveEnd) {
        guard trouble.asking == request else { return }
        trouble.asking = nil
        trouble.live = end
    }

    /// Before F5: the mirror that the first attempt is about, where the answers hold it.
    mutating func selectTroubledMirror() {
        guard case .explained(let pull) = trouble.outcome, let first = pull.plan.resolving.first else { return }
        let index = answers.mirrors.firstIndex { "\($0.endpoint)/".contains("//\(first.endpoint.host)/") }
        if let index { mirrorIndex = index }
    }
}
