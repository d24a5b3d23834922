import Containerd
import Diagnosis
import RegistryClient
import Texts

extension ProbeRun {
    /// The mirror namespace and the images. An image below the namespace proves it; without one only a registry's complete
    /// catalogue can, and many registries show none.
    func content(_ client: RegistryClient) {
        let begun = ContinuousClock.now
        if plan.endpoint.mirrorNamespace != nil { start(.mirrorNamespace) }
        if !plan.images.isEmpty { start(.image) }
        var images: [ImageFacts] = []
        for reference in plan.images {
            let facts = image(reference, client)
            guard !cancellation.isCancelled else { return }
            images.append(facts)
            report.images = images
            if case .noAnswer(let failure) = facts.outcome {
                fail(.image, failure, begun.duration(to: .now).milliseconds)
                return
            }
        }
        let imagesTook = begun.duration(to: .now).milliseconds
        let asked = ContinuousClock.now
        let facts = namespace(client)
        guard !cancellation.isCancelled else { return }
        report.mirrorNamespace = facts
        report.project = project(client)
        askAsTyped(client)
        guard !cancellation.isCancelled else { return }
        showNamespace(asked.duration(to: .now).milliseconds)
        showImages(imagesTook)
    }

    private func image(_ reference: String, _ client: RegistryClient) -> ImageFacts {
        let shown = bounded(reference)
        guard let image = ProbeImage(reference) else {
            return ImageFacts(reference: shown, path: shown, outcome: .badReference)
        }
        let repository = image.path(below: plan.endpoint.mirrorNamespace)
        var facts = ImageFacts(
            reference: shown,
            path: "\(repository)\(image.separator)\(image.reference)",
            outcome: .unexpected
        )
        let asked = client.manifest(.head, repository: repository, reference: image.reference)
        note(asked.login)
        var exchange = asked.exchange
        let head = exchange.response
        if let head, head.status != 200, !cancellation.isCancelled {
            // The reason stands in a body, which HEAD does not have.
            exchange = client.manifest(.get, repository: repository, reference: image.reference).exchange
        }
        switch exchange.result {
        case .failure(let failure): facts.outcome = .noAnswer(TransportFailure(failure))
        case .success(let response):
            facts.answer = HTTPFacts(response)
            facts.outcome = Self.outcome(response)
            // containerd asks again with GET only where HEAD is not allowed.
            if let head, ![200, 405].contains(head.status), response.status == 200 {
                facts.outcome = .onlyByGET(head: head.status)
            }
        }
        guard case .found = facts.outcome, image.separator == ":", let response = exchange.response else {
            return facts
        }
        do throws(ResolvedHeaders.BadDigest) {
            _ = try ResolvedHeaders(
                digest: response.headers["docker-content-digest"] ?? "",
                length: response.headers["content-length"] ?? ""
            )
        } catch {
            facts.outcome = .badDigest(header: bounded(error.header), words: bounded(error.words))
        }
        return facts
    }

    private static func outcome(_ response: HTTPResponse) -> ImageFacts.Outcome {
        switch response.status {
        case 200:
            let type = response.headers["content-type"]?.lowercased() ?? ""
            if type.hasPrefix("application/vnd.docker.distribution.manifest.v1+") { return .schema1 }
            guard type.contains("manifest") || type.contains("image.index") else { return .notManifest }
            return .found(digest: response.headers["docker-content-digest"].map { bounded($0) })
        case 404: return .notFound
        case 401, 403: return .denied
        default: return .unexpected
        }
    }

    private func namespace(_ client: RegistryClient) -> MirrorNamespaceFacts {
        let namespace = plan.endpoint.mirrorNamespace
        let known: MirrorNamespaceFacts = namespace == nil ? .root : .found
        if report.images.contains(where: { if case .found = $0.outcome { true } else { false } }) { return known }
        let missing = report.images.filter { $0.outcome == .notFound }
        for facts in missing {
            guard let image = ProbeImage(facts.reference), !cancellation.isCancelled else { continue }
            // The repository is there, only this tag is not.
            if client.hasRepository(image.path(below: namespace)) == true { return known }
            for other in Self.otherLayouts(namespace, image) where !cancellation.isCancelled {
                if isFound(image, below: other, client) {
                    return .imagesElsewhere(mirrorNamespace: other, image: facts.reference)
                }
            }
        }
        if namespace == nil, missing.isEmpty { return .root }
        // Nothing to learn from a registry that refuses or fails.
        let unknown: MirrorNamespaceFacts = namespace == nil ? .root : .notProvable
        guard missing.count == report.images.count, let catalogue = client.catalogue() else { return unknown }
        if let elsewhere = elsewhere(missing, catalogue.names, client) { return elsewhere }
        guard let namespace else { return .root }
        if catalogue.names.contains(where: { $0.hasPrefix("\(namespace)/") || $0 == namespace }) { return .found }
        return catalogue.isComplete ? .notFound(HTTPFacts(catalogue.response)) : .notProvable
    }

    /// Where pushes that go wrong leave images: at the root, below a `/v2` taken for a part of the name, below the registry
    /// host, below the namespace twice.
    private static func otherLayouts(_ namespace: String?, _ image: ProbeImage) -> [String?] {
        guard let namespace else { return ["v2", image.registryHost] }
        return [
            nil, "v2/\(namespace)", "\(namespace)/\(image.registryHost)", "\(namespace)/\(namespace)",
            image.registryHost,
        ]
    }

    private func isFound(_ image: ProbeImage, below namespace: String?, _ client: RegistryClient) -> Bool {
        let path = image.path(below: namespace)
        let exchange = client.manifest(.head, repository: path, reference: image.reference).exchange
        guard let response = exchange.response, case .found = Self.outcome(response) else { return false }
        return true
    }

    /// A repository whose name ends as the image's, with the image in it.
    private func elsewhere(_ missing: [ImageFacts], _ names: [String], _ client: RegistryClient)
        -> MirrorNamespaceFacts?
    {
        for facts in missing {
            guard let image = ProbeImage(facts.reference) else { continue }
            let ending = "/\(image.repository)"
            for name in names.filter({ $0.hasSuffix(ending) }).prefix(5) where !cancellation.isCancelled {
                let namespace = String(name.dropLast(ending.count))
                if isFound(image, below: namespace, client) {
                    return .imagesElsewhere(mirrorNamespace: bounded(namespace), image: facts.reference)
                }
            }
        }
        return nil
    }

    private func showNamespace(_ took: Double) {
        switch report.mirrorNamespace {
        case .root, .notChecked: skip(.mirrorNamespace, Phrase("probe.root"))
        case .found:
            let namespace = plan.endpoint.mirrorNamespace ?? ""
            pass(.mirrorNamespace, took, Phrase("probe.namespaceFound", ["namespace": namespace]))
        case .notFound(let answer): fail(.mirrorNamespace, took, .seen(answer.summary))
        case .imagesElsewhere(let namespace, _): fail(.mirrorNamespace, took, .seen("→ /\(namespace ?? "")"))
        case .notProvable: skip(.mirrorNamespace, Phrase("probe.notProvable"))
        }
    }

    private func showImages(_ took: Double) {
        guard !report.images.isEmpty else { return skip(.image, Phrase("probe.noImage")) }
        let found = report.images.filter { if case .found = $0.outcome { true } else { false } }.count
        let detail = Phrase("probe.images", ["found": String(found), "all": String(report.images.count)])
        if found == report.images.count { pass(.image, took, detail) } else { fail(.image, took, detail) }
    }
}
