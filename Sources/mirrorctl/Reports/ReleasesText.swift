import MirrorCore
import Wizard

/// The table of releases, for people.
struct ReleasesText {
    let table: ReleaseTable

    var lines: [String] {
        let first = table.supported.lowerBound.description
        let last = table.supported.upperBound.description
        return [texts("releases.read", ["day": table.readOn, "first": first, "last": last]), ""]
            + columns + [""] + doubts + ["", texts("releases.changes")] + changes
    }

    private var columns: [String] {
        let head = ["release", "containerd", "files", "header"].map { texts("releases.column.\($0)") }
        let rows = table.releases.map { release in
            [
                name(release),
                release.containerd.value.description + mark(release.containerd.basis),
                release.files.value.rawValue + mark(release.files.basis),
                texts("releases.header.\(release.header.value.rawValue)") + mark(release.header.basis),
            ]
        }
        let widths = head.indices.map { column in ([head] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return ([head] + rows).map { row in
            zip(row, widths).dropLast().map { $0.padded(to: $1 + 2) }.joined() + (row.last ?? "")
        }
    }

    /// What is not published, with the reason.
    private var doubts: [String] {
        table.releases.flatMap { release in
            [
                doubt(release, "containerd", release.containerd.basis, release.containerd.source),
                doubt(release, "files", release.files.basis, release.files.source),
                doubt(release, "header", release.header.basis, release.header.source),
            ].compactMap(\.self)
        }
            + table.changes.filter { $0.basis != .published }.map { change in
                let since = change.since.map(\.description).joined(separator: ", ")
                return "\(mark(change.basis).dropFirst()) \(since), \(texts(change.text)): "
                    + "\(texts("releases.basis.\(change.basis.rawValue)")): \(change.source)"
            }
    }

    private func doubt(_ release: GDCRelease, _ column: String, _ basis: ReleaseBasis, _ source: String) -> String? {
        guard basis != .published else { return nil }
        let what = texts("releases.column.\(column)")
        return
            "\(mark(basis).dropFirst()) \(name(release)), \(what): \(texts("releases.basis.\(basis.rawValue)")): \(source)"
    }

    private var changes: [String] {
        table.changes.map { change in
            "  \(change.since.map(\.description).joined(separator: ", ")): \(texts(change.text))\(mark(change.basis))"
        }
    }

    private func name(_ release: GDCRelease) -> String {
        let (first, last) = (release.minors.lowerBound, release.minors.upperBound)
        return first == last ? "\(first)" : "\(first)-\(last)"
    }

    private func mark(_ basis: ReleaseBasis) -> String {
        switch basis {
        case .published: ""
        case .inferred: " *"
        case .unpublished: " **"
        }
    }
}
