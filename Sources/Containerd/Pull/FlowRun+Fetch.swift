import GoData

extension FlowRun {
    private static let manifestTypes: Set<String> = [
        "application/vnd.docker.distribution.manifest.v2+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.oci.image.index.v1+json",
    ]

    /// `dockerFetcher.Fetch`: begins at the first host for every object, whoever has resolved the name.
    mutating func fetch(_ descriptor: ContentDescriptor, _ spec: ReferenceSpec) throws(FlowStop) -> PullFlow.Outcome {
        guard input.endpoints.contains(where: { $0.capabilities.contains(.pull) }) else {
            throw .error("no pull hosts: not found", .notFound)
        }
        do throws(FlowStop) {
            return try open(descriptor, spec)
        } catch .failed(let failure) {
            throw .failed(FlowFailure(text: "httpReadSeeker: failed open: " + failure.text, kind: failure.kind))
        }
    }

    private mutating func open(_ descriptor: ContentDescriptor, _ spec: ReferenceSpec) throws(FlowStop)
        -> PullFlow.Outcome
    {
        let accept = descriptor.mediaType.isEmpty ? "*/*" : descriptor.mediaType + ", */*"
        for text in descriptor.urls {
            guard let url = try? GoURL(text), url.scheme == "http" || url.scheme == "https" else { continue }
            do throws(FlowStop) {
                return .fetched(byteCount: try openForeign(url, accept), by: nil)
            } catch .failed(let failure) {
                guard failure.kind == .notFound else { throw .failed(failure) }
            }
        }
        let isManifest =
            Self.manifestTypes.contains(descriptor.mediaType)
            || descriptor.mediaType == Self.schema1 && rules.readsSchema1
        let kind = isManifest ? "manifests" : "blobs"
        var first: FlowFailure?
        // Capabilities are not asked here: a push-only host is tried as well.
        for host in input.endpoints.indices {
            var get = call(host, "GET", spec, kind, descriptor.digest, accept: accept)
            do throws(FlowStop) {
                let count = try open(&get, isLastHost: host == input.endpoints.count - 1)
                return .fetched(byteCount: count, by: host)
            } catch .failed(let failure) {
                first = first ?? failure
            }
        }
        let failure = first ?? FlowFailure(text: "not found", kind: .notFound)
        guard kind == "blobs", failure.kind == .notFound else { throw .failed(failure) }
        let what = "\(descriptor.digest) (\(descriptor.mediaType))"
        throw .error("could not fetch content descriptor \(what) from remote: not found", .notFound)
    }

    private mutating func openForeign(_ url: GoURL, _ accept: String) throws(FlowStop) -> Int {
        var get = Call(
            method: "GET",
            path: url.path + (url.rawQuery.isEmpty ? "" : "?" + url.rawQuery),
            scheme: url.scheme,
            host: url.host,
            headers: headers(of: []) + [HTTPField("Accept", accept)],
            purpose: .foreignLayer,
            endpoint: nil
        )
        return try open(&get, isLastHost: false)
    }

    /// - Returns: the number of bytes that came.
    private mutating func open(_ get: inout Call, isLastHost: Bool) throws(FlowStop) -> Int {
        let found = try perform(&get, isLastHost: isLastHost)
        guard found.status > 299 else { return found.response.body.count }
        if found.status == 404 { throw .error("content at \(get.url) not found: not found", .notFound) }
        if rules.namesMethodInFetchErrors { throw .error(found.statusError(rules) + errorBody(found)) }
        let message = RegistryErrorBody.text(found.response.body).map { " - Server message: " + $0 } ?? ""
        throw .error("unexpected status code \(get.url): \(HTTPStatus.line(found.status))\(message)")
    }
}
