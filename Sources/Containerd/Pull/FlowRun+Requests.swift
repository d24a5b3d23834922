import GoData

extension FlowRun {
    /// `request` of resolver.go: what is sent, and to whom.
    struct Call {
        var method: String
        /// After the authority, with the query.
        var path: String
        var scheme: String
        var host: String
        var headers: [HTTPField]
        var purpose: RegistryRequest.Purpose
        var endpoint: Int?

        var url: String { scheme + "://" + host + path }
    }

    func call(
        _ endpoint: Int,
        _ method: String,
        _ spec: ReferenceSpec,
        _ kind: String,
        _ object: String,
        accept: String?
    ) -> Call {
        let target = input.endpoints[endpoint]
        var path = GoPath.join(["/", target.path, spec.repository, kind, object])
        if target.isProxy(for: spec.hostname) { path += "?" + GoEscape.query([("ns", spec.hostname)]) }
        return Call(
            method: method,
            path: path,
            scheme: target.scheme,
            host: target.host,
            headers: headers(of: target.headers) + [accept.map { HTTPField("Accept", $0) }].compactMap(\.self),
            purpose: kind == "blobs" ? .blob : .manifest,
            endpoint: endpoint
        )
    }

    /// Global headers, the host's own, and the user agent where none of them brings one.
    func headers(of hostHeaders: [HTTPField]) -> [HTTPField] {
        let agent = HTTPField("User-Agent", "containerd/\(rules.version)")
        let own = input.headers.filter { $0.name != "Accept" }
        let hasAgent: Bool
        if rules.hostHeaderReplacesUserAgent {
            hasAgent = (own + hostHeaders).first { $0.name == "User-Agent" }?.value.isEmpty == false
        } else {
            hasAgent = own.contains { $0.name == "User-Agent" } || input.emptyHeaders.contains("User-Agent")
        }
        return own + (hasAgent ? [] : [agent]) + hostHeaders
    }

    /// `doWithRetries`: authorization, redirects, and everything that is asked again.
    mutating func perform(_ call: inout Call, isLastHost: Bool) throws(FlowStop) -> FlowResponse {
        var responses: [FlowResponse] = []
        var attempts = 0
        while true {
            attempts += 1
            let response: FlowResponse
            switch try send(call) {
            case .success(let found): response = found
            case .failure(let failure):
                let isTransient = failure.failure.isTimeout || failure.failure == .endOfFile
                if rules.retriesTransportErrors, isLastHost, isTransient, attempts < rules.maximumRequests { continue }
                throw .error("failed to do request: " + failure.text)
            }
            responses.append(response)
            guard try isRetried(&call, responses, attempts: attempts, isLastHost: isLastHost) else { return response }
        }
    }

    private mutating func isRetried(
        _ call: inout Call,
        _ responses: [FlowResponse],
        attempts: Int,
        isLastHost: Bool
    ) throws(FlowStop) -> Bool {
        guard attempts < rules.maximumRequests, let last = responses.last else { return false }
        switch last.status {
        case 401:
            guard let endpoint = call.endpoint else { return false }
            return try addChallenge(responses, endpoint: endpoint)
        case 405:
            guard call.method == "HEAD", call.path.contains("/manifests/") else { return false }
            call.method = "GET"
            return true
        case 408, 429: return true
        case 500, 503, 504:
            guard rules.retriesServerErrors, isLastHost else { return false }
            return responses.count < 2 || responses[responses.count - 2].status != last.status
        default: return false
        }
    }

    struct SendFailure: Error {
        let failure: ExchangeFailure
        /// `Head "https://…": dial tcp …`
        let text: String
    }

    /// `http.Client.Do`: follows redirects, authorizing each request anew.
    private mutating func send(_ call: Call) throws(FlowStop) -> Result<FlowResponse, SendFailure> {
        var request = RegistryRequest(
            method: call.method,
            url: call.url,
            headers: call.headers,
            purpose: call.purpose,
            endpoint: call.endpoint
        )
        if let endpoint = call.endpoint { request.authorization = try authorization(for: request.url, endpoint) }
        return try follow(&request) { (run, next) throws(FlowStop) in
            guard let endpoint = next.endpoint else { return }
            next.authorization = try run.authorization(for: next.url, endpoint)
        }
    }

    typealias Redirected = (inout FlowRun, inout RegistryRequest) throws(FlowStop) -> Void

    mutating func follow(
        _ request: inout RegistryRequest,
        redirected: Redirected
    ) throws(FlowStop) -> Result<FlowResponse, SendFailure> {
        for hop in 0... {
            let response: FlowResponse
            switch try roundTrip(request) {
            case .success(let found): response = found
            case .failure(let failure):
                let text = Self.clientError(request, failure.text)
                return .failure(SendFailure(failure: failure, text: text))
            }
            guard [301, 302, 303, 307, 308].contains(response.status) else { return .success(response) }
            let location = response.response.value("Location")
            guard !location.isEmpty else { return .success(response) }
            guard let target = Self.resolve(location, against: response.request.url) else {
                let text = Self.clientError(request, "failed to parse Location header \(GoText.quoted(location))")
                return .failure(SendFailure(failure: .other(text), text: text))
            }
            request.url = target
            request.isRedirect = true
            request.authorization = nil
            if request.method == "POST", response.status < 307 {
                request.method = "GET"
                request.form = nil
            }
            if hop + 1 >= 10 {
                let text = Self.clientError(request, "stopped after 10 redirects")
                return .failure(SendFailure(failure: .other(text), text: text))
            }
            try redirected(&self, &request)
        }
        return .failure(SendFailure(failure: .other(""), text: ""))
    }

    /// `Head "URL": text`
    private static func clientError(_ request: RegistryRequest, _ text: String) -> String {
        let verb = request.method.prefix(1) + request.method.dropFirst().lowercased()
        return "\(verb) \(GoText.quoted(request.url)): \(text)"
    }

    /// RFC 3986 section 5, as far as Location headers need it.
    private static func resolve(_ location: String, against base: String) -> String? {
        guard let base = try? GoURL(base), let target = try? GoURL(location) else { return nil }
        if !target.scheme.isEmpty { return target.description }
        let query = target.rawQuery.isEmpty ? "" : "?" + target.rawQuery
        if !target.host.isEmpty { return "\(base.scheme)://\(target.host)\(target.escapedPath)\(query)" }
        if target.path.hasPrefix("/") { return "\(base.scheme)://\(base.host)\(target.escapedPath)\(query)" }
        let folder = base.path.lastIndex(of: "/").map { String(base.path[...$0]) } ?? "/"
        return "\(base.scheme)://\(base.host)\(GoPath.clean(folder + target.escapedPath))\(query)"
    }
}
