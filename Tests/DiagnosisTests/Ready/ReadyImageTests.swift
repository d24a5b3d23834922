import TestSupport
import Testing
import Texts

@testable import Diagnosis

/// The images of packages, wherever they are.
@Suite struct ReadyImageTests {
    private let missing = ReadyImage.Outcome.missing([
        Phrase("push.differs.manifestMissing", ["reference": "1"])
    ])

    private func image(_ number: Int, host: String = "gcr.io", _ outcomes: ReadyImage.Outcome...) -> ReadyImage {
        ReadyImage(
            name: "\(host)/lab/app\(number):1",
            registryHost: host,
            places: outcomes.enumerated().map { (mirror: $0.offset, outcome: $0.element) }
        )
    }

    private func lines(_ package: String, to target: String = "1.34.0-gke.566", _ images: ReadyImage...) throws
        -> [ReadyLine]
    {
        var facts = try ReadySamples.facts(to: target)
        facts.packages = [ReadyPackage(path: package, images: images)]
        return ReadyTopic.images.lines(facts)
    }

    @Test func oneMissingImageIsWrongAndNamed() throws {
        let name = "bmpackages_1.34.0-gke.566.tar.xz"
        #expect(try lines(name, image(0, .present), image(1, .present)).said == ["checked images.all"])
        let lost = try lines(name, image(0, .present), image(1, missing))
        #expect(lost.said == ["wrong images.missing"])
        #expect(Catalogue.english(lost[0].details[0]).hasPrefix("gcr.io/lab/app1:1: "))
        #expect(
            lost[0].next.map { Catalogue.english($0) }?.contains("--private-registry 172.18.0.20:5000/mirror") == true
        )
        #expect(lost[0].fix == .push(package: name, target: "172.18.0.20:5000/mirror"))
    }

    @Test func aLaterMirrorMayHaveIt() throws {
        let found = try lines("p-1.34.0-gke.566.tar", image(0, missing, .present), image(1, .present, missing))
        #expect(found.said == ["checked images.all"])
        #expect(found[0].details.map(\.key) == ["ready.images.notInFirst"])
    }

    @Test func nobodyAskedIsNotMissing() throws {
        let why = Phrase("ready.mirror.notAsked")
        let said = try lines("p_1.34.0-gke.566.tar", image(0, .unasked(why)), image(1, missing, .unasked(why))).said
        #expect(said == ["notChecked images.unasked"])
    }

    @Test func anImageOfAnotherHostGoesPastTheMirror() throws {
        let said = try lines("p_1.34.0-gke.566.tar", image(0, .present), image(1, host: "quay.io"))
        #expect(said.said == ["wrong images.uncovered"])
        #expect(said[0].text.arguments["host"] == "quay.io")
        #expect(said[0].next.map { Catalogue.english($0) }?.contains("--add-host quay.io") == true)
    }

    @Test func whatCannotBeReadIsNoAnswer() throws {
        let finding = Finding(code: "MIR0902", severity: .error, evidence: ["403"])
        let said = try lines("p_1.34.0-gke.566.tar", image(0, .failed(finding)), image(1, .failed(finding)))
        #expect(said.said == ["wrong images.failed"] && said[0].findings.count == 1)
    }

    /// Of which release a package is, its name says or nobody does.
    @Test func everyReleaseOnTheWayNeedsItsPackage() throws {
        let rows: [(package: String, target: String, said: [String])] = [
            ("images/bmpackages_1.35.0-gke.525.tar.xz", "1.35.0-gke.525", ["notChecked images.noPackageBetween"]),
            ("bmpackages_1.34.0-gke.566.tar.xz", "1.35.0-gke.525", ["notChecked images.noPackage"]),
            ("bmpackages_1.34.0-gke.566.tar.xz", "1.34.0-gke.566", []),
            ("bmpackages_1.34.0-gke.566.tar.xz", "1.34.0", []),
            ("bmpackages_1.34.0-gke.566.tar.xz", "1.34", []),
            ("bmpackages_1.34.100-gke.5.tar.xz", "1.34.0-gke.566", ["notChecked images.noPackage"]),
            ("package", "1.34.0-gke.566", ["notChecked images.nameless"]),
            ("1.34.0-gke.566", "1.34.0-gke.566", []),
            ("gdc-v1.34.0-gke.566.tar.zst", "1.34.0-gke.566", []),
            ("images-2.tgz", "1.34.0-gke.566", ["notChecked images.nameless"]),
        ]
        for row in rows {
            let said = try lines(row.package, to: row.target, image(0, .present)).said
            #expect(said == ["checked images.all"] + row.said, "\(row.package) \(row.target)")
        }
        let none = ReadyTopic.images.lines(try ReadySamples.facts(to: "1.34.0-gke.566"))
        #expect(none.said == ["notChecked images.noPackage"])
    }

    @Test func thousandsAreCounted() throws {
        var facts = try ReadySamples.facts(to: "1.34.0-gke.566")
        facts.packages = [ReadyPackage(path: "p_1.34.0-gke.566.tar", images: (0..<5000).map { image($0, missing) })]
        let lines = ReadyTopic.images.lines(facts)
        #expect(lines[0].details.count == 21 && lines[0].details.last?.arguments["count"] == "4980")
    }
}
