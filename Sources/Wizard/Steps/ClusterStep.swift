import MirrorCore
import Texts

/// Which cluster config file, and whether its cluster exists: together they decide the place of the mirrors.
struct ClusterStep: WizardStep {
    let id = StepID.cluster

    func fields(_ state: WizardState) -> [Field] {
        let path = Field(.clusterConfig, .path(\.answers.clusterConfigPath), draftField: .clusterConfig)
        guard !state.answers.clusterConfigPath.isEmpty else {
            return [path, Field(.newHeader, .path(\.answers.newHeaderPath))]
        }
        if case .repairable = state.mirrors.cluster { return [path, Field(.repairFile, .button)] }
        let operation = Choice(
            options: ClusterOperation.allCases.map { Phrase("operation.\($0.rawValue)") },
            selected: ClusterOperation.allCases.firstIndex(of: state.answers.operation) ?? 0
        ) { state, index in
            state.answers.operation = ClusterOperation.allCases[index]
            state.adoptMirrors()
        }
        return [path, Field(.operation, .choice(operation))] + placeField(state) + AdoptFields(state: state).fields
    }

    /// Where two places are said to have an effect.
    private func placeField(_ state: WizardState) -> [Field] {
        guard state.placement.alternative != nil else { return [] }
        let places: [MirrorPlace] = [.spec, .header]
        let choice = Choice(
            options: places.map { Phrase("place.choice.\($0.rawValue)") },
            selected: places.firstIndex(of: state.place) ?? 0
        ) { state, index in
            state.answers.place = places[index]
            state.adoptMirrors()
        }
        return [Field(.place, .choice(choice))]
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        switch field.id {
        case .adopt:
            let adopt = state.mirrors.adopt
            return FieldAction("takeOver", isReady: adopt.request != nil, isDue: adopt.request != adopt.asked) {
                $0.startAdopting()
            }
        case .repairFile:
            guard case .repairable(_, let preview) = state.mirrors.cluster else { return nil }
            return FieldAction(nil) { state in
                state.ask(RepairQuestion(preview: preview))
                return []
            }
        default: return nil
        }
    }

    func status(_ state: WizardState) -> StepStatus {
        switch state.mirrors.cluster {
        case .failed, .repairable: .wrong
        case .read(let config): config.isNone ? .wrong : .done
        case .reading: .pending
        case .none: state.answers.mirrors.isEmpty && state.answers.newHeaderPath.isEmpty ? .pending : .done
        }
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        switch state.mirrors.cluster {
        case .none: body.add(texts("cluster.new", ["path": state.newHeaderPath]), .hint)
        case .reading: body.addRunning(texts("cluster.reading"))
        case .failed(let phrase, let fix):
            body.add(texts(phrase), mark: .wrong)
            if let fix { body.add(texts(fix), indent: 2, mark: .remedy) }
            body.add(texts("cluster.orNew"), .hint, indent: 2)
        case .repairable(let phrase, let preview):
            body.add(texts(phrase), mark: .wrong)
            body.add(texts("repair.found"), .text, indent: 2, mark: .remedy)
            for line in preview.diff where line.kind != .context { body.add([Span("  ")] + line.styled) }
        case .read(let config): add(config, to: &body, state, texts)
        }
    }

    private func add(_ config: ClusterConfig, to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        if let note = state.mirrors.repair.note { body.add(texts(note), mark: .good) }
        AdoptFields(state: state).addNotes(to: &body, texts)
        guard !config.isNone else {
            body.add(texts("cluster.noConfig"), mark: .wrong)
            return body.add(texts("edit.fix.noCluster"), indent: 2, mark: .remedy)
        }
        body.add(ClusterSummary(config: config, texts: texts).long, mark: .good)
        let placement = state.placement
        body.add(texts("place.\(placement.place.rawValue)"), .value, indent: 2)
        body.add(texts(placement.reason), .text, indent: 2)
        if let version = config.cluster?.version, !ReleaseTable.current.knows(version) {
            let newest = ReleaseTable.current.newest?.description ?? ""
            let unknown = Phrase("releases.unknown", ["version": version.description, "newest": newest])
            body.add(texts(unknown), mark: .doubtful)
        }
        let count = config.registryMirrors(at: placement.place).count
        body.add(texts(count == 0 ? "cluster.noMirrors" : "cluster.mirrors", ["count": "\(count)"]), .text, indent: 2)
        if config.header?.gcrKeyPath == nil {
            body.add(texts("cluster.noGCRKey"), mark: .doubtful)
        }
        for note in config.notes { body.add(texts(note), mark: .doubtful) }
    }
}

/// A cluster in one line.
struct ClusterSummary {
    let config: ClusterConfig
    let texts: Catalogue

    /// `admin1 · admin · 1.33.200`
    var short: String {
        guard let cluster = config.cluster else {
            return texts(config.isNone ? "cluster.neither" : "cluster.headerOnly")
        }
        let type = cluster.type?.rawValue ?? texts("cluster.unknownType")
        return printable([cluster.name, type, cluster.versionText].filter { !$0.isEmpty }.joined(separator: " · "))
    }

    var long: String {
        guard let cluster = config.cluster else { return texts("cluster.headerOnly") }
        return texts(
            cluster.type == nil ? "cluster.foundWithoutType" : "cluster.found",
            [
                "name": cluster.name, "type": cluster.type?.rawValue ?? "",
                "version": cluster.versionText.isEmpty ? texts("cluster.unknownVersion") : cluster.versionText,
                "pools": "\(config.nodePools.count)",
            ]
        )
    }
}

extension ClusterConfig {
    /// Some other file, or an empty one.
    fileprivate var isNone: Bool { header == nil && cluster == nil }
}
