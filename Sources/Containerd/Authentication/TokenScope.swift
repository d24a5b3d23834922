import GoData

/// Scopes of a token request.
///
/// Source: `remotes/docker/scope.go`.
package enum TokenScope {
    /// `repository:library/nginx:pull`
    package static func repository(_ locator: String, push: Bool = false) throws(ImageReferenceError) -> String {
        let url: GoURL
        do throws(GoURL.ParseError) { url = try GoURL("dummy://" + locator) } catch { throw .url(error.description) }
        let path = url.path.hasPrefix("/") ? String(url.path.dropFirst()) : url.path
        return "repository:" + path + ":pull" + (push ? ",push" : "")
    }

    /// What is asked for: the pull's own scope and the challenge's, sorted, each once.
    package static func merged(_ own: [String], challenge: [String]) -> [String] {
        Set(own + challenge).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
