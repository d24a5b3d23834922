import Foundation
import Testing

/// Compares text with a golden file; `RECORD=1` rewrites it and fails the run, so that nothing is recorded unseen.
package func expectGolden(
    _ text: String,
    _ path: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let file = repositoryRoot + "/Tests/" + path
    let expected = try? String(contentsOfFile: file, encoding: .utf8)
    guard expected != text else { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        let folder = (file as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? text.write(toFile: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(path)", sourceLocation: sourceLocation)
        return
    }
    Issue.record("\(path) differs:\n\(difference(expected ?? "", text))", sourceLocation: sourceLocation)
}

/// The first lines that differ, as a person wants to see them.
private func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) {
        let before = index < old.count ? String(old[index]) : "(none)"
        let after = index < new.count ? String(new[index]) : "(none)"
        if before != after { lines.append("\(index + 1) - \(before)\n\(index + 1) + \(after)") }
        if lines.count == 6 { break }
    }
    return lines.joined(separator: "\n")
}
