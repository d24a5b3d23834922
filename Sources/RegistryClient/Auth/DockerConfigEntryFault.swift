import GoData

/// Why an entry of a Docker config holds no login that can be sent.
package enum DockerConfigEntryFault: String, Error, Equatable, Sendable {
    case empty, badBase64, identityToken
    /// base64 without its `=`: kubelet takes it, docker and containerd do not.
    case unpadded
    /// `-` and `_` for `+` and `/`: the alphabet of URLs.
    case urlAlphabet
    /// `USER:PASSWORD` as it is.
    case plain
    /// The base64 of a base64.
    case twice
    /// Decoded, it has no colon.
    case noColon
    /// Decoded, it begins with the colon.
    case noUser
    /// A user without a password, which containerd never sends.
    case noPassword
    /// Decoded, it is no UTF-8, which this program does not send.
    case notUTF8

    /// `nil` where `auth` is empty or a login.
    init?(ofAuth entry: JSONValue) {
        guard let auth = entry["auth"]?.string, !auth.isEmpty, case .failure(let fault) = decodedLogin(auth) else {
            return nil
        }
        self = fault
    }

    /// docker and kubelet, both, read no entry of a file in which one is like this.
    var refusesFile: Bool {
        switch self {
        case .badBase64, .urlAlphabet, .plain, .twice, .noColon: true
        case .empty, .identityToken, .unpadded, .noUser, .noPassword, .notUTF8: false
        }
    }
}

/// `auth` of an entry: base64 of `USER:PASSWORD`, where line ends are skipped.
func decodedLogin(_ auth: String) -> Result<Credential, DockerConfigEntryFault> {
    guard let bytes = Base64.decode(auth) else { return .failure(faultOfBase64(auth)) }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
        let inner = String(decoding: bytes, as: UTF8.self)
        return .failure(Base64.decode(inner)?.contains(UInt8(ascii: ":")) == true ? .twice : .noColon)
    }
    guard colon > 0 else { return .failure(.noUser) }
    // Docker pads passwords with NUL bytes in old files.
    var password = bytes[(colon + 1)...]
    while password.last == 0 { password = password.dropLast() }
    while password.first == 0 { password = password.dropFirst() }
    guard !password.isEmpty else { return .failure(.noPassword) }
    guard let user = String(validating: bytes[..<colon], as: UTF8.self),
        let password = String(validating: password, as: UTF8.self)
    else { return .failure(.notUTF8) }
    return .success(Credential(username: user, password: password))
}

private func faultOfBase64(_ auth: String) -> DockerConfigEntryFault {
    let text = auth.filter { !$0.isNewline }
    if Base64.decode(text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)) != nil { return .unpadded }
    if text.contains(":") { return .plain }
    let usual = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    let padded = usual + String(repeating: "=", count: (4 - usual.utf8.count % 4) % 4)
    return usual != text && Base64.decode(padded) != nil ? .urlAlphabet : .badBase64
}
