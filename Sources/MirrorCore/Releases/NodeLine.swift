import Containerd
import Texts

/// Nodes that read the same kind of file with the same containerd, and the GDC releases that have them.
package struct NodeLine: Hashable, Sendable {
    package let form: NodeFileForm
    /// The one that the engine answers for.
    package let containerdVersion: ContainerdVersion
    package let minors: ClosedRange<GDCMinor>

    /// `1.34`, `1.16 to 1.33`
    package var releases: Phrase {
        minors.lowerBound == minors.upperBound
            ? Phrase("releases.one", ["release": "\(minors.lowerBound)"])
            : Phrase("releases.several", ["first": "\(minors.lowerBound)", "last": "\(minors.upperBound)"])
    }
}

extension ReleaseTable {
    /// Every line, the oldest first.
    package var lines: [NodeLine] {
        releases.reduce(into: []) { lines, release in
            let (form, version) = (release.files.value, release.containerd.value.version)
            var first = release.minors.lowerBound
            if let last = lines.last, last.form == form, last.containerdVersion == version {
                first = last.minors.lowerBound
                lines.removeLast()
            }
            lines.append(
                NodeLine(form: form, containerdVersion: version, minors: first...release.minors.upperBound)
            )
        }
    }

    /// The lines of the supported releases and of the one before, which is upgraded from: what to show where no version
    /// is known.
    package var currentLines: [NodeLine] {
        let before = releases.last { $0.minors.upperBound < supported.lowerBound }?.minors.upperBound
        return lines.filter { $0.minors.upperBound >= before ?? supported.lowerBound }
    }

    /// The newest of the current lines with each form, `config.toml` first.
    package var currentForms: [NodeLine] {
        NodeFileForm.allCases.compactMap { form in currentLines.last { $0.form == form } }
    }

    package func line(for version: GDCVersion) -> NodeLine? {
        let minor = knows(version) ? version.release : newest
        return minor.flatMap { minor in lines.first { $0.minors.contains(minor) } }
    }

    /// The lines that nodes of a version may be on.
    package func lines(for version: GDCVersion?) -> [NodeLine] {
        guard let version else { return currentLines }
        return line(for: version).map { [$0] } ?? []
    }
}
