import MirrorCore
import Testing

@testable import Wizard

/// What the edge says of something that is no longer asked.
@Suite struct StaleAnswerTests {
    private func reading(_ walk: Walk) -> RequestID? {
        if case .reading(let request) = walk.state.mirrors.cluster { request } else { nil }
    }

    @Test func anOlderReadingOfTheFileIsPassedBy() throws {
        var walk = Walk()
        walk.type("a.yaml")
        let older = try #require(reading(walk))
        walk.press(.backspace)
        walk.type("l")
        let request = try #require(reading(walk))
        let config = try ClusterConfig(yaml: Array("registryMirrors:\n- endpoint: https://old:5000\n".utf8))
        walk.send(.clusterConfigRead(older, .read(config)))
        #expect(walk.state.mirrors.cluster == .reading(request))
        #expect(walk.state.answers.mirrors.isEmpty)
    }

    @Test func whatAnOlderProbeSaysIsPassedBy() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.send(.timer(.probe(try #require(walk.state.mirrors.probe.scheduled))))
        let older = try #require(walk.state.mirrors.probe.running)
        let plan = try #require(walk.state.mirrors.probe.plan)
        walk.type("1")
        walk.send(.timer(.probe(try #require(walk.state.mirrors.probe.scheduled))))
        #expect(walk.state.mirrors.probe.running != older)
        let before = walk.state
        walk.send(.probeProgressed(older, Samples.goodReport(plan)))
        #expect(walk.state.mirrors.probe == before.mirrors.probe)
        walk.send(.probeFinished(older, Samples.goodReport(plan)))
        #expect(walk.state.mirrors.probe == before.mirrors.probe)
    }

    @Test func anOwnHostThatIsTurnedOffIsOfferedUntilThePageIsLeft() {
        var walk = Walk()
        walk.go(to: .hosts)
        walk.type("reg.example:5000")
        walk.press(.enter, .character(" "))
        #expect(walk.state.mirror.hosts.isEmpty)
        #expect(walk.state.hostRows.contains(.host("reg.example:5000", isOn: false)))
        walk.press(.character(" "))
        #expect(walk.state.mirror.hosts == ["reg.example:5000"])
    }
}
