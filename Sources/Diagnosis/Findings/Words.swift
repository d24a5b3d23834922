import Texts

// Words of evidence: what was seen, as the program names it everywhere. They are not sentences and stay untranslated.

extension FileTrouble {
    /// As `strerror` has it.
    var words: String {
        switch self {
        case .notFound: "No such file or directory"
        case .permissionDenied: "Permission denied"
        case .isDirectory: "Is a directory"
        case .tooLarge: "File too large"
        case .notRegular: "Not a regular file"
        case .system(let errno): "errno \(errno)"
        }
    }
}

extension TransportFailure {
    package var words: String {
        switch self {
        case .nameNotResolved: "no address"
        case .refused: "Connection refused"
        case .unreachable: "No route to host"
        case .timedOut: "timed out"
        case .closed: "closed by the peer"
        case .notTLS(let bytes): "not TLS: \(bytes)"
        case .notHTTP: "not HTTP"
        case .tlsVersion: "protocol version"
        case .greetingRefused: "handshake failure"
        case .clientCertificateRequired: "certificate required"
        case .certificateRejected: "certificate refused"
        case .headersTooLarge: "header too large"
        case .proxy(let failure): "proxy: \(failure.words)"
        case .other(let words): words
        }
    }
}

extension ProxyFailure {
    var words: String {
        switch self {
        case .nameNotResolved: "no address"
        case .refused: "Connection refused"
        case .unreachable: "No route to host"
        case .timedOut: "timed out"
        case .silent: "no answer to CONNECT"
        case .noProxy: "no HTTP answer to CONNECT"
        case .overTLS: "https"
        case .wantsLogin(let answer): answer.first ?? "407"
        case .refusedTunnel(let status, let answer): answer.first ?? "\(status)"
        }
    }
}

/// `3 MiB`, `512 KiB`, `17 B`: whole units, cut, not rounded.
package func byteCount(_ bytes: Int) -> String {
    for (unit, shift) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] where bytes >= 1 << shift {
        let tenths = bytes < 1 << 50 ? (bytes * 10) >> shift : (bytes >> shift) * 10
        return tenths % 10 == 0 || tenths >= 100 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return "\(bytes) B"
}

extension CAFileContent {
    var words: String {
        switch self {
        case .empty: "empty file"
        case .privateKey: "PRIVATE KEY"
        case .certificateRequest: "CERTIFICATE REQUEST"
        case .binary: "binary (DER?)"
        case .damagedPEM: "BEGIN CERTIFICATE, damaged"
        case .otherText: "text without BEGIN CERTIFICATE"
        }
    }
}

extension DockerConfigEntry.NearMiss.Reason {
    var words: String {
        switch self {
        case .scheme: "has a scheme"
        case .path: "has a path"
        case .port: "has another port"
        case .letterCase: "has other letter case"
        case .outside: "stands outside of auths"
        }
    }
}

extension DockerConfigEntry.Fault {
    var words: String {
        switch self {
        case .empty: "no auth, no username"
        case .badBase64: "auth is not base64 of USER:PASSWORD"
        case .identityToken: "identitytoken only"
        case .unpadded: "auth is base64 without the = at its end; containerd and docker refuse it"
        case .urlAlphabet: "auth is base64 with - and _ for + and /"
        case .plain: "auth is not base64, and has a colon: perhaps USER:PASSWORD as it is"
        case .twice: "auth is base64 of a base64"
        case .noColon: "auth is base64 of something without a colon"
        case .noUser: "auth is base64 of :PASSWORD, without a user"
        case .noPassword: "a user without a password, which containerd never sends"
        case .notUTF8: "auth is base64 of bytes that are not UTF-8, which mirrorctl does not send"
        }
    }
}

extension LoginFacts {
    /// One line for each challenge: `bearer realm=… service=… scope=…`.
    package var evidence: [String] {
        challenges.map { challenge in
            let parts = [("realm", challenge.realm), ("service", challenge.service), ("scope", challenge.scope)]
            return ([challenge.scheme] + parts.compactMap { name, value in value.map { "\(name)=\($0)" } })
                .joined(separator: " ")
        }
    }
}
