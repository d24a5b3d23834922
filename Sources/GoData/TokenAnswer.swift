/// A token server's answer as containerd reads it.
///
/// Source: `FetchTokenResponse` and `OAuthTokenResponse` of `remotes/docker/auth/fetch.go`.
package struct TokenAnswer: Sendable {
    /// Empty where there is none.
    package let token: String
    package let accessToken: String

    /// What a `GET` is answered with; the answer to a `POST` has no `token`.
    package init(_ body: [UInt8], toPOST isPost: Bool = false) throws(JSONError) {
        var fields: [String: JSONShape] = [
            "access_token": .string, "expires_in": .integer, "issued_at": .time, "refresh_token": .string,
        ]
        fields[isPost ? "scope" : "token"] = .string
        let answer = try JSONShape.object(fields).read(body, isStream: true)
        token = answer["token"]?.string ?? ""
        accessToken = answer["access_token"]?.string ?? ""
    }

    /// Go's words for what kept it from being read.
    package static func words(_ error: JSONError, body: [UInt8], toPOST isPost: Bool = false) -> String {
        let name = isPost ? "OAuthTokenResponse" : "FetchTokenResponse"
        switch error.kind {
        case .syntax, .depth: return error.text
        case .end: return body.allSatisfy(\.isJSONSpace) ? "EOF" : "unexpected EOF"
        case .type(let value, let path, let wanted):
            guard !path.isEmpty else { return "json: cannot unmarshal \(value) into Go value of type auth.\(name)" }
            return "json: cannot unmarshal \(value) into Go struct field \(name).\(path) of type \(wanted)"
        }
    }
}
