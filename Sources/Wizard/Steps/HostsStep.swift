import MirrorCore
import Texts

/// Which public registries the mirror stands in for.
struct HostsStep: WizardStep {
    let id = StepID.hosts
    let isAboutOneMirror = true

    func fields(_ state: WizardState) -> [Field] {
        let usual = RegistryHost.usual.map(\.name)
        let others = state.ownHosts
        let toggles = (usual + others).map { host in
            Field(
                .host,
                .toggle(
                    Toggle(label: printable(host), isOn: state.mirror.hosts.contains(host)) { state in
                        state.turnHost(host)
                    }
                ),
                draftField: .hosts
            )
        }
        return toggles + [Field(.otherHost, .text(\.mirrors.otherHost))]
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        let host = state.mirrors.otherHost.trimmingBlanks
        guard field.id == .otherHost, !host.isEmpty else { return nil }
        return FieldAction("add") { state in
            if !state.mirror.hosts.contains(host) { state.turnHost(host) }
            state.mirrors.otherHost = ""
            // The list has grown above the field.
            state.focus = fields(state).count - 1
            state.cursor = 0
            return []
        }
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        var body = FormView(step: self, state: state, texts: texts).body(width: width)
        // gcr.io is mirrored whether it is listed or not, so there is nothing to turn.
        let always: StyledLine = [Span("[x] gcr.io", .hint), Span("  " + texts("hosts.always"), .hint)]
        body.insert(always, at: state.answers.mirrors.count > 1 || state.mirrorIndex > 0 ? 3 : 2)
        return body
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        let issues = state.issuesOfCurrentMirror.filter { $0.field == .hosts }
        for issue in issues {
            body.add(texts(issue.problem), .error, indent: 0, marker: "✗")
            body.add(texts(issue.fix), .warning, indent: 0, marker: "→")
        }
        if state.clusterConfig != nil, state.clusterConfig?.header?.gcrKeyPath == nil {
            body.add(texts("cluster.noGCRKey"), .warning, indent: 0, marker: "!")
        }
    }
}

extension WizardState {
    /// Registry hosts that are none of the usual ones, in their order, with those that were turned off on this page.
    fileprivate var ownHosts: [String] {
        let usual = RegistryHost.usual.map(\.name)
        return form.offeredHosts + mirror.hosts.filter { !usual.contains($0) && !form.offeredHosts.contains($0) }
    }

    /// Adds or removes a host of the current mirror; the order is the order of adding.
    mutating func turnHost(_ host: String) {
        if let index = mirror.hosts.firstIndex(of: host) {
            form.offeredHosts = ownHosts
            mirror.hosts.remove(at: index)
        } else {
            mirror.hosts.append(host)
        }
    }
}
