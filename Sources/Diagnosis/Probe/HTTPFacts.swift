/// How a body ended.
package enum BodyEnd: String, Equatable, Sendable, Codable {
    case whole
    /// Longer than anything a registry says here, and cut.
    case cut
    /// Shorter than announced, or broken off within.
    case broken
}

/// One HTTP answer, cut down to what a diagnosis needs. All of it is untrusted text.
package struct HTTPFacts: Equatable, Sendable, Codable {
    package var url: String
    package var status: Int
    package var contentType: String?
    package var server: String?
    /// `Docker-Distribution-Api-Version`
    package var apiVersion: String?
    package var location: String?
    /// `Date`, in seconds since 1970.
    package var date: Int64?
    package var retryAfter: String?
    /// `WWW-Authenticate`, unparsed.
    package var authenticate: [String]
    /// `code` of each entry of an OCI error body: `MANIFEST_UNKNOWN`.
    package var errorCodes: [String]
    /// `message` of each of them.
    package var errorMessages: [String]
    /// `name: value` of the headers that only some products send.
    package var marks: [String]
    /// The first characters of a text body.
    package var bodyStart: String
    package var bodyEnd = BodyEnd.whole
    /// `Content-Encoding`, which nobody asked for.
    package var encoding: String?
    /// A redirect to the same scheme, host and port, after several of them.
    package var redirectsToItself = false

    package init(
        url: String,
        status: Int,
        contentType: String? = nil,
        server: String? = nil,
        apiVersion: String? = nil,
        location: String? = nil,
        date: Int64? = nil,
        retryAfter: String? = nil,
        authenticate: [String] = [],
        errorCodes: [String] = [],
        errorMessages: [String] = [],
        marks: [String] = [],
        bodyStart: String = ""
    ) {
        self.url = url
        self.status = status
        self.contentType = contentType
        self.server = server
        self.apiVersion = apiVersion
        self.location = location
        self.date = date
        self.retryAfter = retryAfter
        self.authenticate = authenticate
        self.errorCodes = errorCodes
        self.errorMessages = errorMessages
        self.marks = marks
        self.bodyStart = bodyStart
    }

    package var isHTML: Bool {
        contentType?.lowercased().hasPrefix("text/html") == true
            || bodyStart.lowercased().hasPrefix("<!doctype html") || bodyStart.lowercased().hasPrefix("<html")
    }

    /// `HTTP 404 text/html from nginx`
    package var summary: String {
        var text = "HTTP \(status)"
        if let contentType { text += " \(contentType)" }
        if let server { text += " (\(server))" }
        return text
    }
}
