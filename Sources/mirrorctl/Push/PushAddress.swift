import MirrorCore
import Operations
import Texts

/// `--private-registry HOST:PORT[/NAMESPACE]`
enum PushAddress {
    /// The endpoint, or what to type instead.
    static func endpoint(_ text: String, isHTTP: Bool) throws -> MirrorEndpoint {
        do throws(PushAddressError) {
            return try MirrorEndpoint(pushTarget: text, isHTTP: isHTTP)
        } catch {
            switch error {
            case .scheme(let fixed): throw Refusal(Phrase("push.scheme", ["fixed": fixed]), .usage)
            case .v2(let fixed): throw Refusal(Phrase("push.v2", ["fixed": fixed]), .usage)
            case .slashes(let fixed): throw Refusal(Phrase("push.slashes", ["fixed": fixed]), .usage)
            case .invalid(let issues): throw Refusal(issues).said
            }
        }
    }
}
