/// A GDC release: `1.33.200-gke.70`, in older files `1.8.2` or `v1.6.0`.
package struct GDCVersion: Equatable, Hashable, Sendable, Comparable, CustomStringConvertible {
    package let major: Int
    package let minor: Int
    package let patch: Int
    /// The number after `-gke.`; `nil` in files from before it was required.
    package let build: Int?

    package init(_ major: Int, _ minor: Int, _ patch: Int = 0, build: Int? = nil) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.build = build
    }

    /// `nil` for anything else than `[v]MAJOR.MINOR.PATCH[-gke.BUILD]`.
    package init?(_ text: String) {
        let bare = text.hasPrefix("v") ? text.dropFirst() : text[...]
        let halves = bare.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = (halves.first ?? "").split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
        guard numbers.count == 3, let major = numbers[0], let minor = numbers[1], let patch = numbers[2] else {
            return nil
        }
        var build: Int?
        if halves.count == 2 {
            guard halves[1].hasPrefix("gke."), let number = Self.number(halves[1].dropFirst(4)) else { return nil }
            build = number
        }
        self.init(major, minor, patch, build: build)
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    package var description: String {
        "\(major).\(minor).\(patch)" + (build.map { "-gke.\($0)" } ?? "")
    }

    /// A version without a build counts as older than the same one with.
    package static func < (left: GDCVersion, right: GDCVersion) -> Bool {
        (left.major, left.minor, left.patch, left.build ?? -1)
            < (right.major, right.minor, right.patch, right.build ?? -1)
    }

    /// The first version in what a program prints about itself: `bmctl version: 1.33.200-gke.70, git commit: …`.
    package init?(printed text: String) {
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "." && $0 != "-" }
        guard let version = words.lazy.compactMap({ GDCVersion(String($0)) }).first else { return nil }
        self = version
    }
}
