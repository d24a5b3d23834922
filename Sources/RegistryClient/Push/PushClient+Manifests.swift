extension PushClient {
    /// A manifest as the registry gives it.
    package struct FetchedManifest: Equatable, Sendable {
        package let bytes: [UInt8]
        package let mediaType: String
        /// `Docker-Content-Digest`, as the registry says.
        package let digest: String?
    }

    private func url(_ repository: String, _ reference: String) -> String {
        "\(root.origin)/v2/\(repository)/manifests/\(reference)"
    }

    private func scopes(_ repository: String) -> [String] { ["repository:\(repository):pull,push"] }

    /// `HEAD`: the digest a tag points to, empty when the registry does not say; `nil` when there is none.
    package func manifestDigest(_ reference: String, in repository: String) -> Result<String?, RegistryTrouble> {
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
    ) -> Result<FetchedManifest?, RegistryTrouble> {
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
    ) -> Result<Void, RegistryTrouble> {
        let body = HTTPBody(.stream(HTTPPiece(bytes)), type: mediaType)
        return send(.put, url(repository, reference), scopes: scopes(repository), body: body).flatMap { answer in
            [200, 201, 202].contains(answer.status) ? .success(()) : .failure(trouble(answer))
        }
    }

    static let manifestTypes = RegistryClient.manifestTypes
}
