import Containerd
import MirrorCore

/// How an image is called, and where it goes.
struct ImageName: Hashable, Sendable {
    /// `gcr.io/foo/bar`
    let name: String
    /// `foo/bar`
    let repository: String
    let tag: String?
    let isGuessed: Bool

    /// Docker's rule for tags.
    static func isTag(_ text: String) -> Bool {
        let rules = ContainerdVersion.checked[0].rules
        return (try? NamedReference(normalizing: "a/b:" + text, rules: rules))?.tag == text
    }

    /// Names that a package gives are complete or Docker's short ones.
    init(_ reference: String, in source: String) throws(PackageError) {
        let rules = ContainerdVersion.checked[0].rules
        guard let named = try? NamedReference(normalizing: reference, rules: rules) else {
            throw .badReference(name: source, reference: reference)
        }
        name = named.name
        repository = named.path
        tag = named.tag.isEmpty ? (named.digest.isEmpty ? "latest" : nil) : named.tag
        isGuessed = false
    }

    /// From the name of the file it stands in: `bundle/app1.tar.gz` is `app1`.
    init(file path: String, tag: String?) {
        var base = path.split(separator: "/").last.map(String.init) ?? ""
        while let ending = [".tar", ".gz", ".xz", ".zst", ".tgz", ".txz", ".oci", ".docker"].first(
            where: base.hasSuffix
        ) {
            base.removeLast(ending.count)
        }
        var text = String(base.lowercased().map { "abcdefghijklmnopqrstuvwxyz0123456789.-".contains($0) ? $0 : "-" })
        while let first = text.first, ".-".contains(first) { text.removeFirst() }
        while let last = text.last, ".-".contains(last) { text.removeLast() }
        let rules = ContainerdVersion.checked[0].rules
        let isName = (try? NamedReference(normalizing: "library/" + text, rules: rules)) != nil
        name = isName ? text : "image"
        repository = name
        self.tag = tag
        isGuessed = true
    }
}
