import FoundationEssentials

/// What containerd takes from the bodies of answers.
enum RegistryErrorBody {
    private struct Document: Decodable {
        struct Item: Decodable {
            var code: String?
            var message: String?
            var detail: AnyValue?
        }

        var errors: [Item]?
    }

    /// Present or not is all that matters.
    private struct AnyValue: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    /// `denied: requested access …` as `docker.Errors` prints it; `nil` when there is none to print.
    ///
    /// Source: `remotes/docker/errcode.go`.
    static func text(_ body: [UInt8]) -> String? {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(body)),
            let items = document.errors, !items.isEmpty
        else { return nil }
        let lines = items.map { item -> String in
            let known = item.code.flatMap { codes[$0] == nil ? nil : $0 } ?? "UNKNOWN"
            let name = known.lowercased().replacing("_", with: " ")
            let message = item.message ?? ""
            let isPlain = item.detail == nil && (message.isEmpty || message == codes[known])
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

    private struct Token: Decodable {
        var token: String?
        var accessToken: String?

        enum CodingKeys: String, CodingKey {
            case token
            case accessToken = "access_token"
        }
    }

    /// The token of an answer; the error text of Go's decoder where there is none.
    static func token(_ body: [UInt8], readsTokenKey: Bool) throws(AuthError) -> Secret {
        guard let answer = try? JSONDecoder().decode(Token.self, from: Data(body)) else {
            throw AuthError("unable to decode token response: \(decodeError(body))")
        }
        let token = answer.accessToken.flatMap { $0.isEmpty ? nil : $0 } ?? (readsTokenKey ? answer.token : nil)
        guard let token, !token.isEmpty else {
            throw AuthError("authorization server did not include a token in the response")
        }
        return Secret(token)
    }

    private static func decodeError(_ body: [UInt8]) -> String {
        let rest = body.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard let first = rest.first else { return "EOF" }
        if first == 0x7B || first == 0x5B || first == 0x22 { return "unexpected EOF" }
        let character = String(decoding: [first], as: UTF8.self)
        return "invalid character '\(character)' looking for beginning of value"
    }
}
