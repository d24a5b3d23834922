extension FlowRun {
    private static let resolveAccept =
        "application/vnd.docker.distribution.manifest.v2+json, "
        + "application/vnd.docker.distribution.manifest.list.v2+json, "
        + "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json, */*"

    static let schema1 = "application/vnd.docker.distribution.manifest.v1+prettyjws"

    /// Larger manifests are refused; the constant is containerd's own, typing error included.
    private static let maximumManifestSize = 4 * 1048 * 1048

    /// The error that is reported in the end; later ones replace it only when they rank higher.
    private struct WorstError {
        var text: String?
        private var rank = 0

        mutating func note(_ text: String, rank: Int, ranks: Bool) {
            if ranks ? rank > self.rank : self.text == nil {
                self.text = text
                self.rank = rank
            }
        }

        var isStatus: Bool { rank == 3 }
    }

    /// `dockerResolver.Resolve`
    mutating func resolve(_ spec: ReferenceSpec) throws(FlowStop) -> PullFlow.Outcome {
        guard !spec.object.isEmpty else { throw .error("object required") }
        let digest = spec.digest
        if !digest.isEmpty {
            do throws(ImageReferenceError) { _ = try ContentDigest(digest) } catch { throw .error(error.description) }
        }
        let needed: RegistryCapabilities = digest.isEmpty ? [.pull, .resolve] : .pull
        let hosts = input.endpoints.indices.filter { input.endpoints[$0].capabilities.isSuperset(of: needed) }
        guard !hosts.isEmpty else { throw .error("no resolve hosts: not found", .notFound) }

        var worst = WorstError()
        var sawStatus = false
        let objects = digest.isEmpty ? [("manifests", spec.object)] : [("manifests", digest), ("blobs", digest)]
        for (kind, object) in objects {
            if kind == "blobs", rules.skipsBlobsAfterStatus, sawStatus { break }
            for (index, host) in hosts.enumerated() {
                let isLast = index == hosts.count - 1
                switch try ask(host, spec, kind, object, digest: digest, isLast: isLast) {
                case .found(let descriptor): return .resolved(descriptor, by: host)
                case .next(let text, let rank):
                    sawStatus = sawStatus || rank == 3
                    note(text, rank: rank, in: &worst)
                }
            }
        }
        throw .error(worst.text ?? "\(input.reference): not found", .notFound)
    }

    /// 1.x keeps the first error that is not a 404; 2.x the one that got furthest.
    private func note(_ text: String, rank: Int, in worst: inout WorstError) {
        if !rules.ranksResolveErrors, rank == 2 { return }
        worst.note(text, rank: rank, ranks: rules.ranksResolveErrors)
    }

    private enum HostAnswer {
        case found(ContentDescriptor)
        /// rank: 1 no answer, 2 not found, 3 another status, 4 too large.
        case next(String, rank: Int)
    }

    private mutating func ask(
        _ host: Int,
        _ spec: ReferenceSpec,
        _ kind: String,
        _ object: String,
        digest: String,
        isLast: Bool
    ) throws(FlowStop) -> HostAnswer {
        let own = input.headers.last { $0.name == "Accept" }?.value
        let accept = own ?? (input.emptyHeaders.contains("Accept") ? nil : Self.resolveAccept)
        var head = call(host, "HEAD", spec, kind, object, accept: accept)
        let found: FlowResponse
        do throws(FlowStop) {
            found = try perform(&head, isLastHost: isLast)
        } catch .failed(let failure) {
            let prefix =
                failure.kind == .invalidAuthorization
                ? "pull access denied, repository does not exist or may require authorization: " : ""
            return .next(prefix + failure.text, rank: 1)
        }
        if found.status > 299 {
            if found.status == 404 { return .next("\(input.reference): not found", rank: 2) }
            let text = try statusText(found, head, host, spec, kind, object, accept)
            guard found.status > 399 else { throw .error(text) }
            return .next(text, rank: 3)
        }

        var digest = digest
        let length = found.response.value("Content-Length")
        var size = ResolvedHeaders.size(length)
        var mediaType = mediaType(found)
        if digest.isEmpty {
            do throws(ResolvedHeaders.BadDigest) {
                let header = found.response.value("Docker-Content-Digest")
                digest = try ResolvedHeaders(digest: header, length: length).digest ?? ""
            } catch {
                throw .error(error.words)
            }
        }
        if digest.isEmpty || size == nil {
            // From here on there is no other host: whatever fails, fails the pull.
            var get = call(host, "GET", spec, kind, object, accept: accept)
            let content = try perform(&get, isLastHost: true)
            if rules.checksStatusOfManifestGET, content.status > 299 {
                throw .error(content.statusError(rules) + errorBody(content))
            }
            mediaType = self.mediaType(content)
            size = content.response.body.count
            if digest.isEmpty {
                if mediaType == Self.schema1, !rules.readsSchema1 { throw .error(Self.schema1Refused) }
                digest = "sha256:" + SHA256.hex(content.response.body)
            }
        }
        guard let size, size <= Self.maximumManifestSize else {
            return .next("rejecting \(size ?? 0) byte manifest for \(input.reference): not found", rank: 4)
        }
        return .found(ContentDescriptor(mediaType: mediaType, digest: digest, size: size))
    }

    private static let schema1Refused =
        "not implemented: media type \"\(schema1)\" is no longer supported since containerd v2.1, please rebuild the "
        + "image as \"application/vnd.docker.distribution.manifest.v2+json\" or "
        + "\"application/vnd.oci.image.manifest.v1+json\""

    /// 2.3.3 asks once more with GET, to have a body that says why a 403 was one.
    private mutating func statusText(
        _ found: FlowResponse,
        _ head: Call,
        _ host: Int,
        _ spec: ReferenceSpec,
        _ kind: String,
        _ object: String,
        _ accept: String?
    ) throws(FlowStop) -> String {
        guard rules.namesRequestInStatusErrors else {
            let address = input.endpoints[host].host
            let what = found.status > 399 ? "status code" : "unexpected status code"
            return "pulling from host \(address) failed with \(what) [\(kind) \(object)]: "
                + HTTPStatus.line(found.status)
        }
        guard rules.fetchesBodyOfForbidden, found.status == 403, head.method == "HEAD" else {
            return found.statusError(rules)
        }
        var get = call(host, "GET", spec, kind, object, accept: accept)
        do throws(FlowStop) {
            return found.statusError(rules) + errorBody(try perform(&get, isLastHost: false))
        } catch .failed {
            return found.statusError(rules)
        }
    }

    func errorBody(_ response: FlowResponse) -> String {
        RegistryErrorBody.text(response.response.body).map { "\n" + $0 } ?? ""
    }

    private func mediaType(_ response: FlowResponse) -> String {
        let type = String(response.response.value("Content-Type").prefix { $0 != ";" })
        return type == "text/plain" ? Self.schema1 : type
    }
}
