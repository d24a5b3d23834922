import MirrorCore
import Secrets
import Testing
import Texts
import Wizard

@Suite struct ReducerTests {
    // MARK: typing

    @Test func typingMakesTheFirstMirrorAndNeverLosesAnything() {
        var walk = Walk()
        walk.go(to: .mirror)
        #expect(walk.state.answers.mirrors.isEmpty)
        walk.type("https://h:5000")
        #expect(walk.state.answers.mirrors == [MirrorDraft(endpoint: "https://h:5000")])
        walk.go(to: .write)
        walk.go(to: .cluster)
        walk.send(.resized(Size(columns: 20, rows: 5)))
        walk.send(.resized(Size(columns: 200, rows: 60)))
        #expect(walk.state.answers.mirrors == [MirrorDraft(endpoint: "https://h:5000")])
    }

    @Test func lettersAreNeverHotKeysInAText() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("dq<>?x ")
        #expect(walk.state.mirror.endpoint == "dq<>?x ")
        #expect(walk.state.step == .mirror)
    }

    @Test func editingKeys() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://世界:5000")
        walk.press(.home, .delete, .end, .backspace, .left, .character("X"))
        #expect(walk.state.mirror.endpoint == "ttps://世界:50X0")
        walk.press(.control("u"))
        #expect(walk.state.mirror.endpoint == "0")
        walk.press(.control("k"), .end, .control("w"))
        #expect(walk.state.mirror.endpoint.isEmpty)
        walk.press(.paste("\n https://h:5000\n"))
        #expect(walk.state.mirror.endpoint == "https://h:5000")
    }

    @Test func aLongPasteIsBounded() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.press(.paste(String(repeating: "a", count: 100_000)))
        #expect(walk.state.mirror.endpoint.count == 4096)
    }

    // MARK: moving

    @Test func tabWalksAllFieldsAndStepsAndBack() {
        var walk = Walk()
        var seen: [StepID] = [walk.state.step]
        for _ in 0..<60 {
            walk.press(walk.state.currentField?.id == .hosts && !seen.contains(.hosts) ? .enter : .tab)
            if seen.last != walk.state.step { seen.append(walk.state.step) }
        }
        // Without a mirror there is nothing to list.
        #expect(seen == [.cluster, .mirror, .hosts, .mirror, .review, .write])
        for _ in 0..<60 { walk.press(.backTab) }
        #expect(walk.state.step == .cluster)
    }

    @Test func anInvalidFieldCanBeLeftAndF5GoesBackToIt() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("h:5000")
        walk.go(to: .review)
        walk.press(.function(5))
        #expect(walk.state.step == .mirror)
        #expect(walk.state.currentField?.draftField == .endpoint)
    }

    @Test func f5FollowsTheFirstFinding() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.probe(Samples.unknownCA)
        walk.press(.function(5))
        #expect(walk.state.currentField?.draftField == .caCertPath)
    }

    // MARK: the cluster

    @Test func theFileIsReadAfterAPauseAndItsMirrorsAreTakenOver() throws {
        var walk = Walk()
        walk.type("a.yaml")
        guard case .reading(let request) = walk.state.mirrors.cluster else {
            Issue.record("nothing is read")
            return
        }
        // A wake-up for what was typed before is stale.
        _ = walk.takeEffects()
        walk.send(.timer(.readClusterConfig(request - 1)))
        #expect(!walk.effects.contains { if case .readClusterConfig = $0 { true } else { false } })
        walk.send(.timer(.readClusterConfig(request)))
        #expect(walk.effects.contains(.readClusterConfig(request, path: "a.yaml")))
        let config = try ClusterConfig(yaml: Array("registryMirrors:\n- endpoint: https://h:5000/v2/ns\n".utf8))
        walk.send(.clusterConfigRead(request, .read(config)))
        #expect(walk.state.answers.mirrors == [MirrorDraft(endpoint: "https://h:5000", mirrorNamespace: "ns")])
        #expect(!walk.state.isChanged)
    }

    @Test func whatWasTypedSurvivesReadingAFile() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://mine:5000")
        walk.go(to: .cluster)
        try walk.open("a.yaml", "registryMirrors:\n- endpoint: https://theirs:5000\n")
        #expect(walk.state.answers.mirrors == [MirrorDraft(endpoint: "https://mine:5000")])
    }

    @Test func theRuleOfThePageDecidesThePlace() throws {
        for (type, operation, place) in [
            ("admin", ClusterOperation.create, MirrorPlace.header), ("admin", .update, .header),
            ("hybrid", .update, .header), ("standalone", .update, .header), ("user", .create, .header),
            ("user", .update, .spec),
        ] {
            var walk = Walk()
            try walk.open("x.yaml", Samples.user.replacing("type: user", with: "type: \(type)"))
            if operation == .create { walk.press(.down, .character(" ")) }
            #expect(walk.state.answers.operation == operation)
            #expect(walk.state.place == place, "\(type) \(operation)")
        }
    }

    // MARK: preview, probe, write

    @Test func onlyTheNewestEditCounts() throws {
        var walk = Walk()
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://h")
        let stale = try #require(walk.state.mirrors.change.request)
        walk.type("1")
        walk.send(.edited(stale, .refused(Phrase("stale"))))
        #expect(walk.state.mirrors.change.outcome == nil)
        walk.edit(.change(Samples.change))
        #expect(walk.state.mirrors.change.outcome == .change(Samples.change))
    }

    @Test func theProbeWaitsForAPauseAndIsCancelledByTyping() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h")
        let scheduled = try #require(walk.state.mirrors.probe.scheduled)
        walk.send(.timer(.probe(scheduled)))
        let running = try #require(walk.state.mirrors.probe.running)
        let plan = try #require(walk.state.mirrors.probe.plan)
        #expect(walk.takeEffects().contains(.probe(running, plan)))
        walk.type("2")
        #expect(walk.takeEffects().contains(.cancelProbe))
        #expect(walk.state.mirrors.probe.running == nil)
        walk.send(.probeFinished(running, Samples.unknownCA(plan)))
        #expect(walk.state.mirrors.probe.reports.isEmpty)
        #expect(walk.state.findings.isEmpty)
    }

    @Test func aReportIsShownOnlyForItsOwnAnswers() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.probe(Samples.unknownCA)
        #expect(walk.state.findings.map(\.code) == ["MIR0201"])
        walk.type("1")
        #expect(walk.state.findings.isEmpty)
        walk.press(.backspace)
        #expect(walk.state.findings.map(\.code) == ["MIR0201"])
    }

    @Test func writeWritesTheEditThatIsOnTheScreen() throws {
        var walk = Walk()
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.go(to: .write)
        _ = walk.takeEffects()
        // Not computed yet: nothing to press.
        walk.press(.enter)
        #expect(walk.takeEffects().isEmpty)
        walk.edit(.change(Samples.change))
        let edit = try #require(walk.state.mirrors.change.request)
        walk.press(.enter, .enter)
        let writes = walk.takeEffects().filter { if case .write = $0 { true } else { false } }
        guard case .running(let request) = walk.state.mirrors.writing else {
            Issue.record("not writing")
            return
        }
        #expect(writes == [.write(request, edit: edit, breaksHardLink: false)])
        walk.send(.written(request, .written(path: "a.yaml", backup: "a.yaml.bak")))
        #expect(walk.state.mirrors.writing == .done(path: "a.yaml", backup: "a.yaml.bak"))
        #expect(!walk.state.isChanged)
        #expect(walk.effects == [.discardDraft])
    }

    @Test func whatIsNotOnTheScreenYetIsNotWritten() throws {
        var walk = Walk()
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.edit(.change(Samples.change))
        walk.type("1")
        walk.go(to: .write)
        _ = walk.takeEffects()
        // The diff shown is still the one before the last key.
        walk.press(.enter)
        #expect(walk.takeEffects().isEmpty)
        walk.edit(.change(Samples.change))
        walk.press(.enter)
        #expect(walk.takeEffects().count == 1)
    }

    @Test func afterARefusedWriteTheFileIsReadAnew() throws {
        var walk = Walk()
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.edit(.change(Samples.change))
        walk.go(to: .write)
        walk.press(.enter)
        guard case .running(let write) = walk.state.mirrors.writing else {
            Issue.record("not writing")
            return
        }
        _ = walk.takeEffects()
        walk.send(.written(write, .failed(Phrase("file.changedOnDisk", ["path": "a.yaml"]))))
        guard case .reading(let read) = walk.state.mirrors.cluster else {
            Issue.record("not reading")
            return
        }
        #expect(walk.takeEffects() == [.readClusterConfig(read, path: "a.yaml")])
        let now = Samples.admin.replacing(
            "sshPrivateKeyPath",
            with: "registryMirrors: [{endpoint: https://other}]\nssh"
        )
        walk.send(.clusterConfigRead(read, .read(try ClusterConfig(yaml: Array(now.utf8)))))
        // What was typed stays, and the failure stays readable.
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://h:5000"])
        #expect(walk.screen.text.contains("changed by someone else"))
    }

    // MARK: the login file

    @Test func aLoginBecomesAFileOnlyAfterItWasShown() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.focus(.pullCredentialConfigPath)
        walk.type("/root/config.json")
        walk.press(.down, .enter)
        walk.type("puller")
        walk.press(.down)
        walk.type("hunter2")
        #expect(!walk.screen.text.contains("hunter2"))
        #expect(walk.screen.text.contains("•••••••"))
        walk.press(.control("t"))
        #expect(walk.screen.text.contains("hunter2"))
        walk.press(.down)
        #expect(!walk.screen.text.contains("hunter2"))
        _ = walk.takeEffects()
        walk.press(.enter)
        #expect(walk.takeEffects().isEmpty)
        #expect(!walk.screen.text.contains("hunter2"))
        #expect(walk.screen.text.contains("/root/config.json will be created"))
        walk.press(.enter)
        guard case .writing(let request) = walk.state.mirrors.login.file else {
            Issue.record("nothing is written")
            return
        }
        let login = LoginRequest(path: "/root/config.json", host: "h:5000", user: "puller", password: Secret("hunter2"))
        #expect(walk.takeEffects().contains(.writeLogin(request, login)))
        walk.send(.loginWritten(request, nil))
        #expect(walk.state.mirrors.login.file == .written(path: "/root/config.json"))
        #expect(walk.state.mirrors.login.password.isEmpty)
        // What it changes shows at once.
        #expect(walk.effects.contains { if case .probe = $0 { true } else { false } })
    }

    @Test func noPasswordInDraftsOrDescriptions() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.focus(.openLogin)
        walk.press(.enter, .down)
        walk.type("hunter2")
        walk.send(.interrupted)
        walk.send(.interrupted)
        var dumped = ""
        dump(walk.state, to: &dumped)
        dump(walk.effects, to: &dumped)
        #expect(!dumped.contains("hunter2"))
        #expect(!"\(walk.state)".contains("hunter2"))
    }

    // MARK: leaving

    @Test func ctrlCAsksOnceWhenSomethingWouldBeLeftBehind() {
        var walk = Walk()
        walk.send(.interrupted)
        #expect(walk.takeEffects().contains(.quit(exitCode: 130)))
        walk.go(to: .mirror)
        walk.type("x")
        _ = walk.takeEffects()
        walk.send(.interrupted)
        #expect(walk.state.shows(LeaveQuestion()))
        walk.press(.escape)
        #expect(walk.state.overlay == nil)
        walk.send(.interrupted)
        walk.send(.interrupted)
        let effects = walk.takeEffects()
        #expect(effects.last == .quit(exitCode: 130))
        guard case .saveDraft(let draft) = effects.first else {
            Issue.record("nothing is kept")
            return
        }
        #expect(draft.answers == walk.state.answers)
    }

    @Test func suggestionsAreTakenWithOneKey() {
        var suggestions = Answers()
        suggestions.mirrors = [MirrorDraft(endpoint: "https://127.0.0.1:5000")]
        var walk = Walk(suggestions: suggestions)
        walk.go(to: .mirror)
        walk.press(.right)
        #expect(walk.state.mirror.endpoint == "https://127.0.0.1:5000")
        walk.press(.right, .character("x"))
        #expect(walk.state.mirror.endpoint == "https://127.0.0.1:5000x")
    }

    @Test func pathsCompleteWithTab() throws {
        var walk = Walk()
        walk.type("bm")
        walk.press(.tab)
        let request = try #require(walk.state.form.completion?.request)
        walk.send(.pathsCompleted(request, ["bmctl-workspace/", "bmctl-old/"]))
        #expect(walk.state.answers.clusterConfigPath == "bmctl-")
        #expect(walk.state.form.completion?.candidates.count == 2)
        walk.type("w")
        walk.press(.tab)
        let second = try #require(walk.state.form.completion?.request)
        walk.send(.pathsCompleted(second, ["bmctl-workspace/"]))
        #expect(walk.state.answers.clusterConfigPath == "bmctl-workspace/")
        #expect(walk.state.focus == 0)
        // Nothing to add: Tab goes on.
        walk.press(.tab)
        walk.send(.pathsCompleted(try #require(walk.state.form.completion?.request), []))
        #expect(walk.state.focus == 1)
    }
}
