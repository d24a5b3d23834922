/// An upload that is open: where the next request goes, and what the registry has said it holds.
package struct UploadSession: Equatable, Sendable {
    package let repository: String
    /// The newest `Location`.
    package var location: HTTPURL
    /// Bytes the registry acknowledged.
    package var offset: Int
    /// Whether the registry has said the offset itself, rather than yes to what was sent.
    package var isOffsetSaid: Bool
    /// Whether it has said another one.
    package var isContradicted = false

    package init(repository: String, location: HTTPURL, offset: Int, isOffsetSaid: Bool = true) {
        self.repository = repository
        self.location = location
        self.offset = offset
        self.isOffsetSaid = isOffsetSaid
    }
}

/// What a registry says of an upload that it is asked about.
package enum UploadStatus: Equatable, Sendable {
    case holds(UploadSession)
    /// It does not know the upload, or has no answer to such a question: the two look alike.
    case unsaid(status: Int)
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
    package func blobSize(_ digest: String, in repository: String) -> Result<Int?, RegistryError> {
        following(.head, address(repository, "blobs", digest), scopes: scopes(repository)).flatMap {
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
    ) -> Result<UploadStart, RegistryError> {
        var path = address(repository, "blobs", "uploads") + "/"
        var scopes = scopes(repository)
        if let digest, let source {
            path += "?mount=\(percentEncoded(digest))&from=\(percentEncoded(source))"
            scopes.append("repository:\(source):pull")
        }
        return send(.post, path, scopes: scopes).flatMap { answer in
            switch answer.status {
            case 201 where digest != nil: return .success(.mounted)
            case 202:
                guard let location = place(answer) else {
                    return .failure(.unexpectedResponse(status: 202, what: "Location"))
                }
                return .success(.opened(UploadSession(repository: repository, location: location, offset: 0)))
            default: return .failure(trouble(answer))
            }
        }
    }

    /// `GET` on the upload: how much the registry holds, and the newest place.
    package func status(_ session: UploadSession) -> Result<UploadStatus, RegistryError> {
        send(.get, session.location.text, scopes: scopes(session.repository)).flatMap { answer in
            switch answer.status {
            case 204, 202, 200:
                // 200 is not in the specification, and a page that says yes to everything has no Range.
                guard let held = answer.headers["range"].flatMap(Self.held) else {
                    return .success(.unsaid(status: answer.status))
                }
                var next = session
                next.location = place(answer) ?? session.location
                next.offset = held
                (next.isOffsetSaid, next.isContradicted) = (true, false)
                return .success(.holds(next))
            case 408, 425, 429, 500, 502, 503, 504, 401, 403: return .failure(trouble(answer))
            default: return .success(.unsaid(status: answer.status))
            }
        }
    }

    /// `PATCH` with the bytes that follow the session's offset. What the registry has said yes to it has, unless it says itself
    /// how much: `isOffsetSaid` holds only where that is what was sent.
    package func append(_ piece: HTTPPiece, to session: UploadSession) -> Result<UploadSession, RegistryError> {
        let end = session.offset + piece.count
        let fields = [(name: "Content-Range", value: "\(session.offset)-\(end - 1)")]
        return send(
            .patch,
            session.location.text,
            scopes: scopes(session.repository),
            fields: fields,
            body: HTTPBody(.stream(piece))
        ).flatMap { answer in
            // 201, 204, 200: some registries of old.
            guard [202, 201, 204, 200].contains(answer.status) else { return .failure(trouble(answer)) }
            // Where it names no next place, the upload stays where it is.
            let location = answer.headers["location"] == nil ? session.location : place(answer)
            guard let location else { return .failure(.unexpectedResponse(status: answer.status, what: "Location")) }
            let held = answer.headers["range"].flatMap(Self.held)
            var next = UploadSession(repository: session.repository, location: location, offset: end)
            next.isOffsetSaid = held == end || held == 0 && end == 1
            next.isContradicted = held != nil && !next.isOffsetSaid
            return .success(next)
        }
    }

    /// `PUT`: the upload becomes the blob `digest`. With `piece` the last bytes go with it.
    package func finish(
        _ session: UploadSession,
        digest: String,
        piece: HTTPPiece? = nil
    ) -> Result<Void, RegistryError> {
        guard let url = session.location.adding(query: [("digest", digest)]) else {
            return .failure(.unexpectedResponse(status: 202, what: "Location"))
        }
        let body = piece.map { HTTPBody(.stream($0)) }
        return send(.put, url.text, scopes: scopes(session.repository), body: body).flatMap { answer in
            guard answer.status == 201 || answer.status == 204 else { return .failure(trouble(answer)) }
            // Without its algorithm it is another form of the same; reading back is held to the form.
            if let named = answer.headers["docker-content-digest"], named != digest, "sha256:" + named != digest {
                return .failure(
                    .unexpectedResponse(status: answer.status, what: "Docker-Content-Digest: \(named.prefix(100))")
                )
            }
            return .success(())
        }
    }

    /// `DELETE`: the registry forgets the upload.
    package func cancel(_ session: UploadSession) {
        _ = send(.delete, session.location.text, scopes: scopes(session.repository))
    }

    private func place(_ answer: HTTPResponse) -> HTTPURL? { answer.uploadPlace(of: root) }

    /// Bytes that a `Range: 0-LAST` means; `nil` for more than any blob has. `0-0` is an upload without a byte: none of one
    /// byte is ever appended to.
    package static func held(_ range: String) -> Int? {
        let parts = (range.hasPrefix("bytes=") ? range.dropFirst(6) : range[...])
            .split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "0", let last = Int(parts[1]), (0..<mostBytes).contains(last) else {
            return nil
        }
        return last == 0 ? 0 : last + 1
    }

    /// No blob is larger.
    package static let mostBytes = 1 << 50
}
