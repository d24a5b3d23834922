/// Why a file could not be used at all.
package enum FileTrouble: Error, Equatable, Sendable, Codable {
    case notFound, permissionDenied, isDirectory, tooLarge
    /// A pipe, a socket or a device.
    case notRegular
    case system(errno: Int32)
}

/// The file at `caCertPath`.
package enum CAFileFacts: Equatable, Sendable, Codable {
    case notGiven
    case loaded([CertificateFacts])
    case unreadable(FileTrouble)
    /// Readable, but without a single PEM certificate; `seen` is what stands there instead.
    case noCertificate(seen: CAFileContent)

    package var certificates: [CertificateFacts] {
        if case .loaded(let certificates) = self { certificates } else { [] }
    }
}

/// What a file without a PEM certificate seems to be.
package enum CAFileContent: String, Equatable, Sendable, CaseIterable, Codable {
    case empty, privateKey, certificateRequest, binary, damagedPEM, otherText
}

/// The file at `pullCredentialConfigPath`, and what it has for the endpoint.
package enum DockerConfigFacts: Equatable, Sendable, Codable {
    case notGiven
    case unreadable(FileTrouble)
    /// Go's `encoding/json` refuses it, or it is another kind of file; `nil` in what older versions saved.
    case malformed(DockerConfigTrouble?)
    case loaded(DockerConfigEntry)
}

/// What a Docker config has for one `HOST:PORT`.
package enum DockerConfigEntry: Equatable, Sendable, Codable {
    /// The key in `auths`; the user name is shown, the password never.
    case found(key: String, username: String)
    /// Keys that look as if they were meant, with what keeps them from matching.
    case none(nearMisses: [NearMiss], keys: [String])
    /// The credential is held by a helper program, which a node cannot run; `setting` is `credsStore` or `credHelpers`.
    case helper(name: String, setting: String)
    /// There is an entry, but nothing in it can be sent.
    case unusable(key: String, Fault)

    package enum Fault: String, Sendable, CaseIterable, Codable {
        /// Neither `auth` nor `username` and `password`.
        case empty
        /// `auth` is not base64 of `USER:PASSWORD`.
        case badBase64
        // What it is instead, where that can be seen.
        case unpadded, urlAlphabet, plain, twice, noColon, noUser, noPassword, notUTF8
        /// Only an `identitytoken`, which needs a token server of its own kind.
        case identityToken
    }

    package struct NearMiss: Equatable, Sendable, Codable {
        package enum Reason: String, Sendable, CaseIterable, Codable {
            case scheme, path, port, letterCase, outside
        }

        package var key: String
        package var reason: Reason

        package init(key: String, reason: Reason) {
            self.key = key
            self.reason = reason
        }
    }
}
