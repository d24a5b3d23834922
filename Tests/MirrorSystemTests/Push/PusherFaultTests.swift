import MirrorCore
import MirrorSystem
import RegistryClient
import Secrets
import Synchronization
import TestSupport
import Testing
import Texts

/// What registries and the fronts before them answer when they cannot, for now or for ever.
extension PusherTests {
    /// What was waited for, without waiting.
    private final class Waits: Sendable {
        private let list = Mutex<[Int]>([])
        var all: [Int] { list.withLock { $0 } }

        func record(_ push: inout LabPush) {
            push.settings.sleep = { [self] milliseconds, _ in list.withLock { $0.append(milliseconds) } }
        }
    }

    private func small(_ namespace: String) -> MemoryImages {
        var images = MemoryImages(seed: 5)
        images.add("\(namespace)/one", layers: [images.layer(9 << 20), images.layer(1000)])
        images.add("\(namespace)/two", layers: [images.layer(10 << 20)])
        return images
    }

    @Test(arguments: ["408-2-patch", "429-3-post", "500-2-put", "502-2-patch", "503-3-head", "504-1-get"])
    func whatPassesIsWaitedOut(fault: String) throws {
        var push = try LabPush(Self.lab.get(), small("fault-\(fault)"))
        let waits = Waits()
        waits.record(&push)
        let outcome = try push.run("fault")
        #expect(outcome.isComplete, "\(outcome)")
        #expect("\(waits.all.count)" == fault.split(separator: "-")[1])
        #expect(push.events.retries == waits.all.count)
    }

    @Test(arguments: ["403-0-post", "401-0-post", "405-0-post", "403-0-put"])
    func aNoIsTakenForANo(fault: String) throws {
        let push = try LabPush(Self.lab.get(), small("fault-\(fault)"))
        let outcome = try push.run("fault")
        #expect(push.events.retries == 0)
        #expect(outcome.failure == nil)
        for end in outcome.images {
            guard case .failed(.registry(let trouble, _)) = end else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(trouble.status.map { fault.hasPrefix("\($0)") } == true)
        }
    }

    /// A registry that takes a chunk without saying what it holds is asked before the next one; where it cannot say that
    /// either, the digest decides.
    @Test(arguments: ["silent", "mute"])
    func theOffsetIsCheckedBeforeEachChunk(mood: String) throws {
        let lab = try Self.lab.get()
        var push = try LabPush(lab, small("\(mood)-x"))
        push.settings.chunkBytes = 1 << 20
        push.settings.threads = 1
        #expect(try push.run("fault").isComplete)
        let upload = lab.requests("plain", "/v2/\(mood)-x/two/blobs/uploads/")
        let methods = upload.compactMap { line in
            ["PATCH", "GET", "PUT", "POST"].first { line.contains("\"\($0) ") }
        }
        // The config, in one request, before it.
        let whole = ["POST", "PUT", "POST"]
        #expect(methods == whole + Array(repeating: ["PATCH", "GET"], count: 9).flatMap(\.self) + ["PATCH", "PUT"])
        #expect(try push.run("plain", .verify).isComplete)
    }

    /// However many repositories want the same blob of a package that can only be read forward.
    @Test(arguments: [true, false])
    func noMoreRequestsAtOnceThanAllowed(isRandomAccess: Bool) throws {
        let lab = try Self.lab.get()
        var images = MemoryImages(seed: 8)
        let base = images.layer(6 << 20)
        for number in 0..<6 { images.add("crowd-\(isRandomAccess)/\(number)", layers: [base, [UInt8(number)]]) }
        var push = try LabPush(lab, images)
        push.settings.threads = 3
        push.settings.chunkBytes = 1 << 20
        #expect(try push.run("fault", isRandomAccess: isRandomAccess).isComplete)
        let most = lab.requests("fault", "crowd-\(isRandomAccess) at once: ").compactMap { $0.last?.wholeNumberValue }
        #expect(most.last == 3, "\(most)")
    }

    /// It says each time that it holds nothing, and has it all: what was sent counts.
    @Test func aRegistryThatCannotCountIsPushedToAllTheSame() throws {
        let push = try LabPush(Self.lab.get(), small("lying-x"))
        #expect(try push.run("fault").isComplete)
        #expect(try push.run("plain", .verify).isComplete)
    }

    /// What it said yes to is not there, whoever's count is gone by: not tried for ever.
    @Test func aRegistryThatLosesWhatItTookIsGivenUp() throws {
        var push = try LabPush(Self.lab.get(), small("losing-x"))
        Waits().record(&push)
        let outcome = try push.run("fault")
        #expect(outcome.failure == nil)
        for end in outcome.images {
            guard case .failed(let failure) = end else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(["MIR0908", "MIR0910"].contains(failure.finding(repository: "x")?.code), "\(failure)")
        }
        let sent = try Self.lab.get().requests("plain", "POST", "/v2/losing-x/").count
        #expect(sent > 0 && sent < 50, "\(sent)")
    }

    /// As seconds, and as a date of a clock that is not ours.
    @Test(arguments: ["after", "date"])
    func retryAfterIsHeeded(form: String) throws {
        var push = try LabPush(Self.lab.get(), small("fault-503-1-patch-\(form)"))
        let waits = Waits()
        waits.record(&push)
        #expect(try push.run("fault").isComplete)
        #expect(waits.all.count == 1 && waits.all.allSatisfy { (1000...1250).contains($0) }, "\(waits.all)")
    }

    @Test func aServerThatAnswersIsNotOutOfReach() throws {
        var push = try LabPush(Self.lab.get(), small("fault-500-0-post"))
        let waits = Waits()
        waits.record(&push)
        let outcome = try push.run("fault")
        #expect(outcome.failure == nil)
        for end in outcome.images {
            guard case .failed(let failure) = end, let finding = failure.finding(repository: "x") else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(finding.code == "MIR0920")
            #expect(finding.evidence.contains { $0.contains("the disk") })
        }
        // Four blobs, three retries each: an image that is lost needs no more.
        #expect((3...15).contains(waits.all.count) && waits.all.count % 3 == 0, "\(waits.all.count)")
    }

    @Test func foreignLayersThatAreForbiddenAreSaidSo() throws {
        let layer = "sha256:" + String(repeating: "1", count: 64)
        let kind = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip"
        var images = small("foreign")
        images.add(
            "foreign/windows",
            foreign: #"{"mediaType":"\#(kind)","digest":"\#(layer)","size":5,"urls":["https://x.test/y"]}"#
        )
        let push = try LabPush(Self.lab.get(), images)
        let outcome = try push.run("strict")
        #expect(outcome.images.count { if case .pushed = $0 { true } else { false } } == 2, "\(outcome)")
        guard case .failed(let failure) = outcome.images[2], let finding = failure.finding(repository: "x") else {
            Issue.record("\(outcome)")
            return
        }
        #expect(["MIR0910", "MIR0920"].contains(finding.code))
        #expect(Catalogue.english(finding.nextStep).contains("validation.manifests.urls.allow"))
        #expect(push.events.retries < Retrying.triesAlike)
    }

    @Test func aFrontThatLimitsRequestsIsGivenTime() throws {
        let push = try LabPush(Self.lab.get(), small("busy"))
        let outcome = try push.run("busy")
        #expect(outcome.isComplete, "\(outcome)")
        let statuses = push.events.all.compactMap { event -> Int? in
            if case .retrying(_, .registry(let trouble, _), _) = event { trouble.status } else { nil }
        }
        #expect(!statuses.isEmpty && statuses.allSatisfy { $0 == 429 }, "\(statuses)")
        #expect(try push.run("plain", .verify).isComplete)
    }

    /// The registry refuses a token that its server said would hold.
    @Test func aTokenThatRunsOutInTheMiddleIsFetchedAnew() throws {
        let lab = try Self.lab.get()
        var push = try LabPush(lab, small("brief"))
        push.settings.bytesPerSecond = 4 << 20
        let login = PushTarget.Login.user(lab.user, Secret(lab.password))
        let outcome = try push.run("brief", login: login)
        #expect(outcome.isComplete, "\(outcome)")
        #expect(push.events.retries == 0)
        #expect(!lab.requests("brief", "/v2/brief/", "/blobs/uploads/", " 401 ").isEmpty)
    }

    @Test func aRegistryThatIsGoneEndsEverything() throws {
        let lab = try Self.lab.get()
        var push = try LabPush(lab, small("gone"))
        push.settings.threads = 1
        Waits().record(&push)
        let outcome = try push.run("strict") { event in
            if case .acknowledged(_, 8_388_608) = event { _ = try? lab.halt("strict") }
        }
        #expect(outcome.failure?.isOutOfReach == true, "\(outcome)")
        #expect(outcome.images == [nil, nil])
        // One blob's tries, not every blob's.
        #expect(push.events.retries <= push.settings.backoff.retries + 1)
        try lab.restart("strict")
        #expect(try push.run("strict").isComplete)
    }

    /// The same command is about what failed, and about nothing else.
    @Test func oneImagesFailureStopsNoOther() throws {
        let lab = try Self.lab.get()
        var images = MemoryImages(seed: 6)
        images.add("fault-403-1-post/one", layers: [images.layer(1000)])
        images.add("ledger/two", layers: [images.layer(9 << 20)])
        images.add("ledger/three", layers: [images.layer(2000)])
        var push = try LabPush(lab, images)
        push.settings.threads = 1
        let first = try push.run("fault")
        #expect(first.failure == nil && !first.isComplete)
        guard case .failed(.registry(let trouble, _)) = first.images[0] else {
            Issue.record("\(first)")
            return
        }
        #expect(trouble.status == 403)
        #expect(first.images.dropFirst().allSatisfy { if case .pushed = $0 { true } else { false } }, "\(first)")
        func sent() -> Int { lab.requests("plain", "POST /v2/ledger/").count }
        let before = sent()
        let second = try push.run("fault")
        #expect(second.isComplete, "\(second)")
        guard case .pushed = second.images[0] else {
            Issue.record("\(second)")
            return
        }
        #expect(second.images.dropFirst().allSatisfy { if case .present = $0 { true } else { false } }, "\(second)")
        #expect(sent() == before)
    }
}
