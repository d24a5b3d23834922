import GoData

/// A reference in the sense of containerd's own `reference.Parse`: a locator and an object.
///
/// Source: `reference/reference.go` (1.x), `pkg/reference/reference.go` (2.x).
package struct ReferenceSpec: Equatable, Sendable, CustomStringConvertible {
    /// `HOST/REPOSITORY`
    package let locator: String
    /// A tag, `@digest`, `tag@digest`, or nothing.
    package let object: String

    package init(_ text: String) throws(ImageReferenceError) {
        guard text.range(ofText: "://") == nil else { throw .invalidReference }
        let url: GoURL
        do throws(GoURL.ParseError) { url = try GoURL("dummy://" + text) } catch { throw .url(error.description) }
        guard !url.host.isEmpty else { throw .hostnameRequired }
        guard let at = url.path.firstIndex(where: { $0 == ":" || $0 == "@" }) else {
            locator = GoPath.join([url.host, url.path])
            object = ""
            return
        }
        locator = GoPath.join([url.host, String(url.path[..<at])])
        object = String(url.path[at] == ":" ? url.path[url.path.index(after: at)...] : url.path[at...])
    }

    /// What containerd looks mirrors up by, with the port.
    package var hostname: String { String(locator[..<(locator.utf8.firstIndex(of: 0x2F) ?? locator.endIndex)]) }

    package var repository: String {
        locator.utf8.firstIndex(of: 0x2F).map { String(locator[locator.utf8.index(after: $0)...]) } ?? locator
    }

    package var digest: String {
        object.firstIndex(of: "@").map { String(object[object.index(after: $0)...]) } ?? ""
    }

    package var description: String {
        object.isEmpty ? locator : object.hasPrefix("@") ? locator + object : locator + ":" + object
    }
}
