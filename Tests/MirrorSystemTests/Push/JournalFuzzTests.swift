import RegistryClient
import TestSupport
import Testing

@testable import MirrorSystem

/// No journal of an earlier push ends the process, and no number of one is reckoned with that no blob can have.
@Suite struct JournalFuzzTests {
    private static let entries: [JournalEntry] = [
        .upload(
            repository: "a/b",
            blob: "sha256:01",
            url: "https://h:5000/v2/a/b/blobs/uploads/1?_state=x",
            offset: 41
        ),
        .ended(repository: "a/b", blob: "sha256:01"), .stored(repository: "a/b", blob: "sha256:02"),
        .made(id: "sha256:03", layer: MadeLayer(digest: "sha256:04", size: 7)),
        .image(name: "a/b:1", digest: "sha256:05"),
    ]

    private static let lines: [[UInt8]] = entries.map { $0.line + [0x0A] }

    @Test func journals() {
        let sample: [UInt8] = Self.lines.flatMap(\.self)
        var mutation = Mutation(
            seed: 12,
            bytes: [sample],
            words: [
                "null", "{\"what\":\"upload\"", "\"offset\":", "\"size\":", "}\n{", "\"url\":\"//\"", "1e18", "\\ud800",
            ]
        )
        mutation.search { bytes in
            var contents = JournalContents()
            let read = contents.read(bytes)
            #expect((0...bytes.count).contains(read))
            let numbers = contents.uploads.values.map(\.offset) + contents.made.values.map(\.size)
            #expect(numbers.allSatisfy { (0...PushClient.mostBytes).contains($0) })
        }
    }

    /// What was read is what was written, up to the torn end.
    @Test func aTornJournalIsReadUpToTheTear() {
        let lines = Self.lines
        let whole: [UInt8] = lines.flatMap(\.self)
        var ends = [0]
        for line in lines { ends.append(ends[ends.count - 1] + line.count) }
        for length in 0...whole.count {
            var contents = JournalContents()
            #expect(contents.read(Array(whole[..<length])) == ends.last { $0 <= length })
        }
    }

    @Test(arguments: ["9223372036854775807", "-1", "1125899906842625"]) func aNumberThatNoBlobHas(number: String) {
        let upload = #"{"blob":"b","offset":\#(number),"repository":"r","url":"https://h/u","what":"upload"}"#
        let made = #"{"blob":"b","digest":"sha256:04","size":\#(number),"what":"made"}"#
        #expect(JournalEntry(line: Array(upload.utf8)) == nil && JournalEntry(line: Array(made.utf8)) == nil)
    }
}
