import Diagnosis
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard
@testable import mirrorctl

/// The commands of the pages that push and of the page before an upgrade, run as they are shown against a real registry:
/// what they say and do is what the page says and does.
@Suite(.serialized) struct ShownPushTests {
    private static let lab = Result { try PushLab() }
    private static let layouts = Result { try PushPlace.layouts(2, mebibytes: 1) }

    private func place(_ registry: String, _ namespace: String) throws -> PushPlace {
        try PushPlace(Self.lab.get(), registry, namespace, package: Self.layouts.get()("package"))
    }

    private func answers(_ place: PushPlace) -> Answers {
        var answers = Answers()
        answers.push.source = place.package
        answers.push.registry = place.target
        answers.push.caCertPath = place.isPlain ? "" : place.lab.caPath
        answers.push.isHTTP = place.isPlain
        answers.push.threads = "2"
        answers.push.limitRate = "500M"
        return answers
    }

    @Test(arguments: ["tls", "plain", "basic"]) func lookPushAndReadBack(registry: String) throws {
        let place = try place(registry, "shown-\(registry)")
        var answers = answers(place)
        if registry == "basic" { answers.push.dockerConfigPath = try place.login() }
        let run = WizardRun(answers)
        func pasted(_ command: String) throws -> Tool.Result {
            try PastedCommand.run(command, in: place.state.path, "", place.environment)
        }
        run.show(.pushLook)
        let look = try run.shownCommand()
        try run.press(.pushLookNow)
        let page = run.lines(width: 158).joined(separator: "\n")
        let looked = try pasted(look)
        #expect(looked.status == 0, "\(look)\n\(looked.errors)")
        let sum = try #require(looked.output.split(separator: "\n").last.map(String.init))
        #expect(page.contains(sum) && !sum.contains("0 blobs"), "\(sum) in \(page)")

        run.show(.push)
        let push = try run.shownCommand()
        let pushed = try pasted(push)
        #expect(pushed.status == 0, "\(push)\n\(pushed.errors)")
        // The page finds everything there, and reads the same back.
        try run.press(.pushStart)
        #expect(run.state.push.run?.end?.kind == .complete)
        #expect(run.state.push.run?.progress?.present == 2)
        try run.press(.pushAudit)
        #expect(run.state.push.run?.end?.kind == .complete)
        let order = try #require(run.state.push.run?.order)
        let audited = try pasted(order.command.lines(width: 78).joined(separator: "\n"))
        #expect(audited.status == 0, "\(order.command)\n\(audited.errors)")
    }

    /// The name is in the command, the password never: it asks for it, or takes it from the environment.
    @Test func aTypedLogin() throws {
        let place = try place("basic", "shown-typed")
        var answers = answers(place)
        answers.push.username = place.lab.user
        let run = WizardRun(answers)
        run.change { state in
            state.pushPasswordText = place.lab.password
            return []
        }
        run.show(.push)
        let command = try run.shownCommand()
        #expect(!command.contains(place.lab.password))
        var environment = place.environment
        environment["MIRRORCTL_PASSWORD"] = place.lab.password
        let result = try PastedCommand.run(command, in: place.state.path, "", environment)
        #expect(result.status == 0, "\(command)\n\(result.errors)")
    }

    /// The page before an upgrade, line for line; and each command that it tells to run runs.
    @Test func theLookBeforeAnUpgrade() throws {
        let place = try place("tls", "shown-ready")
        let folder = try TemporaryFolder()
        let text = ClusterSamples.admin(["10.0.0.1"])
            .replacing(
                "- endpoint: https://172.18.0.20:5000/v2/mirror\n",
                with: "- endpoint: https://\(place.target.replacing("/", with: "/v2/"))\n"
                    + "  caCertPath: \(place.lab.caPath)\n"
            )
        let saved = text.split(separator: "---\n")[1].replacing(
            "  controlPlane:\n",
            with: "  nodeConfig:\n    registryMirrors:\n    - endpoint: https://other:5000\n  controlPlane:\n"
        )
        var answers = Answers()
        answers.clusterConfigPath = try folder.write("the admin1.yaml", text)
        answers.upgrade.target = "1.34.900-gke.1"
        answers.upgrade.package = place.package
        answers.upgrade.live = try folder.write("live.yaml", String(saved))
        answers.upgrade.within = "4w"
        let run = WizardRun(answers)
        run.show(.ready)
        let command = try run.shownCommand(width: 118)
        try run.press(.readyLook)
        let result = try PastedCommand.run(command, in: folder.path)
        let verdict = try #require(run.state.upgrade.verdict)
        #expect(result.output == ReadyText(verdict).text + "\n", "\(command)\n\(result.errors)")

        // The first is the page's own.
        let told = run.shownCommands(width: 118, height: 400).dropFirst()
        #expect(told.contains { $0.hasPrefix("mirrorctl push images ") }, "\(told)")
        #expect(told.contains { $0.hasPrefix("mirrorctl diff ") }, "\(told)")
        // The others are to be run elsewhere, or are prose.
        for command in told where !command.contains(#/^mirrorctl (?:why|node)/#) {
            let result = try PastedCommand.run(command, in: folder.path, "", place.environment)
            // A difference is what `diff` was told to show.
            #expect(result.status == (command.hasPrefix("mirrorctl diff ") ? 2 : 0), "\(command)\n\(result.errors)")
        }
        try run.press(.readyAgain)
        #expect(!run.lines(width: 78, height: 400).contains { $0.contains("mirrorctl push images ") })
    }

    /// A mirror that serves no host, and a file without a mirror: the command that is told changes the file as it says.
    @Test func whatIsToldWhereNoMirrorServesAHost() throws {
        let folder = try TemporaryFolder()
        let text = ClusterSamples.admin(["10.0.0.1"])
        let withoutMirror = text.replacing(#/registryMirrors:\n(?:[-]| ).*\n(?: .*\n)*/#, with: "")
        let spec =
            AdoptCommandTests.user
            + "  nodeConfig:\n    registryMirrors:\n    - endpoint: https://172.18.0.20:5000\n      hosts: [docker.io]\n"
        #expect(!withoutMirror.contains("endpoint"))
        for (name, text) in [("a.yaml", text), ("b.yaml", withoutMirror), ("c.yaml", spec)] {
            let path = try folder.write(name, text)
            let question = ReadyQuestion(target: try #require(UpgradeTarget("1.34")), clusterConfigPath: path)
            var facts = ReadyFacts(question, file: try ClusterConfig(yaml: Array(text.utf8)), now: 0)
            facts.mirrors = facts.file.nodeMirrors.map {
                ReadyMirror($0, plan: ProbePlan(endpoint: $0.endpoint), hidden: [])
            }
            facts.packages = [
                ReadyPackage(path: "p", images: [ReadyImage(name: "quay.io/a:1", registryHost: "quay.io", places: [])])
            ]
            let next = try #require(ReadyTopic.images.lines(facts).first { $0.state == .wrong }?.next)
            let command = try #require(next.arguments["command"])
            // The address is for the operator to fill in.
            let filled = command.replacing("HOST:PORT", with: "mirror.plant:5000")
            let result = try PastedCommand.run(filled, in: folder.path, "--yes")
            #expect(result.status == 0, "\(filled)\n\(result.errors)")
            #expect(try folder.text(name).contains("quay.io"))
        }
    }
}
