/// A containerd release; everything that differs between releases is in its `rules`.
package struct ContainerdVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let major: Int
    package let minor: Int
    package let patch: Int

    package init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads `1.7.34`, `v2.0`, `1.6.20~ds1`, or the line that `containerd --version` prints.
    package init?(_ text: String) {
        for word in text.split(whereSeparator: \.isWhitespace) {
            let body = word.first == "v" ? word.dropFirst() : word
            let fields = body.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count >= 2, let major = Int(fields[0]), let minor = Int(fields[1].prefix(while: \.isDecimal)),
                major >= 0, minor >= 0
            else { continue }
            let patch = fields.count == 3 ? Int(fields[2].prefix(while: \.isDecimal)) ?? 0 : 0
            self.init(major, minor, patch)
            return
        }
        return nil
    }

    package static func < (left: ContainerdVersion, right: ContainerdVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    package var description: String { "\(major).\(minor).\(patch)" }

    package func isSameBranch(as other: ContainerdVersion) -> Bool { major == other.major && minor == other.minor }

    package var rules: ContainerdRules { ContainerdRules(version: self) }

    /// The newest patch releases of the branches whose behaviour was checked against containerd itself.
    package static let checked: [ContainerdVersion] = [
        ContainerdVersion(1, 6, 39), ContainerdVersion(1, 7, 34), ContainerdVersion(2, 0, 11),
        ContainerdVersion(2, 1, 9), ContainerdVersion(2, 2, 7), ContainerdVersion(2, 3, 4),
    ]
}

extension Character {
    fileprivate var isDecimal: Bool { ("0"..."9").contains(self) }
}
