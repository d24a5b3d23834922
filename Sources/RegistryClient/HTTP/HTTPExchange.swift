import CCurl

/// One request and everything that was seen while it ran, whether it succeeded or not.
package struct HTTPExchange: Sendable {
    package var result: Result<HTTPResponse, HTTPFailure>
    /// Addresses a connection was tried to; empty when one was reused.
    package var addresses: [String]
    /// The handshake of this exchange; `nil` when there was none.
    package var handshake: TLSHandshake?
    package var timings: HTTPTimings

    package var response: HTTPResponse? { try? result.get() }

    package var failure: HTTPFailure? {
        if case .failure(let failure) = result { failure } else { nil }
    }
}

/// Milliseconds from the start of the exchange; 0 for what was not reached.
package struct HTTPTimings: Equatable, Sendable {
    package var resolved = 0.0
    package var connected = 0.0
    package var secured = 0.0
    package var firstByte = 0.0
    package var total = 0.0
}

package struct HTTPResponse: Equatable, Sendable {
    package var url: HTTPURL
    package var status: Int
    package var headers: HTTPHeaders
    package var body: [UInt8]
    package var end: HTTPBodyEnd

    package init(url: HTTPURL, status: Int, headers: HTTPHeaders, body: [UInt8], end: HTTPBodyEnd) {
        (self.url, self.status, self.headers, self.body, self.end) = (url, status, headers, body, end)
    }

    package var isTruncated: Bool { end != .whole }
}

/// How a body ended.
package enum HTTPBodyEnd: String, Equatable, Sendable {
    case whole
    /// Longer than our limit, and cut there.
    case cut
    /// Shorter than announced, or broken off within.
    case broken
}

/// Header fields in the order they came; values bounded, without control characters' meaning being trusted.
package struct HTTPHeaders: Equatable, Sendable {
    package private(set) var fields: [(name: String, value: String)] = []

    /// Parses a raw header block, status line included.
    package init(block: [UInt8]) {
        for line in block.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst() {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
            let value = line[(colon + 1)...].drop(while: blank)
            fields.append((name, String(decoding: value.prefix(8192), as: UTF8.self)))
        }
    }

    package static func == (left: HTTPHeaders, right: HTTPHeaders) -> Bool {
        left.fields.elementsEqual(right.fields, by: ==)
    }

    /// The first field of that name.
    package subscript(_ name: String) -> String? { all(name).first }

    package func all(_ name: String) -> [String] {
        let name = name.lowercased()
        return fields.filter { $0.name == name }.map(\.value)
    }

    /// `Date`, in seconds since 1970.
    package var date: Int64? { date(of: "date") }

    func date(of name: String) -> Int64? {
        guard let text = self[name] else { return nil }
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Int64(seconds)
    }
}
