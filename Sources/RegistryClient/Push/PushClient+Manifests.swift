extension PushClient {
    /// A manifest as the registry gives it.
    package struct FetchedManifest: Equatable, Sendable {
        package let bytes: [UInt8]
        package let mediaType: String
        /// `Docker-Content-Digest`, as the registry says.
        package let digest: String?
    }

    private func url(_ repository: String, _ reference: String) -> String {
        address(repository, "manifests", reference)
    }

    /// No address at all for what is neither a tag nor a digest: a `?` or `..` in it would ask for something else.
    func address(_ repository: String, _ kind: String, _ reference: String) -> String {
        guard isPathPart(reference),
            repository.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isPathPart)
        else { return "" }
        return "\(root.origin)/v2/\(repository)/\(kind)/\(reference)"
    }

    private func scopes(_ repository: String) -> [String] { ["repository:\(repository):pull,push"] }

    /// `HEAD`: the digest a tag points to, empty when the registry does not say; `nil` when there is none.
    package func manifestDigest(_ reference: String, in repository: String) -> Result<String?, RegistryError> {
        following(.head, url(repository, reference), scopes: scopes(repository), accept: Self.manifestTypes)
            .flatMap { answer in
                switch answer.status {
                case 200: .success(answer.headers["docker-content-digest"] ?? "")
                case 404: .success(nil)
                default: .failure(trouble(answer))
                }
            }
    }

    /// `GET`, whole; `nil` when there is none.
    package func manifest(
        _ reference: String,
        in repository: String
    ) -> Result<FetchedManifest?, RegistryError> {
        following(.get, url(repository, reference), scopes: scopes(repository), accept: Self.manifestTypes)
            .flatMap { answer in
                switch answer.status {
                case 200 where answer.isTruncated: .failure(.transport(.closed))
                case 200:
                    .success(
                        FetchedManifest(
                            bytes: answer.body,
                            mediaType: answer.headers["content-type"] ?? "",
                            digest: answer.headers["docker-content-digest"]
                        )
                    )
                case 404: .success(nil)
                default: .failure(trouble(answer))
                }
            }
    }

    /// `PUT` under a tag or a digest.
    package func put(
        manifest bytes: [UInt8],
        mediaType: String,
        as reference: String,
        in repository: String
    ) -> Result<Void, RegistryError> {
        let body = HTTPBody(.stream(HTTPPiece(bytes)), type: mediaType)
        return send(.put, url(repository, reference), scopes: scopes(repository), body: body).flatMap { answer in
            [200, 201, 202].contains(answer.status) ? .success(()) : .failure(trouble(answer))
        }
    }

    static let manifestTypes = RegistryClient.manifestTypes
}

/// What tags, digests and the parts of repository names are made of, and what leads nowhere else in a path.
private func isPathPart(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "."), text.utf8.count <= 255 else { return false }
    return text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "+"): true
        default: false
        }
    }
}
