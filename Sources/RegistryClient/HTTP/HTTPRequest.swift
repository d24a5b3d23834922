package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case patch = "PATCH"
        case put = "PUT"
        case delete = "DELETE"
    }

    package var method: Method
    package var url: HTTPURL
    /// `Name: value`
    package var accept: [String]
    package var authorization: Authorization?
    package var body: HTTPBody?
    /// Further header fields.
    package var fields: [(name: String, value: String)] = []
    package var limits: HTTPLimits

    package init(
        _ method: Method,
        _ url: HTTPURL,
        accept: [String] = [],
        authorization: Authorization? = nil,
        body: HTTPBody? = nil,
        limits: HTTPLimits = HTTPLimits()
    ) {
        self.method = method
        self.url = url
        self.accept = accept
        self.authorization = authorization
        self.body = body
        self.limits = limits
    }
}

/// What a server may cost us.
package struct HTTPLimits: Sendable {
    package var connectMilliseconds: Int
    /// For the whole exchange, the connection included.
    package var totalMilliseconds: Int
    /// The exchange ends when nothing moves for so long; 0: only the total counts.
    package var stallSeconds: Int
    /// The same for an answer that has begun and brings less than `AnswerWatch.slowest`; 0: only the total counts.
    package var trickleSeconds: Int
    package var headerBytes: Int
    /// A longer body is cut there and the connection closed.
    package var bodyBytes: Int

    package init(
        connectMilliseconds: Int = 5_000,
        totalMilliseconds: Int = 30_000,
        stallSeconds: Int = 0,
        trickleSeconds: Int = 0,
        headerBytes: Int = 64 << 10,
        bodyBytes: Int = 1 << 20
    ) {
        self.connectMilliseconds = connectMilliseconds
        self.totalMilliseconds = totalMilliseconds
        self.stallSeconds = stallSeconds
        self.trickleSeconds = trickleSeconds
        self.headerBytes = headerBytes
        self.bodyBytes = bodyBytes
    }
}
