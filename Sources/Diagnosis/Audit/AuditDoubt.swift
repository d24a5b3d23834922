import Containerd
import MirrorCore
import Texts

/// Why a mirror's answer says nothing about its images.
package enum AuditDoubt: Equatable, Hashable, Sendable {
    /// No answer, in Go's words.
    case noAnswer(host: String, words: String)
    /// Its certificate is refused, and the CA that nodes have is not known here.
    case caUnknown(host: String, Phrase)
    /// An answer that is about the server and not about the image: 429, 500 …
    case status(host: String, Int)
    /// It says yes to an image that nobody can have.
    case agreesToAll(host: String)
    /// It wants a login, and the one that nodes have is not known here.
    case loginUnknown(host: String, Login)
    /// A login is not sent in clear, or to somebody else's token server.
    case loginWithheld(host: String, to: String)
    /// It sends on to a place outside.
    case sentOutside(host: String, to: String)

    /// What is known of a login that is not there.
    package enum Login: Equatable, Hashable, Sendable {
        case secret(SecretReference)
        /// The file that cannot be used.
        case file(String)
    }

    package var host: String {
        switch self {
        case .noAnswer(let host, _), .caUnknown(let host, _), .status(let host, _), .agreesToAll(let host),
            .loginUnknown(let host, _),
            .loginWithheld(let host, _), .sentOutside(let host, _):
            host
        }
    }

    /// A part of a sentence.
    package var phrase: Phrase {
        switch self {
        case .noAnswer(_, let words): Phrase("audit.doubt.noAnswer", ["words": words])
        case .caUnknown(_, let reason): Phrase("audit.doubt.caUnknown", parts: ["reason": reason])
        case .status(_, let status): Phrase("audit.doubt.status", ["status": HTTPStatus.line(status)])
        case .agreesToAll: Phrase("audit.doubt.agreesToAll")
        case .loginUnknown(_, .secret(let secret)): Phrase("audit.doubt.loginSecret", ["secret": "\(secret)"])
        case .loginUnknown(_, .file(let path)): Phrase("audit.doubt.loginFile", ["path": path])
        case .loginWithheld(_, let place): Phrase("audit.doubt.loginWithheld", ["place": place])
        case .sentOutside(_, let place): Phrase("audit.doubt.sentOutside", ["place": place])
        }
    }
}
