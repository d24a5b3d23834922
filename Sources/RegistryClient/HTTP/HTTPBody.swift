/// What a request carries.
package struct HTTPBody: Sendable {
    package enum Content: Sendable {
        case bytes([UInt8])
        /// So many bytes are announced (`Expect: 100-continue`) and none is sent: whether the server would refuse them. When
        /// it wants them, the exchange ends with `HTTPFailure.bodyWanted` and the connection is closed.
        case announced(Int)
        /// A part of memory, sent from where it is.
        case stream(HTTPPiece)
    }

    package var content: Content
    /// `Content-Type`
    package var type: String

    package init(_ content: Content, type: String = "application/octet-stream") {
        self.content = content
        self.type = type
    }
}
