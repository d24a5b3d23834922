import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Diagnosis

/// What the facts of each topic amount to.
@Suite struct ReadyTopicTests {
    // MARK: Certificates and logins

    private func made(_ prepare: (inout ReadyMirror) -> Void) throws -> ReadyFacts {
        let text = ClusterSamples.admin(["10.0.0.1"])
            .replacing(
                "  hosts:\n",
                with: "  caCertPath: /root/ca.crt\n  pullCredentialConfigPath: /root/c.json\n  hosts:\n"
            )
        var facts = try ReadySamples.facts(to: "1.34.0-gke.566", text: text)
        var plan = facts.mirrors[0].plan
        plan.caCertPath = "/root/ca.crt"
        plan.pullCredentialConfigPath = "/root/c.json"
        var mirror = ReadyMirror(facts.mirrors[0].mirror, plan: plan, hidden: [])
        mirror.report = ProbeReport(plan: plan, startedAt: ReadySamples.now)
        prepare(&mirror)
        facts.mirrors = [mirror]
        return facts
    }

    private func chain(_ certificates: CertificateFacts...) -> TLSFacts {
        TLSFacts(version: "TLSv1.3", chain: certificates)
    }

    private let root = ReadySamples.certificate("CN=root", issuer: "CN=root", days: 900, print: "R")
    private let oldRoot = ReadySamples.certificate("CN=old", issuer: "CN=old", days: -3, print: "O")

    @Test func theChainEndsWithItsFirst() throws {
        for (days, said) in [(Int64(31), "checked chain.later"), (29, "wrong chain.soon"), (-1, "wrong chain.ended")] {
            let facts = try made {
                let leaf = ReadySamples.certificate("CN=m", issuer: "CN=root", days: days, print: "L")
                $0.report?.tls = chain(leaf, root)
            }
            #expect(ReadyTopic.expiry.lines(facts).said.first == said)
        }
        let unseen = try made { _ in }
        #expect(ReadyTopic.expiry.lines(unseen).said.first == "notChecked chain.unseen")
    }

    /// A file that still holds the last CA beside the new one is as it should be.
    @Test func ofACAFileTheOneThatCounts() throws {
        let leaf = ReadySamples.certificate("CN=m", issuer: "CN=root", days: 300, print: "L")
        func said(_ file: [CertificateFacts], _ sent: TLSFacts?) throws -> String? {
            let facts = try made {
                $0.report?.tls = sent
                $0.caFile = .loaded(file)
            }
            return ReadyTopic.expiry.lines(facts).said.first { $0.contains(" ca.") }
        }
        let soon = ReadySamples.certificate("CN=root", issuer: "CN=root", days: 5, print: "S")
        #expect(try said([oldRoot, root], chain(leaf)) == "checked ca.later")
        #expect(try said([oldRoot], chain(leaf)) == "wrong ca.ended")
        #expect(try said([soon], chain(leaf)) == "wrong ca.soon")
        // The same CA renewed: the later one carries on.
        #expect(try said([soon, root], chain(leaf)) == "checked ca.later")
        // Nobody saw what the mirror sends.
        #expect(try said([oldRoot, root], nil) == "notChecked ca.oneOfThem")
        #expect(try said([root], nil) == "checked ca.later")
        #expect(try said([], chain(leaf)) == "notChecked ca.unread")
    }

    @Test func aLoginSaysItsEndOrItIsNotKnown() throws {
        let rows: [(LoginEnd?, String?)] = [
            (.at(ReadySamples.now + 40 * ReadySamples.day), "checked login.later"),
            (.at(ReadySamples.now + ReadySamples.day), "wrong login.soon"), (.at(5), "wrong login.ended"),
            (.password, "notChecked login.password"), (.token, "notChecked login.token"),
            (.shortLived(user: "AWS"), "wrong login.shortLived"), (.unusable, "notChecked login.unusable"), (nil, nil),
        ]
        for (end, said) in rows {
            let facts = try made { $0.loginEnd = end }
            #expect(ReadyTopic.expiry.lines(facts).said.first { $0.contains(" login.") } == said)
        }
    }

    /// What only the managing cluster holds is not taken for good.
    @Test func aSecretIsNotChecked() throws {
        let text = ClusterSamples.admin(["10.0.0.1"]).replacing("type: admin", with: "type: user").replacing(
            "  anthosBareMetalVersion",
            with: """
                  nodeConfig:
                    registryMirrors:
                    - endpoint: https://172.18.0.20:5000
                      caCertSecretRef: {name: ca-1, namespace: anthos-creds}
                      pullCredentialSecretRef: {name: pull-1, namespace: anthos-creds}
                  anthosBareMetalVersion
                """
        )
        var facts = try ReadySamples.facts(to: "1.34.0-gke.566", text: text)
        let mirror = try #require(facts.mirrors.first?.mirror)
        let secret = SecretReference(namespace: "anthos-creds", name: "ca-1")
        facts.mirrors = [ReadyMirror(mirror, plan: ProbePlan(endpoint: mirror.endpoint), hidden: [secret])]
        #expect(ReadyTopic.mirror.lines(facts).said.first == "notChecked mirror.hidden")
        #expect(
            ReadyTopic.expiry.lines(facts).said == [
                "notChecked chain.unseen", "notChecked ca.hidden", "notChecked login.hidden",
            ]
        )
    }

    // MARK: The mirror

    @Test func aMirrorThatWasAskedIsGoodOrNot() throws {
        let bad = try made {
            $0.report?[.connect] = ProbePhase(kind: .connect, status: .failed, milliseconds: 1)
            $0.report?.failure = .refused
        }
        let lines = ReadyTopic.mirror.lines(bad)
        #expect(lines.said == ["wrong mirror.fails", "notChecked mirror.fromHere"])
        #expect(lines[0].findings.isEmpty == false && lines[0].next != nil)
        // It is said from where it was asked, whatever it answered.
        let good = try made { $0.report?.isFinished = true }
        #expect(ReadyTopic.mirror.lines(good).last?.state == .notChecked)
    }

    // MARK: Traps

    @Test func knownProblemsAreNamedWithTheVersionThatMendsThem() throws {
        let early = ReadyTopic.traps.lines(try ReadySamples.facts(to: "1.34.0-gke.566"))
        #expect(early.said.first == "notable problems.some")
        let details = early[0].details.map { Catalogue.english($0) }
        #expect(details.contains { $0.contains("from 1.34.400 on") } && details.contains { $0.contains("1.34.600") })
        #expect(!details.contains { $0.contains("--quiet") })
        let late = ReadyTopic.traps.lines(try ReadySamples.facts(to: "1.34.900-gke.1"))
        #expect(late.said.first == "checked problems.none")
        #expect(ReadyTopic.traps.lines(try ReadySamples.facts(to: "1.34")).said.first == "notChecked problems.minor")
        let unknown = ReadyTopic.traps.lines(try ReadySamples.facts(to: "1.40.0-gke.1", from: "1.39.0-gke.1"))
        #expect(unknown.said.first == "notChecked problems.unknown")
    }

    @Test func theHeaderOfAUserClusterFrom135On() throws {
        let mirrors = "registryMirrors: [{endpoint: 'https://172.18.0.20:5000', hosts: [docker.io]}]"
        func said(_ header: String, _ spec: String, from: String, to: String) throws -> [String] {
            let text = """
                sshPrivateKeyPath: /k
                \(header)
                ---
                apiVersion: baremetal.cluster.gke.io/v1
                kind: Cluster
                metadata: {name: u}
                spec:
                  type: user
                  anthosBareMetalVersion: \(from)
                  nodeConfig: {\(spec)}
                """
            return ReadyTopic.traps.lines(try ReadySamples.facts(to: to, text: text)).said.filter {
                $0.contains("header") || $0.contains("Both")
            }
        }
        let (old, new) = ("1.34.0-gke.566", "1.35.0-gke.525")
        #expect(try said("", mirrors, from: old, to: new) == ["notable header.counts"])
        #expect(try said(mirrors, mirrors, from: old, to: new) == ["wrong mirrorsInBothPlaces"])
        #expect(try said("", mirrors, from: "1.33.0-gke.1", to: old) == [])
        #expect(try said("", mirrors, from: new, to: "1.36.0-gke.532") == [])
    }

    // MARK: Reports

    private func node(_ change: (inout NodeReport) -> Void = { _ in }) -> NodeJudgement {
        var report = NodeSamples.report()
        change(&report)
        return NodeJudgement(NodeSamples.inspection(report))
    }

    @Test func reportsSayHowNodesAreAndHowMuchRoomTheyHave() throws {
        var facts = try ReadySamples.facts(to: "1.34.0-gke.566")
        #expect(ReadyTopic.nodes.lines(facts).said == ["notChecked nodes.noReports"])
        #expect(ReadyTopic.space.lines(facts).said == ["notChecked space.noReports"])
        facts.nodes = [node()]
        #expect(ReadyTopic.nodes.lines(facts).said == ["checked nodes.good"])
        let room = ReadyTopic.space.lines(facts)
        #expect(room.said == ["checked space.least"])
        #expect(Catalogue.english(room[0].text).contains("78 GiB on 10.0.0.11 (18 % used"))
        facts.nodes = [
            node { $0.outputs["space"] = "/dev/vda 100 90 900000 90% /var/lib/containerd\n" },
            node { $0.outputs["space"] = nil },
        ]
        #expect(ReadyTopic.space.lines(facts).said == ["wrong space.full", "notChecked space.unsaidBy"])
        let silent = NodeInspection(target: "10.0.0.12", outcome: .failure(.missing), now: ReadySamples.now)
        let wrong = node { $0.files.add("/etc/containerd/config.toml", .file(Array("version = 2\n".utf8))) }
        facts.nodes = [wrong, NodeJudgement(silent)]
        let lines = ReadyTopic.nodes.lines(facts)
        #expect(lines.said == ["wrong nodes.wrong", "notChecked nodes.missing"])
        #expect(lines[0].findings.isEmpty == false)
    }

    /// Whatever an operator made by hand in the old form.
    @Test func settingsThatTheNewContainerdDoesNotHeed() throws {
        var facts = try ReadySamples.facts(to: "1.34.0-gke.566")
        func said() -> ReadyLine? { ReadyTopic.traps.lines(facts).last }
        #expect(said()?.state == .notChecked)
        facts.nodes = [node()]
        #expect(said()?.state == .checked && said()?.isNotable == false)
        // A list of folders and mirrors beside it: containerd 2.0 does not start its CRI with both.
        let both =
            NodeSamples.config()
            + "[plugins.\"io.containerd.grpc.v1.cri\".registry]\n  config_path = \"/etc/containerd/certs.d\"\n"
        facts.nodes = [node { $0.files.add("/etc/containerd/config.toml", .file(Array(both.utf8))) }]
        #expect(said()?.text.key.hasPrefix("ready.dead.") == true)
    }

    // MARK: The verdict

    @Test func nothingIsCalledReadyThatWasNotChecked() throws {
        let facts = try ReadySamples.facts(to: "1.34.0-gke.566")
        let lines = ReadyTopic.allCases.flatMap { $0.lines(facts) }
        func closing(_ lines: [ReadyLine]) -> String {
            Catalogue.english(ReadyVerdict(target: facts.question.target, cluster: "", lines: lines).closing)
        }
        let open = lines.filter { $0.state != .wrong }
        #expect(
            closing(open).hasPrefix(
                "Nothing wrong in what was checked; \(open.count { $0.state == .notChecked }) not checked: "
            )
        )
        #expect(closing(open.filter { $0.state == .checked }).contains("every line above was checked"))
        let far = ReadyTopic.step.lines(try ReadySamples.facts(to: "1.36.0-gke.532"))
        #expect(closing(far) == "Not ready for 1.34.0-gke.566: 1 wrong.")
        #expect(closing(far + open).contains("1 wrong; "))
    }

    /// Each line that was not checked says what would check it, each wrong one what to do, in both languages.
    @Test func everyLineSaysWhatToDo() throws {
        for target in ["1.34.0-gke.566", "1.36", "1.37.0-gke.1"] {
            let facts = try ReadySamples.facts(to: target, text: ClusterSamples.hybrid)
            for line in ReadyTopic.allCases.flatMap({ $0.lines(facts) }) {
                #expect(line.state == .checked || line.next != nil, "\(line.text.key)")
                for texts in Catalogue.all {
                    for phrase in [line.subject, line.text] + line.details + [line.next].compactMap(\.self) {
                        #expect(texts(phrase) != phrase.key && !texts(phrase).contains("{"), "\(phrase.key)")
                    }
                }
            }
        }
    }
}
