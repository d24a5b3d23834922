/// gRPC without streams over a Unix socket: one message there, one back.
package struct GRPCClient {
    package enum Failure: Error, Equatable, Sendable {
        /// `rpc error: code = NotFound desc = …`
        case status(Int, String)
        case transport(HTTPFailure)
        case malformed

        package var text: String {
            switch self {
            case .status(let code, let message): "rpc error: code = \(Self.names[code] ?? "\(code)") desc = \(message)"
            case .transport(let failure): "\(failure)"
            case .malformed: "malformed answer"
            }
        }

        private static let names = [
            1: "Canceled", 2: "Unknown", 3: "InvalidArgument", 4: "DeadlineExceeded", 5: "NotFound",
            7: "PermissionDenied",
            8: "ResourceExhausted", 9: "FailedPrecondition", 12: "Unimplemented", 13: "Internal", 14: "Unavailable",
            16: "Unauthenticated",
        ]
    }

    private let socketPath: String
    private let seconds: Int

    package init(socketPath: String, seconds: Int) {
        self.socketPath = socketPath
        self.seconds = seconds
    }

    /// - Parameter method: `/runtime.v1.ImageService/PullImage`
    package func call(
        _ method: String,
        _ message: [UInt8],
        continues: (HTTPMilestone) -> Bool = { _ in true }
    ) throws(Failure) -> [UInt8] {
        guard let url = HTTPURL("http://localhost" + method) else { throw .malformed }
        var frame: [UInt8] = [0]
        for shift in [24, 16, 8, 0] { frame.append(UInt8(truncatingIfNeeded: message.count >> shift)) }
        frame += message
        let limits = HTTPLimits(connectMilliseconds: 3000, totalMilliseconds: seconds * 1000, bodyBytes: 4 << 20)
        let request = HTTPRequest(.post, url, body: HTTPBody(.bytes(frame), type: "application/grpc"), limits: limits)
        let exchange: HTTPExchange
        do throws(HTTPFailure) {
            exchange = try HTTPTransport(trust: .certificates([]), socketPath: socketPath).perform(
                request,
                continues: continues
            )
        } catch {
            throw .transport(error)
        }
        let response: HTTPResponse
        switch exchange.result {
        case .success(let found): response = found
        case .failure(let failure): throw .transport(failure)
        }
        guard let status = response.headers["grpc-status"].flatMap({ Int($0) }) else { throw .malformed }
        guard status == 0 else { throw .status(status, Self.unescaped(response.headers["grpc-message"] ?? "")) }
        guard response.body.count >= 5, response.body[0] == 0 else { throw .malformed }
        return Array(response.body.dropFirst(5))
    }

    /// Percent-encoded UTF-8.
    private static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
