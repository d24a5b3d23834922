import MirrorSystem
import TestSupport
import Testing

/// A push whose images are met one by one: what is shown of it.
@Suite struct PushStatisticsTests {
    private func image(_ number: Int, bytes: Int) -> (PushImage, RepositoryBlob) {
        let name = BlobName.digest("sha256:\(number)")
        let image = PushImage(
            name: "gcr.io/x/\(number):1",
            repository: "x/\(number)",
            tags: ["1"],
            blobs: [PushBlob(name: name, size: bytes)],
            expects: .manifest(digest: "sha256:m\(number)"),
            manifests: { _ in [] }
        )
        return (image, RepositoryBlob(repository: image.repository, blob: name))
    }

    @Test func aTotalThatGrowsNeverSetsItBack() {
        var random = SeededGenerator(seed: 3)
        for round in 0..<200 {
            var statistics = PushStatistics([])
            let count = Int.random(in: 1...12, using: &random)
            var last = 0
            var open: [(RepositoryBlob, Int)] = []
            func look() {
                #expect(statistics.percent >= last, "round \(round)")
                #expect(
                    statistics.percent < 100 || statistics.isTotalKnown && statistics.settled == statistics.total,
                    "round \(round)"
                )
                last = statistics.percent
            }
            for number in 0..<count {
                let bytes = Int.random(in: 0...1_000_000, using: &random)
                let (image, unit) = image(number, bytes: bytes)
                statistics.take(.found(image: number, image))
                look()
                statistics.take(.packageRead(bytes: number + 1, of: count + 1))
                look()
                open.append((unit, bytes))
                if Bool.random(using: &random), let (unit, bytes) = open.popLast() {
                    statistics.take(.acknowledged(unit, bytes: bytes / 2))
                    look()
                    statistics.take(.unitEnded(unit, .sent(bytes: bytes)))
                    look()
                }
            }
            for (unit, bytes) in open { statistics.take(.unitEnded(unit, .sent(bytes: bytes))) }
            look()
            #expect(!statistics.isTotalKnown)
            statistics.take(.packageRead(bytes: 7, of: 7))
            #expect(statistics.percent == 100 && statistics.expectedTotal == statistics.total)
        }
    }

    /// What two repositories lack is sent to one of them.
    @Test func whatWouldBeSentIsCountedOnce() {
        func image(_ repository: String, _ blobs: [(String, Int)]) -> PushImage {
            PushImage(
                name: "gcr.io/\(repository):1",
                repository: repository,
                tags: ["1"],
                blobs: blobs.map { PushBlob(name: .digest($0.0), size: $0.1) },
                expects: .manifest(digest: "sha256:\(repository)"),
                manifests: { _ in [] }
            )
        }
        var statistics = PushStatistics([
            image("a", [("base", 100), ("a", 10)]), image("b", [("base", 100), ("b", 20)]),
            image("c", [("base", 100), ("old", 7)]), image("d", [("old", 7)]),
        ])
        statistics.take(.unitEnded(RepositoryBlob(repository: "d", blob: .digest("old")), .present))
        #expect(
            statistics.open == PushStatistics.Open(sentBlobs: 3, sentBytes: 130, mountedBlobs: 3, mountedBytes: 207)
        )
        statistics.take(.unitEnded(RepositoryBlob(repository: "a", blob: .digest("base")), .sent(bytes: 100)))
        #expect(statistics.open == PushStatistics.Open(sentBlobs: 2, sentBytes: 30, mountedBlobs: 3, mountedBytes: 207))
    }

    @Test func whatIsKnownBeforeIsCountedAsBefore() {
        let (one, unit) = image(1, bytes: 200)
        let (two, _) = image(2, bytes: 200)
        var statistics = PushStatistics([one, two])
        #expect(statistics.isTotalKnown && statistics.total == 400 && statistics.percent == 0)
        statistics.take(.acknowledged(unit, bytes: 100))
        #expect(statistics.percent == 25)
        statistics.take(.unitEnded(unit, .mounted))
        #expect(statistics.percent == 50)
    }

    @Test func whatAnEarlierRunSentIsNotThisOnes() {
        let (one, unit) = image(1, bytes: 200)
        var statistics = PushStatistics([one])
        statistics.take(.resumed(unit, bytes: 150))
        #expect(statistics.percent == 75 && statistics.acknowledged == 0)
        statistics.take(.acknowledged(unit, bytes: 170))
        #expect(statistics.percent == 85 && statistics.acknowledged == 20 && statistics.sentBytes == 20)
        var lost = statistics
        statistics.take(.unitEnded(unit, .sent(bytes: 200)))
        #expect(statistics.percent == 100 && statistics.acknowledged == 50 && statistics.sentBytes == 50)
        lost.take(.resumed(unit, bytes: 0))
        lost.take(.acknowledged(unit, bytes: 10))
        #expect(lost.percent == 85 && lost.acknowledged == 20)
        lost.take(.unitEnded(unit, .sent(bytes: 200)))
        #expect(lost.sentBytes == 200)
    }

    @Test func theRateIsThatOfTheLastTenSeconds() {
        let begun = ContinuousClock.now
        var rate = PushRate()
        rate.add(0, at: begun)
        #expect(rate.bytesPerSecond == nil)
        for second in 1...30 { rate.add(second < 20 ? 1000 * second : 20_000, at: begun + .seconds(second)) }
        #expect(rate.bytesPerSecond == 0)
        rate.add(20_500, at: begun + .seconds(31))
        #expect(rate.bytesPerSecond == 50)
    }
}
