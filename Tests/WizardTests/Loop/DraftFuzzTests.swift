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
        var draft = MirrorDraft()
        draft.endpoint = "https://10.0.0.5:5000/ns"
        draft.hosts = ["docker.io"]
        answers.mirrors = [draft]
        answers.probeImage = "gcr.io/pause:3.9"
        var mutation = Mutation(
            seed: 8,
            bytes: [Array(try JSONEncoder().encode(answers))],
            words: ["null", "[]", "{}", "https://[::1]:70000", "h:99999999999999999999", "//", "\\u0000", "\\ud800"]
        )
        mutation.search { bytes in
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
