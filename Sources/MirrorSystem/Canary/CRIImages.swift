import RegistryClient
import Threads

/// The calls of CRI's image service that a canary needs, in protobuf by hand.
struct CRIImages {
    let client: GRPCClient

    /// - Returns: the image's id, `sha256:…` of its configuration.
    func pull(_ image: String, _ cancellation: Cancellation) throws(GRPCClient.Failure) -> String {
        let answer = try client.call("/runtime.v1.ImageService/PullImage", Self.field(1, Self.spec(image))) { _ in
            !cancellation.isCancelled
        }
        guard let id = Self.text(1, answer) else { throw .malformed }
        return id
    }

    func remove(_ image: String) throws(GRPCClient.Failure) {
        _ = try client.call("/runtime.v1.ImageService/RemoveImage", Self.field(1, Self.spec(image)))
    }

    /// `ImageStatus`: an answer without an image is one about none.
    func holds(_ image: String) throws(GRPCClient.Failure) -> Bool {
        let answer = try client.call("/runtime.v1.ImageService/ImageStatus", Self.field(1, Self.spec(image)))
        return answer.count >= 2 && answer[0] == 1 << 3 | 2 && answer[1] > 0
    }

    private static func spec(_ image: String) -> [UInt8] { field(1, Array(image.utf8)) }

    /// A length-delimited field.
    private static func field(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] {
        var length = bytes.count
        var result = [number << 3 | 2]
        while length > 127 {
            result.append(UInt8(length & 127) | 128)
            length >>= 7
        }
        return result + [UInt8(length)] + bytes
    }

    /// The first field, when it is this one and a text.
    private static func text(_ number: UInt8, _ message: [UInt8]) -> String? {
        guard message.count >= 2, message[0] == number << 3 | 2, message[1] < 128, message.count >= 2 + Int(message[1])
        else { return nil }
        return String(decoding: message[2..<2 + Int(message[1])], as: UTF8.self)
    }
}
