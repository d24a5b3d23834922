import Diagnosis
import Foundation
import MirrorCore
import TestSupport
import Testing

@testable import Wizard

/// No draft of an earlier session and no file of answers ends the process.
@Suite struct DraftFuzzTests {
    @Test func drafts() throws {
        var answers = Answers()
        var mirror = MirrorDraft()
        mirror.endpoint = "https://10.0.0.5:5000/ns"
        mirror.hosts = ["docker.io"]
        answers.mirrors = [mirror]
        answers.probeImage = "gcr.io/pause:3.9"
        var walk = Walk(answers: answers)
        walk.go(to: .mirror)
        walk.type("x")
        let draft = try JSONEncoder().encode(#require(walk.state.draft))
        var mutation = Mutation(
            seed: 8,
            bytes: [Array(try JSONEncoder().encode(answers)), Array(draft)],
            words: ["null", "[]", "{}", "https://[::1]:70000", "h:99999999999999999999", "//", "\\u0000", "\\ud800"]
        )
        mutation.search { bytes in
            if let draft = try? JSONDecoder().decode(Draft.self, from: Data(bytes)) {
                var state = WizardState(size: Size(columns: 80, rows: 24))
                _ = start(&state, opened: OpenedDraft(draft: draft))
                for key in [Key.enter, .control("z"), .character("x"), .down] { _ = reduce(&state, .key(key)) }
                _ = view(state, .english)
            }
            guard let answers = try? JSONDecoder().decode(Answers.self, from: Data(bytes)) else { return }
            for place in MirrorPlace.allCases { _ = validate(answers.mirrors, for: place) }
            for mirror in answers.mirrors {
                for line in ReleaseTable.current.lines {
                    _ = PullPreview.manifestURL(endpoint: mirror.endpoint, image: answers.probeImage, on: line)
                }
            }
        }
    }
}
