import Diagnosis
import Operations
import Texts
import Wizard

/// `audit` for people.
struct AuditText {
    let text: String

    init(_ report: AuditReport, _ subject: AuditSubject) {
        var lines = [texts(subject.title)]
        lines.append(report.sources.map { texts($0) }.joined(separator: "; "))
        lines += [""] + Self.table(report) + Self.aside(report)
        for finding in report.findings { lines += ["", FindingText(finding).text] }
        lines += [""] + subject.notes.map { texts($0) } + [texts("audit.manifestsOnly"), texts(report.verdict)]
        text = lines.joined(separator: "\n")
    }

    private static func table(_ report: AuditReport) -> [String] {
        guard !report.hosts.isEmpty else { return [] }
        let head = ["host", "images", "there", "leaving", "unchecked", "first"].map { texts("audit.column.\($0)") }
        let rows = report.hosts.map { host in
            let there = host.count { result in
                switch result {
                case .mirror, .own: true
                default: false
                }
            }
            return [
                printable(host.name), "\(host.images.count)", host.isAsked ? "\(there)" : "-",
                "\(host.count(\.leaves))", "\(host.count(\.isUnchecked))", first(host),
            ]
        }
        let widths = head.indices.map { column in ([head] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return ([head] + rows).map { row in
            zip(row, widths).dropLast().map { $0.padded(to: $1 + 2) }.joined() + (row.last ?? "")
        }
    }

    private static func first(_ host: AuditHost) -> String {
        var seen: [String] = []
        for url in host.asked.compactMap(\.first) where !seen.contains(url) { seen.append(url) }
        return seen.isEmpty ? "-" : seen.map(printable).joined(separator: ", ")
    }

    /// Images that no registry is asked for.
    private static func aside(_ report: AuditReport) -> [String] {
        var lines: [String] = []
        let inside = report.hosts.compactMap { host in
            host.inside.map { texts("audit.inside.\($0.rawValue)", ["host": host.name]) }
        }
        if !inside.isEmpty { lines.append(texts("audit.notAsked", ["hosts": inside.joined(separator: ", ")])) }
        let never = report.neverPulled.count
        if never > 0 { lines.append(texts("audit.neverPulled", ["count": "\(never)"])) }
        return lines.isEmpty ? [] : [""] + lines
    }
}
