import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// "The wizard shows the command that does the same": what the Write page shows is run in a shell, as it stands there, and
/// leaves the same bytes as the page's own button.
@Suite struct ShownEditTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// `nil` for a new header.
        var file: String?
        /// What stands in the file's name besides.
        var folder = "it's a $HOME"
        var operation = ClusterOperation.update
        var place: MirrorPlace?
        /// `nil` leaves what the file has.
        var mirrors: [MirrorDraft]?
        var testDescription: String { name }
    }

    static let full = MirrorDraft(
        endpoint: "https://172.18.0.20:5000/v2/a/b",
        hosts: ["docker.io", "quay.io", "gcr.io"],
        caCertPath: "/root/the ca.crt",
        pullCredentialConfigPath: "/root/.docker/config.json"
    )
    static let secrets = MirrorDraft(
        endpoint: "https://10.9.0.1",
        mirrorNamespace: "team",
        hosts: ["docker.io"],
        caCertSecret: "anthos-creds/ca",
        pullCredentialSecret: "anthos-creds/pull"
    )

    static let cases = [
        Case(name: "a new header", mirrors: [full, MirrorDraft(endpoint: "http://h", hosts: ["docker.io"])]),
        Case(name: "a header with a list", file: ClusterSamples.admin(["10.0.0.1"]), mirrors: [full]),
        Case(
            name: "three mirrors, with and without everything",
            file: ClusterSamples.hybrid,
            mirrors: [
                full, MirrorDraft(endpoint: "https://[fd00::1]:5000", mirrorNamespace: "x"), full.named("https://z"),
            ]
        ),
        Case(name: "the list goes", file: ClusterSamples.admin(["10.0.0.1"]), mirrors: []),
        Case(name: "nothing changes", file: ClusterSamples.admin(["10.0.0.1"])),
        Case(name: "a spec", file: AdoptCommandTests.user, mirrors: [secrets, secrets.named("https://z")]),
        Case(
            name: "a user cluster that is to be made",
            file: AdoptCommandTests.user,
            operation: .create,
            mirrors: [full]
        ),
        Case(
            name: "the other of two places",
            file: AdoptCommandTests.user.replacing("1.33.200-gke.70", with: "1.35.0-gke.525"),
            place: .header,
            mirrors: [full]
        ),
        Case(
            name: "a template",
            file: ClusterSamples.admin(["10.0.0.1"]).replacing("name: admin1", with: "name: {{ .name }}"),
            mirrors: [full]
        ),
        Case(name: "a name like an option", file: ClusterSamples.admin(["10.0.0.1"]), folder: "-f", mirrors: [full]),
    ]

    private func answers(_ one: Case, _ path: String) -> Answers {
        var answers = Answers()
        if one.file == nil { answers.newHeaderPath = path } else { answers.clusterConfigPath = path }
        answers.operation = one.operation
        answers.place = one.place
        answers.mirrors = one.mirrors ?? []
        return answers
    }

    @Test(arguments: cases) func theCommandWritesWhatTheButtonWrites(one: Case) throws {
        let folder = try TemporaryFolder()
        let path = folder("\(one.folder).yaml")
        func reset() throws { if let file = one.file { try folder.write("\(one.folder).yaml", file) } }
        try reset()
        let run = WizardRun(answers(one, path))
        if one.mirrors == [] {
            run.change { state in
                state.answers.mirrors = []
                return []
            }
        }
        run.show(.write)
        let command = try run.shownCommand(width: 158)
        if run.state.mirrors.change.outcome == .unchanged {
            #expect(one.mirrors == nil)
        } else {
            try run.press(.write)
            guard case .done = run.state.mirrors.writing else {
                Issue.record("\(run.lines(width: 158))")
                return
            }
        }
        let written = try folder.text("\(one.folder).yaml")
        try reset()
        let result = try PastedCommand.run(command, in: folder.path, one.file == nil ? "" : "--yes")
        #expect(result.status == 0, "\(command)\n\(result.errors)")
        #expect(try (one.file == nil ? result.output : folder.text("\(one.folder).yaml")) == written)
        if one.mirrors != nil { #expect(written != one.file) }
    }

    /// The plan that the page keeps is carried out by the command that it names.
    @Test func aKeptPlanIsCarriedOutByTheCommandThatIsNamed() throws {
        let folder = try TemporaryFolder()
        let file = ClusterSamples.admin(["10.0.0.1"])
        let path = try folder.write("a b.yaml", file)
        let run = WizardRun(answers(Case(name: "plan", file: file, mirrors: [Self.full]), path))
        run.show(.write)
        let whole = try run.shownCommand(width: 158)
        try run.press(.plan)
        // In lines that a shell takes, whatever their length.
        let command = try #require(run.shownCommands(width: 118).first)
        #expect(command.hasPrefix("mirrorctl apply ") && command.contains(".plan'"))
        let planned = try PastedCommand.run(command, in: folder.path, "--yes")
        #expect(planned.status == 0, "\(command)\n\(planned.errors)")
        let written = try folder.text("a b.yaml")
        try folder.write("a b.yaml", file)
        #expect(try PastedCommand.run(whole, in: folder.path, "--yes").status == 0)
        #expect(try folder.text("a b.yaml") == written)
    }

    @Test(arguments: ["kubectl", "saved"]) func whatIsTakenOverIsAdoptedByTheCommand(source: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("user1.yaml", AdoptCommandTests.user)
        let kubectl = try KubectlStandIn([
            ("get cluster *", 0, AdoptCommandTests.admin),
            ("get secret ca-1 *", 0, "Opaque\ntrue\nca.crt\n"),
            ("get secret pull-creds-1 *", 0, "kubernetes.io/dockerconfigjson\ntrue\n.dockerconfigjson\n"),
        ])
        let run = WizardRun(answers(Case(name: source, file: ""), path))
        // What kubectl printed is at hand; whether the wizard asks it itself is no matter here.
        let saved = try folder.write("saved.yaml", AdoptCommandTests.admin)
        run.change { state in
            state.mirrors.adopt.savedPath = saved
            state.mirrors.adopt.source = .saved
            return state.startAdopting()
        }
        guard case .done = run.state.mirrors.adopt.progress else {
            Issue.record("\(run.state.mirrors.adopt.progress)")
            return
        }
        if source == "kubectl" {
            run.change { state in
                state.mirrors.adopt.cluster = "cluster-admin1/admin1"
                state.mirrors.adopt.kubeconfig = "/admin.kubeconfig"
                state.mirrors.adopt.source = .kubectl
                return []
            }
        }
        run.show(.write)
        let command = try run.shownCommand(width: 158)
        #expect(command.hasPrefix("mirrorctl adopt "))
        try run.press(.write)
        let written = try folder.text("user1.yaml")
        try folder.write("user1.yaml", AdoptCommandTests.user)
        let result = try PastedCommand.run(command, in: folder.path, "--yes", kubectl.environment)
        #expect(result.status == 0, "\(command)\n\(result.errors)")
        #expect(try folder.text("user1.yaml") == written && written.contains("ca-1"))
    }
}

extension ShownEditTests {
    /// A path that begins with a hyphen, as it is typed in its folder: no option of the command that is shown.
    @Test func aNameLikeAnOption() throws {
        let folder = try TemporaryFolder()
        let text = ClusterSamples.admin(["10.0.0.1"])
        try folder.write("-f.yaml", text)
        var state = WizardState(size: Size(columns: 80, rows: 24), answers: Answers())
        state.answers.clusterConfigPath = "-f.yaml"
        state.answers.mirrors = [Self.full]
        state.mirrors.cluster = .read(try ClusterConfig(yaml: Array(text.utf8)))
        let command = EquivalentCommand(state: state).command.lines(width: 78).joined(separator: "\n")
        let result = try PastedCommand.run(command, in: folder.path, "--yes")
        #expect(result.status == 0, "\(command)\n\(result.errors)")
        #expect(try folder.text("-f.yaml") != text)
    }

    /// What no line can hold is cut, and looks like it.
    @Test func aPathThatNoLineHoldsEndsInDots() throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "long", count: 30) + ".yaml"
        let path = try folder.write(name, ClusterSamples.admin(["10.0.0.1"]))
        let run = WizardRun(answers(Case(name: "long", file: ""), path))
        run.show(.write)
        #expect(try run.shownCommand(width: 78).contains("… \\\n"))
        #expect(try !run.shownCommand(width: 300).contains("…"))
    }
}

extension MirrorDraft {
    fileprivate func named(_ endpoint: String) -> MirrorDraft {
        var other = self
        other.endpoint = endpoint
        return other
    }
}
