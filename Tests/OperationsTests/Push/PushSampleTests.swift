import MirrorSystem
import TestSupport
import Testing

@testable import Operations

/// What is left of a push, for every driver that shows it.
@Suite struct PushSampleTests {
    private func sample(_ rate: Int?) -> PushSample {
        let image = PushImage(
            name: "gcr.io/a:1",
            repository: "a",
            tags: ["1"],
            blobs: [PushBlob(name: .digest("sha256:1"), size: 900)],
            expects: .manifest(digest: "sha256:2"),
            manifests: { _ in [] }
        )
        return PushSample(
            moment: .between,
            statistics: PushStatistics([image]),
            images: [image],
            bytesPerSecond: rate,
            packagePercent: nil,
            seconds: 1
        )
    }

    @Test func secondsAreThoseOfTheRate() {
        #expect(sample(100).secondsLeft == 9)
        #expect(sample(1000).secondsLeft == 0)
    }

    @Test(arguments: [nil, 0]) func withoutARateNothingIsSaid(rate: Int?) {
        #expect(sample(rate).secondsLeft == nil)
    }
}
