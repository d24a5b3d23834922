import MirrorCore
import Texts

/// One mirror: all that is answered of it on one page, and under it what nodes will ask and what the mirror says.
struct MirrorStep: WizardStep {
    let id = StepID.mirror
    let parent: StepID? = .mirrors
    let isDense = true

    func fields(_ state: WizardState) -> [Field] {
        [
            Field(.endpoint, .text(\.mirror.endpoint), draftField: .endpoint),
            Field(.mirrorNamespace, .text(\.mirror.mirrorNamespace), draftField: .mirrorNamespace),
            Field(.hosts, .page, draftField: .hosts),
        ] + files(state) + [Field(.probeImage, .text(\.answers.probeImage))]
    }

    /// CA and login: files for the header, Secrets for the spec, where files are for the probe alone.
    private func files(_ state: WizardState) -> [Field] {
        let (ca, login) = (\WizardState.mirror.caCertPath, \WizardState.mirror.pullCredentialConfigPath)
        guard state.place == .spec else {
            return [Field(.caCertPath, .path(ca), draftField: .caCertPath)]
                + [Field(.pullCredentialConfigPath, .path(login), draftField: .pullCredentialConfigPath)]
                + making(state)
        }
        return [
            Field(.caCertSecret, .text(\.mirror.caCertSecret), draftField: .caCertSecret),
            Field(.probeCA, .path(ca), draftField: .caCertPath),
            Field(.pullCredentialSecret, .text(\.mirror.pullCredentialSecret), draftField: .pullCredentialSecret),
            Field(.probeCredentials, .path(login), draftField: .pullCredentialConfigPath),
        ] + making(state)
    }

    /// A config.json that is not there yet; asked for only by whoever wants one.
    private func making(_ state: WizardState) -> [Field] {
        guard state.mirrors.login.isOpen else { return [Field(.openLogin, .button, isDetour: true)] }
        return [
            Field(.loginUser, .text(\.mirrors.login.user)), Field(.loginPassword, .secret(\.passwordText)),
            Field(.makeLogin, .button),
        ]
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        let up = KeyBinding("Esc", [.escape], hint: "mirrors", help: .up) { state, _ in
            state.goUp()
            return []
        }
        let scroll = KeyBinding(
            "PgDn",
            [.pageUp, .pageDown],
            hint: "scroll",
            help: .scroll,
            when: { MirrorForm($0).lastScroll > 0 }
        ) { state, key in
            let form = MirrorForm(state)
            let step = max(1, form.room - 1) * (key == .pageUp ? -1 : 1)
            state.preview.scroll = max(0, min(form.lastScroll, state.preview.scroll + step))
            return []
        }
        return [
            scroll, up,
            KeyBinding("F7", [.function(7)], hint: "rehearse", help: .rehearse, when: \.canRehearse) { state, _ in
                if let endpoint = state.wantedPlan?.endpoint { state.ask(RehearseQuestion(endpoint: endpoint)) }
                return []
            },
            KeyBinding("F8", [.function(8)], hint: "bundle", help: .bundle, when: \.wantsBundle) { state, _ in
                state.askForBundle()
            },
        ] + (state.currentField?.id == .hosts ? [filter] : [])
    }

    /// A letter on the hosts begins to look for one.
    private var filter: KeyBinding {
        KeyBinding(matching: { $0.isTyped && $0 != .character(" ") }) { state, key in
            state.go(to: StepID.hosts)
            return reduceKey(&state, key)
        }
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        switch field.id {
        // Who has none yet is shown which there are; Enter passes those that were chosen.
        case .hosts:
            return FieldAction("hosts", isDue: state.mirror.hosts.isEmpty) { state in
                state.go(to: StepID.hosts)
                return []
            }
        case .openLogin:
            return FieldAction("make") { state in
                state.mirrors.login.isOpen = true
                return []
            }
        case .makeLogin:
            let login = state.wantedLogin
            return FieldAction("make", isReady: login != nil, isDue: login != state.mirrors.login.asked) { state in
                if let login { state.ask(LoginQuestion(login: login)) }
                return []
            }
        default: return nil
        }
    }

    /// The others of the list come next.
    func finish(_ state: inout WizardState) {
        if state.answers.mirrors.isEmpty { state.goBy(1) } else { state.goToNextMirror() }
    }

    func crumb(_ state: WizardState, _ texts: Catalogue) -> String {
        let url = state.mirror.endpoint.isEmpty ? texts("mirrors.new") : printable(state.mirror.endpoint)
        return "\(state.mirrorIndex + 1) \(url)"
    }

    func text(of field: Field, _ state: WizardState, width: Int, _ texts: Catalogue) -> String {
        let always = "\(RegistryHost.alwaysMirrored.name) \(texts("hosts.alwaysShort"))"
        let line = HostsLine(state.mirror.hosts, width: width - DisplayWidth.of(always) - 2)
        return always + (line.shown.isEmpty ? "" : "  " + line.shown) + (line.rest > 0 ? " +\(line.rest)" : "")
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        MirrorForm(state, texts: texts, width: width, height: height).body()
    }
}
