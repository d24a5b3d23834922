import GoData

/// What containerd takes from the headers of a manifest's answer, before it has seen the manifest.
///
/// Source: `dockerResolver.Resolve`.
package struct ResolvedHeaders: Equatable, Sendable {
    /// `nil` where a GET has to tell: without the header, or without a length.
    package let digest: String?
    package let size: Int?

    /// The whole pull fails; no other host is asked.
    package struct BadDigest: Error, Equatable, Sendable {
        package let header: String
        /// containerd's.
        package let words: String
    }

    package init(digest header: String, length: String) throws(BadDigest) {
        size = Self.size(length)
        guard !header.isEmpty, size != nil else {
            digest = nil
            return
        }
        do throws(ImageReferenceError) { digest = try ContentDigest(header).description } catch {
            let words = "\(GoText.quoted(header)) in header not a valid digest: \(error.description)"
            throw BadDigest(header: header, words: words)
        }
    }

    /// `nil` for what is no length.
    static func size(_ length: String) -> Int? { Int(length).flatMap { $0 < 0 ? nil : $0 } }
}
