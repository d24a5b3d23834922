/// An upload that is open: where the next request goes, and what the registry has said it holds.
package struct UploadSession: Equatable, Sendable {
    package let repository: String
    /// The newest `Location`.
    package var location: HTTPURL
    /// Bytes the registry acknowledged.
    package var offset: Int
    /// Whether the registry has said the offset itself, rather than yes to what was sent.
    package var isOffsetSaid: Bool

    package init(repository: String, location: HTTPURL, offset: Int, isOffsetSaid: Bool = true) {
        self.repository = repository
        self.location = location
        self.offset = offset
        self.isOffsetSaid = isOffsetSaid
    }
}

/// How opening an upload went.
package enum UploadStart: Sendable {
    /// Taken over from another repository; nothing is to be sent.
    case mounted
    case opened(UploadSession)
}

extension PushClient {
    private func scopes(_ repository: String) -> [String] { ["repository:\(repository):pull,push"] }

    /// `HEAD`: the blob's size, -1 when the registry does not say it; `nil` when it is not there.
    package func blobSize(_ digest: String, in repository: String) -> Result<Int?, RegistryTrouble> {
        following(.head, "\(root.origin)/v2/\(repository)/blobs/\(digest)", scopes: scopes(repository)).flatMap {
            answer in
            switch answer.status {
            case 200: .success(answer.headers["content-length"].flatMap { Int($0) } ?? -1)
            case 404: .success(nil)
            default: .failure(trouble(answer))
            }
        }
    }

    /// `POST`: opens an upload, or takes the blob over from `source`, another repository of the registry.
    package func openUpload(
        in repository: String,
        mounting digest: String? = nil,
        from source: String? = nil
    ) -> Result<UploadStart, RegistryTrouble> {
        var path = "\(root.origin)/v2/\(repository)/blobs/uploads/"
        var scopes = scopes(repository)
        if let digest, let source {
            path += "?mount=\(percentEncoded(digest))&from=\(percentEncoded(source))"
            scopes.append("repository:\(source):pull")
        }
        return send(.post, path, scopes: scopes).flatMap { answer in
            switch answer.status {
            case 201 where digest != nil: return .success(.mounted)
            case 202:
                guard let location = place(answer) else { return .failure(.nonsense(status: 202, what: "Location")) }
                return .success(.opened(UploadSession(repository: repository, location: location, offset: 0)))
            default: return .failure(trouble(answer))
            }
        }
    }

    /// `GET` on the upload: how much the registry holds, and the newest place; `nil` when it knows it no longer.
    package func status(_ session: UploadSession) -> Result<UploadSession?, RegistryTrouble> {
        send(.get, session.location.text, scopes: scopes(session.repository)).flatMap { answer in
            switch answer.status {
            case 204, 202, 200:
                // 200 is not in the specification, and a page that says yes to everything has no Range.
                guard let held = answer.headers["range"].flatMap(Self.held) else {
                    return .failure(.nonsense(status: answer.status, what: "Range"))
                }
                var next = session
                next.location = place(answer) ?? session.location
                next.offset = held
                next.isOffsetSaid = true
                return .success(next)
            case 404, 400, 410, 416: return .success(nil)
            default: return .failure(trouble(answer))
            }
        }
    }

    /// `PATCH` with the bytes that follow the session's offset.
    package func append(_ piece: HTTPPiece, to session: UploadSession) -> Result<UploadSession, RegistryTrouble> {
        let end = session.offset + piece.count
        let fields = [(name: "Content-Range", value: "\(session.offset)-\(end - 1)")]
        return send(
            .patch,
            session.location.text,
            scopes: scopes(session.repository),
            fields: fields,
            body: HTTPBody(.stream(piece))
        ).flatMap { answer in
            // 201, 204: some registries of old.
            guard [202, 201, 204].contains(answer.status) else { return .failure(trouble(answer)) }
            guard let location = place(answer) else {
                return .failure(.nonsense(status: answer.status, what: "Location"))
            }
            let held = answer.headers["range"].flatMap(Self.held)
            if let held, held != end, end > 1 {
                return .failure(.nonsense(status: answer.status, what: "Range: \(held), \(end)"))
            }
            return .success(
                UploadSession(
                    repository: session.repository,
                    location: location,
                    offset: end,
                    isOffsetSaid: held != nil
                )
            )
        }
    }

    /// `PUT`: the upload becomes the blob `digest`. With `piece` the last bytes go with it.
    package func finish(
        _ session: UploadSession,
        digest: String,
        piece: HTTPPiece? = nil
    ) -> Result<Void, RegistryTrouble> {
        guard let url = session.location.adding(query: [("digest", digest)]) else {
            return .failure(.nonsense(status: 202, what: "Location"))
        }
        let body = piece.map { HTTPBody(.stream($0)) }
        return send(.put, url.text, scopes: scopes(session.repository), body: body).flatMap { answer in
            guard answer.status == 201 || answer.status == 204 else { return .failure(trouble(answer)) }
            if let named = answer.headers["docker-content-digest"], named != digest {
                return .failure(.nonsense(status: answer.status, what: "Docker-Content-Digest"))
            }
            return .success(())
        }
    }

    /// `DELETE`: the registry forgets the upload.
    package func cancel(_ session: UploadSession) {
        _ = send(.delete, session.location.text, scopes: scopes(session.repository))
    }

    /// Where `Location` leads. A registry behind a proxy often names its own scheme or host: a place on the same
    /// authority is asked through our own origin, and another host only over https, without our login.
    private func place(_ answer: HTTPResponse) -> HTTPURL? {
        guard let named = answer.headers["location"].flatMap(answer.url.resolving) else { return nil }
        if named.origin == root.origin { return named }
        if named.host == root.host { return HTTPURL(root.origin + named.target) }
        return named.isHTTPS ? named : nil
    }

    /// Bytes that a `Range: 0-LAST` means. `0-0` is an upload without a byte: none of one byte is ever appended to.
    static func held(_ range: String) -> Int? {
        let parts = (range.hasPrefix("bytes=") ? range.dropFirst(6) : range[...]).split(separator: "-")
        guard parts.count == 2, parts[0] == "0", let last = Int(parts[1]), last >= 0 else { return nil }
        return last == 0 ? 0 : last + 1
    }
}
