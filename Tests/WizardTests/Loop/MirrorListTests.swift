import MirrorCore
import TestSupport
import Testing
import Texts
import Wizard

/// The page that lists the mirrors, and the way through their forms.
@Suite struct MirrorListTests {
    private func twoMirrors() -> Walk {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://a")
        walk.go(to: .mirrors)
        walk.press(.insert)
        #expect(walk.state.step == .mirror)
        walk.type("https://b")
        walk.press(.function(3))
        return walk
    }

    @Test func mirrorsAreAddedReorderedAndRemoved() {
        var walk = twoMirrors()
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://a", "https://b"])
        #expect(walk.state.mirrorIndex == 1)
        // One comes back to where one left.
        walk.press(.shiftUp)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://b", "https://a"])
        #expect(walk.state.mirrorIndex == 0)
        walk.press(.shiftDown)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://a", "https://b"])
        walk.press(.enter)
        #expect(walk.state.mirror.endpoint == "https://b" && walk.state.step == .mirror)
        walk.press(.function(3), .delete)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://a"])
        #expect(walk.state.mirrorIndex == 0)
        walk.press(.delete)
        #expect(walk.state.answers.mirrors.isEmpty)
    }

    /// Whoever believes that a text has the focus loses nothing.
    @Test func noLetterDoesAnythingToTheList() {
        var walk = twoMirrors()
        walk.press(.up, .up)
        for key in (32...126).compactMap({ UnicodeScalar($0).map { Key.character(Character($0)) } }) {
            let before = walk.state
            walk.press(key)
            #expect(walk.state.answers == before.answers && walk.state.step == .mirrors, "\(key)")
        }
        walk.press(.paste("d\nx\n"), .backspace)
        #expect(walk.state.answers.mirrors.count == 2)
    }

    /// A mirror that was only looked at is none.
    @Test func aMirrorBecomesOneWithItsFirstLetter() {
        var walk = twoMirrors()
        walk.press(.insert, .function(4), .function(3), .function(3))
        #expect(walk.state.answers.mirrors.count == 2)
    }

    /// Done with one leads back to the list, and there to the next.
    @Test func behindOneMirrorComesTheNextAndThenTheReview() {
        var walk = twoMirrors()
        walk.press(.up, .enter)
        #expect(walk.state.mirrorIndex == 0 && walk.state.step == .mirror)
        for _ in 0..<40 where walk.state.step != .mirrors { walk.press(.enter) }
        #expect(walk.state.step == .mirrors && walk.state.focus == 1)
        walk.press(.enter)
        #expect(walk.state.mirrorIndex == 1 && walk.state.step == .mirror)
        for _ in 0..<40 where walk.state.step != .mirrors { walk.press(.enter) }
        #expect(walk.state.currentField?.id == .goToReview)
        walk.press(.enter)
        #expect(walk.state.step == .review)
    }

    /// From every field of every page, with as many mirrors as one likes.
    @Test(arguments: 0...3) func enterAloneArrives(mirrors: Int) throws {
        var walk = Walk()
        try walk.open("admin1.yaml", Samples.admin)
        for number in 0..<mirrors {
            walk.go(to: .mirrors)
            walk.press(.insert)
            walk.type("https://10.0.0.\(number):5000")
        }
        #expect(walk.state.answers.mirrors.count == mirrors)
        for step in Steps.all {
            walk.go(to: step.id)
            for _ in 0..<20 {
                #expect(WayOut(walk.state).broken == [], "\(step.id), field \(walk.state.focus)")
                let before = walk.state.focus
                walk.press(.down)
                if walk.state.focus == before { break }
            }
        }
    }

    /// One that is well, one that nodes would refuse with its whole finding, and one that cannot be used.
    @Test func whatIsKnownOfEach() throws {
        for (columns, rows) in ScreenSnapshotTests.sizes {
            for catalogue in [Catalogue.english, .japanese] {
                var walk = Walk(columns: columns, rows: rows)
                walk.speak(catalogue)
                try walk.open(
                    "bmctl-workspace/admin1/admin1.yaml",
                    """
                    registryMirrors:
                    - endpoint: https://172.18.0.20:5000
                      caCertPath: /root/ca.crt
                      hosts: [docker.io, quay.io, ghcr.io, registry.k8s.io, mcr.microsoft.com]
                    - endpoint: https://172.18.0.21:5000/v2/plant
                      pullCredentialConfigPath: /root/.docker/config.json
                    - endpoint: 172.18.0.22

                    """ + "---\n" + Samples.admin
                )
                walk.probe(Samples.goodReport)
                walk.go(to: .mirrors)
                for effect in walk.takeEffects() {
                    guard case .probeOthers(let request, let plans) = effect else { continue }
                    for plan in plans { walk.send(.otherProbed(request, Samples.unknownCA(plan))) }
                    walk.send(.othersProbed(request))
                }
                walk.press(.down)
                let language = catalogue.language == Catalogue.english.language ? "" : ".ja"
                expectGolden(
                    walk.screen.snapshot,
                    "WizardTests/Snapshots/mirrors.verdicts\(language).\(columns)x\(rows).txt"
                )
            }
        }
    }
}
