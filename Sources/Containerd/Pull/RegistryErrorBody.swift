import GoData
import Secrets

/// What containerd takes from the bodies of answers.
enum RegistryErrorBody {
    private static let shape = JSONShape.object([
        "errors": .list(.object(["code": .string, "message": .string, "detail": .any]))
    ])

    /// `denied: requested access …` as `docker.Errors` prints it; `nil` when there is none to print.
    ///
    /// Source: `remotes/docker/errcode.go`.
    static func text(_ body: [UInt8]) -> String? {
        guard let items = try? shape.read(body)["errors"]?.elements, !items.isEmpty else { return nil }
        let lines = items.map { item -> String in
            let known = item["code"]?.string.flatMap { codes[$0] == nil ? nil : $0 } ?? "UNKNOWN"
            let name = known.lowercased().replacing("_", with: " ")
            let message = item["message"]?.string ?? ""
            let isPlain = (item["detail"] ?? .null) == .null && (message.isEmpty || message == codes[known])
            return isPlain ? name : "\(name): \(message.isEmpty ? codes[known] ?? "" : message)"
        }
        return lines.count == 1 ? lines[0] : "errors:\n" + lines.map { $0 + "\n" }.joined()
    }

    private static let codes = [
        "UNKNOWN": "unknown error",
        "UNSUPPORTED": "The operation is unsupported.",
        "UNAUTHORIZED": "authentication required",
        "DENIED": "requested access to the resource is denied",
        "UNAVAILABLE": "service unavailable",
        "TOOMANYREQUESTS": "too many requests",
    ]

    /// The token of an answer; the error text of Go's decoder where there is none.
    static func token(_ body: [UInt8], readsTokenKey: Bool) throws(AuthError) -> Secret {
        let answer: TokenAnswer
        do throws(JSONError) { answer = try TokenAnswer(body, toPOST: !readsTokenKey) } catch {
            let words = TokenAnswer.words(error, body: body, toPOST: !readsTokenKey)
            throw AuthError("unable to decode token response: \(words)")
        }
        let token = answer.accessToken.isEmpty ? answer.token : answer.accessToken
        guard !token.isEmpty else {
            throw AuthError("authorization server did not include a token in the response")
        }
        return Secret(token)
    }
}
