import Containerd

/// A minor release of Go 1, and which containerd is built as it.
///
/// Source of the table: the `go` line of go.mod at each tag of containerd, up to 1.6.39, 1.7.34, 2.0.11, 2.1.9, 2.2.7 and 2.3.4. What
/// Go decides by GODEBUG follows that line, whatever compiler was used; the rest follows the compiler, which is at least
/// as new.
package struct GoRelease: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 23 for Go 1.23.
    package let minor: Int

    package init(_ minor: Int) { self.minor = minor }

    package var description: String { "1.\(minor)" }

    package static func < (left: GoRelease, right: GoRelease) -> Bool { left.minor < right.minor }

    /// Whose verdicts are told apart.
    package static let judged = (19...26).map { GoRelease($0) }
    package static var oldest: GoRelease { GoRelease(19) }
    package static var newest: GoRelease { GoRelease(26) }

    /// The first containerd of a branch with that line of go.mod.
    private static let lines: [(first: ContainerdVersion, minor: Int)] = [
        (ContainerdVersion(1, 6, 0), 16), (ContainerdVersion(1, 6, 2), 17), (ContainerdVersion(1, 6, 22), 18),
        (ContainerdVersion(1, 6, 24), 19), (ContainerdVersion(1, 6, 38), 20), (ContainerdVersion(1, 6, 39), 23),
        (ContainerdVersion(1, 7, 0), 19), (ContainerdVersion(1, 7, 14), 21), (ContainerdVersion(1, 7, 28), 23),
        (ContainerdVersion(1, 7, 30), 24), (ContainerdVersion(1, 7, 34), 25),
        (ContainerdVersion(2, 0, 0), 22), (ContainerdVersion(2, 0, 5), 23),
        (ContainerdVersion(2, 1, 0), 23), (ContainerdVersion(2, 1, 6), 24),
        (ContainerdVersion(2, 2, 0), 24), (ContainerdVersion(2, 2, 5), 25),
        (ContainerdVersion(2, 3, 0), 26),
    ]

    /// As go.mod of that containerd says; the newest line of the newest branch for what is newer still.
    package init(of version: ContainerdVersion) {
        let line = Self.lines.last { $0.first <= version && $0.first.isSameBranch(as: version) }
        let nearest = Self.lines.last { $0.first <= version } ?? Self.lines[0]
        self.init(line?.minor ?? nearest.minor)
    }

    /// `1.6.39+, 1.7.28+, 2.0.5+, 2.1+, 2.2+, 2.3+`: every containerd whose go.mod names this release or a later one.
    package var containerds: String {
        var found: [String] = []
        for (index, line) in Self.lines.enumerated() where line.minor >= minor {
            let isFirst = index == 0 || !Self.lines[index - 1].first.isSameBranch(as: line.first)
            guard isFirst || Self.lines[index - 1].minor < minor else { continue }
            let (major, branch, patch) = (line.first.major, line.first.minor, line.first.patch)
            found.append(isFirst ? "\(major).\(branch)+" : "\(major).\(branch).\(patch)+")
        }
        return found.joined(separator: ", ")
    }
}
