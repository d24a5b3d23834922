import MirrorSystem
import RegistryClient
import TestSupport
import Testing

@testable import mirrorctl

/// What a push shows of itself, from its events.
@Suite struct PushTallyTests {
    private func images() -> MemoryImages {
        var images = MemoryImages(seed: 9)
        let base = images.layer(5000)
        images.add("a/one", layers: [base, images.layer(3000)])
        images.add("a/two", layers: [base, images.layer(100)], isMade: true)
        images.add("a/three", layers: [images.layer(1)])
        return images
    }

    /// Whatever comes, in whatever order: uploads that begin again, compressed layers that turn out shorter or longer.
    @Test func nothingEverGoesBack() {
        let images = images().images
        let units = images.flatMap { image in
            image.blobs.map { PushUnit(repository: image.repository, blob: $0.name) }
        }
        for seed in 0..<200 {
            var random = SeededGenerator(seed: UInt64(seed))
            var tally = PushTally(images)
            for _ in 0..<60 {
                let (before, unit) = (tally, units[Int.random(in: 0..<units.count, using: &random)])
                let bytes = Int.random(in: 0...9000, using: &random)
                let image = Int.random(in: 0..<images.count, using: &random)
                let events: [PushEvent] = [
                    .acknowledged(unit, bytes: bytes), .unitEnded(unit, .sent(bytes: bytes)),
                    .unitEnded(unit, .mounted),
                    .unitEnded(unit, .present), .unitEnded(unit, .failed),
                    .retrying(unit, .cancelled, milliseconds: 1), .chunkShrunk(bytes: 1),
                    .imageEnded(image: image, .present(digest: "")),
                ]
                tally.take(events[Int.random(in: 0..<events.count, using: &random)])
                #expect(tally.settled >= before.settled && tally.acknowledged >= before.acknowledged)
                #expect(tally.settled <= tally.total && tally.acknowledged <= tally.settled)
                for index in images.indices {
                    #expect(tally.progress(of: index).settled >= before.progress(of: index).settled)
                }
            }
        }
    }

    @Test func whatWasNotSentStandsApart() {
        let images = images().images
        var tally = PushTally(images)
        let first = PushUnit(repository: "a/one", blob: images[0].blobs[1].name)
        tally.take(.acknowledged(first, bytes: 2500))
        #expect(tally.settled == 2500 && tally.acknowledged == 2500 && tally.sentBytes == 0)
        tally.take(.unitEnded(first, .sent(bytes: 5000)))
        tally.take(.unitEnded(PushUnit(repository: "a/one", blob: images[0].blobs[2].name), .mounted))
        tally.take(.imageEnded(image: 2, .present(digest: "")))
        #expect((tally.sentBytes, tally.sentBlobs) == (5000, 1))
        #expect((tally.mountedBytes, tally.mountedBlobs) == (3000, 1))
        #expect(tally.presentBlobs == 2 && tally.presentBytes == images[2].size)
        // The rate is of what was sent.
        #expect(tally.acknowledged == 5000)
    }

    @Test func noLineIsWiderThanTheTerminal() {
        let images = images().images
        var tally = PushTally(images)
        tally.take(.acknowledged(PushUnit(repository: "a/one", blob: images[0].blobs[1].name), bytes: 2500))
        tally.take(.readingBack(image: 1, blobs: 1, of: 2))
        tally.take(.retrying(nil, .cancelled, milliseconds: 1))
        tally.take(.imageEnded(image: 2, .failed(.cancelled)))
        let lines = PushLines(
            head: "bmpackages_1.33.200-gke.70.tar.xz → registry.example.com:5000/a/namespace",
            images: ["日本語/とても長い名前のイメージ:1", String(repeating: "x", count: 300), "c\u{1B}[2J"],
            tally: tally,
            bytesPerSecond: 123_456_789
        )
        for columns in [20, 40, 80, 132] {
            let block = lines.block(columns: columns, rows: 24)
            #expect(block.count == 5)
            for line in block {
                #expect(width(line) <= columns, "\(columns): \(line)")
                #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
            }
        }
        #expect(lines.block(columns: 80, rows: 4).count <= 4)
        #expect(lines.block(columns: 80, rows: 24)[2].hasSuffix("1"), "\(lines.block(columns: 80, rows: 24))")
    }

    /// Of the characters above: two cells each for those beyond Latin and symbols.
    private func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ((0x3000...0x9FFF).contains($1.value) ? 2 : 1) }
    }
}
