/// How containerd asks a token server for the token of a login.
///
/// Source: `fetchToken` of `remotes/docker/authorizer.go`, `FetchTokenWithOAuth` of `remotes/docker/auth/fetch.go`.
package enum TokenWay {
    /// A login is asked for by `POST`; after these answers, and no others, once more by `GET`.
    package static func turnsToGET(afterPOST status: Int, hasUsername: Bool) -> Bool {
        [404, 401, 400].contains(status) || status == 405 && hasUsername
    }

    /// An answer that is read for a token.
    package static func isRead(_ status: Int) -> Bool { (200..<400).contains(status) }

    package static let clientID = "containerd-client"
    package static let formType = "application/x-www-form-urlencoded; charset=utf-8"
}
