/// Putting and removing an image that fits into memory.
extension RegistryClient {
    /// `POST …/blobs/uploads/`, then `PUT` with all of it; a login that the first is asked for holds for the second.
    /// - Returns: the last answer.
    package func putBlob(_ bytes: [UInt8], digest: String, repository: String) -> HTTPExchange {
        let opened = openUpload(repository: repository)
        guard let upload = opened.upload, let url = upload.location.adding(query: [("digest", digest)]) else {
            return opened.exchange
        }
        return send(HTTPRequest(.put, url, authorization: upload.authorization, body: HTTPBody(.bytes(bytes))))
    }

    package func putManifest(_ bytes: [UInt8], type: String, repository: String, tag: String) -> HTTPExchange {
        sendAuthorized(
            .put,
            "/v2/\(repository)/manifests/\(tag)",
            body: HTTPBody(.bytes(bytes), type: type),
            scope: "repository:\(repository):pull,push"
        ).exchange
    }

    /// Many registries keep what they have: 405.
    package func deleteManifest(_ digest: String, repository: String) -> HTTPExchange {
        sendAuthorized(.delete, "/v2/\(repository)/manifests/\(digest)", scope: "repository:\(repository):delete")
            .exchange
    }

    package func deleteBlob(_ digest: String, repository: String) -> HTTPExchange {
        sendAuthorized(.delete, "/v2/\(repository)/blobs/\(digest)", scope: "repository:\(repository):delete").exchange
    }
}
