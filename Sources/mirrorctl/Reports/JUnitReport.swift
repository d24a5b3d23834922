import Diagnosis
import Texts

/// JUnit XML: a suite for each mirror, a case for each phase and for each finding.
struct JUnitReport {
    let verdicts: [ProbeVerdict]

    var text: String {
        let suites = verdicts.map(suite)
        let head = #"<?xml version="1.0" encoding="UTF-8"?>"#
        let lines = suites.count == 1 ? suites : ["<testsuites>"] + suites + ["</testsuites>"]
        return ([head] + lines).joined(separator: "\n")
    }

    private func suite(_ verdict: ProbeVerdict) -> String {
        let suite = attribute(verdict.report.plan.endpoint.url)
        let failures = verdict.judged.filter { $0.finding.severity == .error && $0.suppression == nil }.count
        let skipped =
            verdict.judged.filter { $0.suppression != nil }.count
            + verdict.report.phases.filter { $0.status == .skipped }.count
        let count = verdict.judged.count + verdict.report.phases.count
        let head =
            #"<testsuite name="\#(suite)" tests="\#(count)" failures="\#(failures)" errors="0" skipped="\#(skipped)">"#
        let cases = verdict.report.phases.map(phase) + verdict.judged.map(finding)
        return ([head] + cases + ["</testsuite>"]).joined(separator: "\n")
    }

    private func phase(_ phase: ProbePhase) -> String {
        let milliseconds = phase.milliseconds ?? 0
        let rest = "00\(milliseconds % 1000)".suffix(3)
        let name = attribute(texts(phase.kind.title))
        let open =
            #"  <testcase classname="\#(phase.kind.rawValue)" name="\#(name)" time="\#(milliseconds / 1000).\#(rest)""#
        // What made a phase fail is a finding, and counted there.
        return phase.status == .skipped ? open + "><skipped/></testcase>" : open + "/>"
    }

    private func finding(_ judged: ProbeVerdict.Judged) -> String {
        let finding = judged.finding
        let title = attribute(texts(finding.title))
        let open = #"  <testcase classname="\#(finding.code)" name="\#(title)">"#
        let words = (finding.evidence + [texts(finding.cause), "\(Mark.remedy) " + texts(finding.nextStep)])
            .map(escaped).joined(separator: "\n")
        let inside =
            if let reason = judged.suppression {
                #"<skipped message="\#(attribute(reason))"/>"#
            } else if finding.severity == .error {
                #"<failure type="\#(finding.code)" message="\#(title)">\#(words)</failure>"#
            } else {
                "<system-out>\(words)</system-out>"
            }
        return open + inside + "</testcase>"
    }

    private func attribute(_ text: String) -> String { escaped(text) }

    /// Foreign text as XML 1.0 may hold it.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in printable(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
