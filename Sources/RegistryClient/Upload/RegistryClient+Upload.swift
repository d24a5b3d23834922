/// An upload that the registry has opened (OCI distribution, "Pushing blobs").
package struct BlobUpload: Sendable {
    package let repository: String
    /// Where the next request goes; each answer may name another place.
    package private(set) var location: HTTPURL
    /// The place as the registry named it, when that is another origin: `http://` before TLS, or another host.
    package private(set) var elsewhere: HTTPURL?
    /// What the registry accepted when the upload was opened.
    let authorization: Authorization?

    /// `nil` when the answer names no place to go on.
    init?(_ response: HTTPResponse, _ root: HTTPURL, repository: String, authorization: Authorization?) {
        guard let named = response.uploadLocation, let location = response.uploadPlace(of: root) else { return nil }
        self.repository = repository
        self.location = location
        self.authorization = location.origin == root.origin ? authorization : nil
        elsewhere = named.origin == root.origin ? nil : named
    }

    mutating func follow(_ response: HTTPResponse, _ root: HTTPURL) {
        let next = BlobUpload(response, root, repository: repository, authorization: authorization)
        guard [202, 201, 204, 200].contains(response.status), let next else { return }
        location = next.location
        elsewhere = next.elsewhere ?? elsewhere
    }
}

extension RegistryClient {
    package struct OpenedUpload: Sendable {
        package let exchange: HTTPExchange
        /// What came of the challenge, if there was one.
        package let login: Login?
        /// `nil` when none was opened.
        package let upload: BlobUpload?
    }

    /// `POST /v2/REPOSITORY/blobs/uploads/`
    package func openUpload(repository: String) -> OpenedUpload {
        let path = "/v2/\(repository)/blobs/uploads/"
        let (exchange, login) = sendAuthorized(.post, path, scope: "repository:\(repository):pull,push")
        let authorization = login?.authorization ?? basic
        let upload = exchange.response.flatMap { response in
            response.status == 202
                ? BlobUpload(response, root, repository: repository, authorization: authorization) : nil
        }
        return OpenedUpload(exchange: exchange, login: login, upload: upload)
    }

    /// `PATCH`: the next bytes of the upload, as a stream; the place of what follows is kept.
    package func append(_ body: HTTPBody, to upload: inout BlobUpload) -> HTTPExchange {
        let exchange = send(HTTPRequest(.patch, upload.location, authorization: upload.authorization, body: body))
        if let response = exchange.response { upload.follow(response, root) }
        return exchange
    }

    /// `GET`: how many bytes the registry says it holds of the upload; `nil` when it does not say it.
    package func held(of upload: BlobUpload) -> Int? {
        let exchange = send(HTTPRequest(.get, upload.location, authorization: upload.authorization))
        guard let response = exchange.response, [204, 202, 200].contains(response.status) else { return nil }
        return response.headers["range"].flatMap(PushClient.held)
    }

    /// Whether it claims to have a blob that nobody made.
    package func claimsToHave(_ digest: String, in repository: String) -> Bool {
        sendAuthorized(.head, "/v2/\(repository)/blobs/\(digest)", scope: "repository:\(repository):pull,push")
            .exchange.response?.status == 200
    }

    /// `DELETE`: the registry forgets the upload. Some ask for a right of its own, `delete`.
    package func cancel(_ upload: BlobUpload) -> HTTPExchange {
        let exchange = send(HTTPRequest(.delete, upload.location, authorization: upload.authorization))
        guard let response = exchange.response, response.status == 401 else { return exchange }
        let login = answer(response.challenges, scope: "repository:\(upload.repository):delete")
        guard let authorization = login.authorization else { return exchange }
        return send(HTTPRequest(.delete, upload.location, authorization: authorization))
    }
}

extension HTTPResponse {
    /// `Location`, resolved against the URL that was asked.
    package var uploadLocation: HTTPURL? { headers["location"].flatMap(url.resolving) }

    /// Where an upload goes on. A registry behind a proxy often names its own scheme or host: a place on the same host is asked
    /// through our own origin, and another host only over https, without our login.
    func uploadPlace(of root: HTTPURL) -> HTTPURL? {
        guard let named = uploadLocation else { return nil }
        if named.origin == root.origin { return named }
        if named.host == root.host { return HTTPURL(root.origin + named.target) }
        return named.isHTTPS ? named : nil
    }
}
