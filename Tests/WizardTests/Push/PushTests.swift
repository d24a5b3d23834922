import Foundation
import MirrorCore
import Secrets
import Testing
import Texts
import Wizard

/// The push track at the keyboard.
@Suite struct PushTests {
    private func running(_ walk: inout Walk) throws -> RequestID {
        walk.preparePush()
        walk.press(.enter)
        return try #require(walk.state.push.running?.request)
    }

    @Test func thePackageIsLookedAtAPauseAfterTheLastKey() throws {
        var walk = Walk()
        walk.go(to: .pushPackage)
        walk.type("p.tar")
        guard case .checking(let request) = walk.state.push.file else {
            Issue.record("not looked at")
            return
        }
        _ = walk.takeEffects()
        walk.send(.timer(.checkPackage(request - 1)))
        #expect(walk.takeEffects() == [])
        walk.send(.timer(.checkPackage(request)))
        #expect(walk.takeEffects() == [.checkPackage(request, path: "p.tar")])
        // Enter on what is no package goes on instead of reading it.
        walk.send(.packageChecked(request, .failed(Phrase("package.notFound", ["path": "p.tar"]))))
        #expect(walk.screen.text.contains("p.tar"))
        walk.press(.enter)
        #expect(walk.state.push.listing == .none)
    }

    @Test func anotherPathForgetsWhatWasInside() throws {
        var walk = Walk()
        walk.choosePackage()
        walk.press(.enter)
        guard case .reading(let request, _) = walk.state.push.listing else {
            Issue.record("not read")
            return
        }
        walk.send(.packageRead(request, PackageReading(bytesRead: 1 << 30, bytesTotal: 4 << 30, images: 12)))
        #expect(walk.screen.text.contains("25 %, 12 images"))
        _ = walk.takeEffects()
        walk.type("x")
        #expect(walk.takeEffects().contains(.cancelListing))
        walk.send(.packageListed(request, .listed(PushSamples.list)))
        #expect(walk.state.push.list == nil)
    }

    @Test func targetCAAndLoginAreTheMirrorsUntilOthersAreTyped() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.focus(.mirrorNamespace)
        walk.type("mirror")
        walk.focus(.caCertPath)
        walk.type("/root/ca.crt")
        walk.focus(.pullCredentialConfigPath)
        walk.type("/root/.docker/config.json")
        walk.choosePackage("p.tar")
        let order = try #require(walk.state.pushOrder(.push))
        #expect(
            order.command.description
                == "mirrorctl push images --source p.tar --private-registry 172.18.0.20:5000/mirror"
                + " --cacert /root/ca.crt --docker-config /root/.docker/config.json"
        )
        walk.go(to: .pushTarget)
        walk.type("2")
        #expect(walk.state.pushOrder(.push)?.endpoint.mirrorNamespace == "mirror2")
        // The mirror's own answer stays what it was.
        #expect(walk.state.mirror.mirrorNamespace == "mirror")
        // Plain HTTP takes neither CA nor login.
        walk.press(.tab, .character(" "))
        #expect(
            walk.state.pushOrder(.verify)?.command.description
                == "mirrorctl push images --source p.tar --private-registry 172.18.0.20:5000/mirror2"
                + " --need-credential=false --allow-http --verify-only"
        )
    }

    @Test func everyRefusalSaysWhatToTypeInstead() throws {
        let cases = [
            ("https://h:5000/v2/ns", "Type h:5000/ns"), ("h:5000/v2/ns", "Type h:5000/ns"), ("h:99999", "→"),
            ("h:5000/NS", "→"),
        ]
        for (typed, fix) in cases {
            var walk = Walk()
            walk.choosePackage()
            walk.go(to: .pushTarget)
            walk.type(typed)
            #expect(walk.state.pushOrder(.push) == nil, "\(typed)")
            #expect(walk.screen.text.contains(fix), "\(typed)")
            // Leaving it is allowed, and the next step says what is missing.
            walk.go(to: .push)
            #expect(walk.screen.text.contains("✗"), "\(typed)")
        }
        var walk = Walk()
        walk.preparePush()
        walk.go(to: .pushTarget)
        walk.press(.tab, .tab, .tab, .tab, .tab, .tab)
        walk.type("99")
        walk.press(.tab)
        walk.type("fast")
        #expect(walk.state.pushIssues.map(\.field) == [.pushThreads, .pushLimitRate])
        walk.go(to: .pushPackage)
        walk.press(.down)
        walk.type("p.sig")
        #expect(walk.state.pushIssues.map(\.field).contains(.pushPublicKey))
    }

    /// Typed here, shown as dots until ^T, in no draft and in no command line.
    @Test func theLoginMayBeTypedAndItsPasswordIsNeverKept() throws {
        var walk = Walk()
        walk.preparePush()
        walk.go(to: .pushTarget)
        walk.press(.tab, .tab, .tab, .tab)
        walk.type("pusher")
        #expect(walk.state.pushOrder(.push) == nil)
        walk.press(.tab)
        walk.type("geheim-7")
        #expect(!walk.screen.text.contains("geheim") && walk.screen.text.contains("••••••••"))
        walk.press(.control("t"))
        #expect(walk.screen.text.contains("geheim-7"))
        walk.press(.tab)
        #expect(!walk.screen.text.contains("geheim-7"))
        let order = try #require(walk.state.pushOrder(.push))
        #expect(order.login == .user("pusher", Secret("geheim-7")))
        #expect(order.command.description.hasSuffix(" --username pusher"))
        let kept = String(decoding: try JSONEncoder().encode(walk.state.answers), as: UTF8.self)
        #expect(kept.contains("pusher") && !kept.contains("geheim"))
        #expect(!"\(walk.state)".contains("geheim"))
        // Two logins, one over plain HTTP, or half of one are no login.
        walk.press(.backTab, .backTab, .backTab)
        walk.type("/root/config.json")
        #expect(walk.state.pushIssues.map(\.field) == [.pushUser])
        walk.press(.control("u"), .tab, .control("u"))
        #expect(walk.state.pushIssues.map(\.field) == [.pushUser])
        #expect(walk.screen.text.contains("leave the password empty"))
    }

    @Test func layersCanBeCompressedWithZstd() throws {
        var walk = Walk()
        walk.preparePush()
        walk.go(to: .pushTarget)
        for _ in 0..<8 { walk.press(.tab) }
        walk.press(.character(" "))
        #expect(walk.state.pushOrder(.push)?.compression == .zstd)
        #expect(walk.state.pushOrder(.push)?.command.description.contains("--compression zstd") == true)
    }

    /// While the package is read its size is an estimate: the bar waits for it, and never goes back.
    @Test func aPackageThatIsReadOnceIsShownAsFarAsItIsKnown() throws {
        var walk = Walk()
        let request = try running(&walk)
        var progress = PushProgress(images: [])
        progress.isTotalKnown = false
        walk.send(.pushProgressed(request, progress))
        #expect(walk.screen.text.contains("0 images so far"))
        #expect(walk.screen.text.contains(" 0 %"))
        progress = PushProgress(images: [PushProgress.Image(name: "gcr.io/a:1", settled: 1 << 20, total: 2 << 20)])
        (progress.total, progress.settled, progress.isTotalKnown) = (2 << 20, 1 << 20, false)
        (progress.percent, progress.bytesPerSecond, progress.secondsLeft) = (20, 1 << 20, 7)
        walk.send(.pushProgressed(request, progress))
        #expect(walk.screen.text.contains("1 image so far"))
        #expect(walk.screen.text.contains(" 20 %") && walk.screen.text.contains("7 s left"))
        (progress.isTotalKnown, progress.percent) = (true, 50)
        walk.send(.pushProgressed(request, progress))
        #expect(walk.screen.text.contains("1 image ·") && walk.screen.text.contains(" 50 %"))
    }

    @Test func nothingGoesBackwards() throws {
        var walk = Walk()
        let request = try running(&walk)
        walk.send(.pushProgressed(request, PushSamples.progress(done: 50)))
        let shown = walk.screen.text
        walk.send(.pushProgressed(request, PushSamples.progress(done: 20)))
        #expect(walk.screen.text == shown)
        walk.send(.pushProgressed(request - 1, PushSamples.progress(done: 90)))
        #expect(walk.screen.text == shown)
        walk.send(.pushProgressed(request, PushSamples.progress(done: 60)))
        #expect(walk.state.push.run?.progress == PushSamples.progress(done: 60))
    }

    @Test func leavingDuringAPushAsks() throws {
        var walk = Walk()
        let request = try running(&walk)
        _ = walk.takeEffects()
        // From any track.
        walk.go(to: .cluster)
        walk.send(.interrupted)
        #expect(walk.state.shows(StopPushQuestion(leaves: true)))
        walk.press(.character("x"), .escape)
        #expect(walk.state.overlay == nil)
        #expect(walk.state.push.running?.phase == .running)
        walk.send(.interrupted)
        walk.press(.enter)
        #expect(walk.takeEffects().filter { $0 == .stopPush || $0 == .abortPush } == [.stopPush])
        #expect(walk.state.push.running?.phase == .stopping)
        // The end comes after the chunk.
        walk.send(.pushEnded(request, PushEnd(.stopped, journal: "/j")))
        #expect(walk.takeEffects().contains(.quit(exitCode: 130)))
    }

    @Test func aSecondTimeBreaksOff() throws {
        var walk = Walk()
        _ = try running(&walk)
        walk.send(.interrupted)
        walk.press(.enter)
        _ = walk.takeEffects()
        walk.send(.interrupted)
        #expect(walk.screen.text.contains("Break it off at once?"))
        walk.press(.enter)
        let effects = walk.takeEffects()
        #expect(effects.contains(.abortPush))
        #expect(effects.contains(.quit(exitCode: 130)))
    }

    @Test func escapeStopsAndStays() throws {
        var walk = Walk()
        let request = try running(&walk)
        walk.press(.escape)
        #expect(walk.state.shows(StopPushQuestion(leaves: false)))
        walk.press(.enter)
        walk.send(.pushEnded(request, PushEnd(.stopped, journal: "/state/push-1.journal")))
        #expect(!walk.takeEffects().contains(.quit(exitCode: 130)))
        #expect(walk.screen.text.contains("/state/push-1.journal"))
        #expect(walk.screen.text.contains("[ go on: send what is missing ]"))
        walk.press(.enter)
        #expect(walk.state.push.running?.order.work == .push)
        #expect(walk.state.push.running?.request != request)
    }

    @Test func aPushThatIsDoneIsLeftWithoutAQuestion() throws {
        var walk = Walk()
        let request = try running(&walk)
        walk.send(.pushProgressed(request, PushSamples.progress(done: 212, failing: false)))
        walk.send(.pushEnded(request, PushEnd(.complete, milliseconds: 61_000)))
        #expect(walk.takeEffects().contains(.discardDraft))
        walk.send(.interrupted)
        #expect(walk.takeEffects().contains(.quit(exitCode: 0)))
    }

    @Test func anUnfindableTargetIsAskedAbout() throws {
        var walk = Walk()
        try walk.open("admin1.yaml", Samples.admin.replacingMirrors)
        walk.preparePush("172.18.0.20:5000/other")
        #expect(walk.state.pushOrder(.push)?.checkAgainst == nil)
        walk.go(to: .pushLook)
        #expect(walk.screen.text.contains("MIR0913"))
        walk.go(to: .push)
        _ = walk.takeEffects()
        walk.press(.enter)
        #expect(walk.state.shows(UncoveredQuestion()))
        walk.press(.escape)
        #expect(walk.state.push.running == nil)
        walk.press(.enter, .enter)
        #expect(walk.state.push.running?.order.work == .push)
    }

    @Test func aFindableTargetIsProven() throws {
        var walk = Walk()
        try walk.open("admin1.yaml", Samples.admin.replacingMirrors)
        walk.preparePush("")
        #expect(walk.state.pushOrder(.push)?.endpoint.pushTarget == "172.18.0.20:5000/mirror")
        #expect(walk.state.pushOrder(.push)?.checkAgainst == "admin1.yaml")
    }

    @Test func whatWasTypedIsKept() throws {
        var walk = Walk()
        walk.preparePush()
        #expect(walk.state.isWorthKeeping)
        let request = walk.state.draftRequest
        _ = walk.takeEffects()
        walk.send(.timer(.saveDraft(request)))
        #expect(try walk.takeEffects() == [.saveDraft(#require(walk.state.draft))])
    }
}

extension String {
    fileprivate var replacingMirrors: String {
        "registryMirrors:\n- endpoint: https://172.18.0.20:5000/v2/mirror\n" + self
    }
}
