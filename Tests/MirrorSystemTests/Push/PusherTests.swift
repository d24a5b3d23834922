import MirrorCore
import MirrorSystem
import RegistryClient
import Secrets
import TestSupport
import Testing
import Threads

/// The engine against real registries, straight, behind fronts, restarted and cut off.
@Suite(.serialized) struct PusherTests {
    static let lab = Result { try PushLab() }

    private func sample(_ namespace: String, isMade: Bool = false) -> MemoryImages {
        var images = MemoryImages(seed: 1)
        let base = images.layer(3 << 20)
        let large = images.layer(20 << 20)
        images.add("\(namespace)/one", layers: [base, large, []], isMade: isMade)
        images.add("\(namespace)/two", layers: [base, images.layer(100), [7]], isMade: isMade)
        images.add("\(namespace)/one", tag: "2", layers: [base, base], isMade: isMade)
        return images
    }

    private func login(_ lab: PushLab) -> PushTarget.Login { .user(lab.user, Secret(lab.password)) }

    @Test(arguments: ["plain", "tls", "basic", "token"], [true, false])
    func everyImageGetsInAndIsReadBack(registry: String, isRandomAccess: Bool) throws {
        let lab = try Self.lab.get()
        let push = try LabPush(lab, sample("\(registry)-\(isRandomAccess)"))
        let login = ["basic", "token"].contains(registry) ? login(lab) : .none
        let outcome = try push.run(registry, isRandomAccess: isRandomAccess, login: login)
        #expect(outcome.isComplete, "\(outcome)")
        // What two repositories share is sent to one of them.
        let mounts = push.events.all.count { if case .unitEnded(_, .mounted) = $0 { true } else { false } }
        #expect(mounts == 1)
        let again = try push.run(registry, login: login)
        #expect(again.images.allSatisfy { if case .present = $0 { true } else { false } }, "\(again)")
        let audit = try push.run(registry, .verify, login: login)
        #expect(audit.isComplete)
    }

    @Test(arguments: [true, false])
    func layersMadeOnTheWayGetIn(isRandomAccess: Bool) throws {
        let push = try LabPush(Self.lab.get(), sample("made-\(isRandomAccess)", isMade: true))
        let outcome = try push.run("plain", isRandomAccess: isRandomAccess)
        #expect(outcome.isComplete, "\(outcome)")
        #expect(try push.run("plain", .verify).isComplete)
    }

    /// One reading for what every repository has to be sent by itself.
    @Test(arguments: [true, false])
    func whereNothingIsMountedEachRepositoryIsSentItsOwn(isRandomAccess: Bool) throws {
        var images = MemoryImages(seed: 2)
        let base = images.layer(9 << 20)
        for number in 0..<6 { images.add("unmounting-\(isRandomAccess)/\(number)", layers: [base, [UInt8(number)]]) }
        let push = try LabPush(Self.lab.get(), images)
        #expect(try push.run("unmounting", isRandomAccess: isRandomAccess).isComplete)
        let mounts = push.events.all.count { if case .unitEnded(_, .mounted) = $0 { true } else { false } }
        #expect(mounts == 0)
        #expect(try push.run("plain", .verify).isComplete)
        #expect(push.images.readings.value <= 2)
    }

    @Test func aBodyLimitMakesChunksSmaller() throws {
        let push = try LabPush(Self.lab.get(), sample("limited"))
        #expect(try push.run("limited").isComplete)
        let sizes = push.events.all.compactMap { if case .chunkShrunk(let bytes) = $0 { bytes } else { nil } }
        #expect(sizes.last == 1 << 20)
    }

    @Test func cutConnectionsAreMended() throws {
        let push = try LabPush(Self.lab.get(), sample("shaky"))
        var patient = push
        patient.settings.restarts = 100
        patient.settings.backoff = Backoff(firstMilliseconds: 5, longestMilliseconds: 50, retries: 40)
        let outcome = try patient.run("shaky")
        #expect(outcome.isComplete, "\(outcome)")
        #expect(push.events.retries > 0)
        #expect(try push.run("plain", .verify).isComplete)
    }

    @Test func aRegistryThatIsRestartedIsWaitedFor() throws {
        let lab = try Self.lab.get()
        let push = try LabPush(lab, sample("restarted"))
        let outcome = try push.run("plain") { event in
            // Once, in the middle of a layer.
            if case .acknowledged(_, 8_388_608) = event { _ = try? lab.restart("plain") }
        }
        #expect(outcome.isComplete, "\(outcome)")
        #expect(try push.run("plain", .verify).isComplete)
    }

    @Test func anAuditSaysWhatIsMissingAndSendsNothing() throws {
        let push = try LabPush(Self.lab.get(), sample("absent"))
        let outcome = try push.run("plain", .verify)
        #expect(outcome.images.count == 3)
        for end in outcome.images {
            guard case .failed(.differs(let all)) = end else {
                Issue.record("\(outcome)")
                continue
            }
            // Two manifests, by digest and by tag, and every blob.
            #expect(all.count > 3)
            #expect(all.contains { if case .manifestMissing = $0 { true } else { false } })
            #expect(all.contains { if case .blobMissing = $0 { true } else { false } })
        }
        #expect(try Self.lab.get().requests("plain", "POST", "absent").isEmpty)
        #expect(try push.run("plain", .dryRun).images == [nil, nil, nil])
        #expect(try Self.lab.get().requests("plain", "POST", "absent").isEmpty)
    }

    @Test func aServerThatSaysYesToEverythingIsFoundOut() throws {
        let lab = try Self.lab.get()
        #expect(try LabPush(lab, sample("some")).run("yes").failure == .saysYesToEverything)
        // It learns to say no to what is not there, and still has nothing.
        let polite = try LabPush(lab, sample("polite"))
        let outcome = try polite.run("yes")
        #expect(!outcome.isComplete)
        #expect(outcome.images.allSatisfy { if case .failed(.differs) = $0 { true } else { false } }, "\(outcome)")
    }

    @Test func aWrongLoginIsTriedOnce() throws {
        let lab = try Self.lab.get()
        for registry in ["basic", "token"] {
            let before = lab.requests(registry, "GET /v2/ HTTP").count
            let push = try LabPush(lab, sample("denied"))
            let outcome = try push.run(registry, login: .user("pusher", Secret("wrong")))
            guard case .registry(let trouble, during: .login) = outcome.failure else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(trouble.status == 401)
            #expect(push.events.retries == 0)
            #expect(lab.requests(registry, "GET /v2/ HTTP").count - before <= 2)
        }
    }

    @Test func aStoppedPushGoesOnInsideTheLayer() throws {
        let lab = try Self.lab.get()
        for isRandomAccess in [true, false] {
            let name = "stopped-\(isRandomAccess)"
            let push = try LabPush(lab, sample(name))
            let stop = Cancellation()
            let outcome = try push.run("plain", isRandomAccess: isRandomAccess, stop: stop) { event in
                if case .acknowledged(_, 8_388_608) = event { stop.cancel() }
            }
            #expect(outcome.isInterrupted)
            let sent = lab.requests("plain", "PATCH", name + "/one").count
            #expect(try push.run("plain", isRandomAccess: isRandomAccess).isComplete)
            // 20 MiB are three chunks, whoever sends them.
            #expect(sent >= 1)
            #expect(lab.requests("plain", "PATCH", name + "/one", " 202 ").count == 3)
            let resumed = push.events.all.compactMap { if case .resumed(_, let bytes) = $0 { bytes } else { nil } }
            #expect(resumed.count == 1 && (resumed.first ?? 0) >= 8_388_608)
        }
    }
}
