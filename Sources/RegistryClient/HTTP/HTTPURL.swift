import CCurl

/// An absolute `http` or `https` URL, parsed by libcurl, so that what is compared is what is requested.
package struct HTTPURL: Equatable, Sendable {
    package let text: String
    /// `https` or `http`.
    package let scheme: String
    /// Lower case, without IPv6 brackets.
    package let host: String
    package let port: Int
    /// Begins with `/`; the query is not in it.
    package let path: String

    /// `nil` for anything that is not an absolute http(s) URL, that carries a user name, or that holds a blank or a control
    /// character: libcurl would take what is before a NUL.
    package init?(_ text: String) {
        self.init(parsing: text, relativeTo: nil)
    }

    private init?(parsing text: String, relativeTo base: String?) {
        guard text.utf8.count <= 8192, !text.holdsControls, !text.utf8.contains(0x20), let handle = curl_url() else {
            return nil
        }
        defer { curl_url_cleanup(handle) }
        if let base, curl_url_set(handle, CURLUPART_URL, base, 0) != CURLUE_OK { return nil }
        guard curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK else { return nil }
        func part(_ which: CURLUPart, _ flags: UInt32 = 0) -> String? {
            var pointer: UnsafeMutablePointer<CChar>?
            guard curl_url_get(handle, which, &pointer, flags) == CURLUE_OK, let pointer else { return nil }
            defer { curl_free(pointer) }
            return String(cString: pointer)
        }
        guard let scheme = part(CURLUPART_SCHEME)?.lowercased(), scheme == "https" || scheme == "http",
            part(CURLUPART_USER) == nil,
            let host = part(CURLUPART_HOST)?.lowercased(), !host.isEmpty,
            let port = part(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) }),
            let path = part(CURLUPART_PATH),
            let whole = part(CURLUPART_URL)
        else { return nil }
        self.text = whole
        self.scheme = scheme
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        self.port = port
        self.path = path
    }

    package var isHTTPS: Bool { scheme == "https" }

    /// `https://HOST:PORT`, the port always written.
    package var origin: String {
        "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Path and query, as a request line has them.
    package var target: String {
        let rest = text.dropFirst(scheme.count + 3)
        let target = rest.drop { $0 != "/" && $0 != "?" }.prefix { $0 != "#" }
        return target.hasPrefix("/") ? String(target) : "/\(target)"
    }

    /// Where a `Location` leads from here.
    package func resolving(_ reference: String) -> HTTPURL? {
        HTTPURL(parsing: reference, relativeTo: text)
    }

    /// The same URL with `NAME=VALUE` pairs added to its query.
    package func adding(query: [(name: String, value: String)]) -> HTTPURL? {
        let pairs = query.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }.joined(separator: "&")
        guard !pairs.isEmpty else { return self }
        let whole = text.prefix { $0 != "#" }
        return HTTPURL("\(whole)\(whole.contains("?") ? "&" : "?")\(pairs)")
    }
}

/// RFC 3986: everything but unreserved characters.
func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            result.append(byte)
        default:
            result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: result, as: UTF8.self)
}
