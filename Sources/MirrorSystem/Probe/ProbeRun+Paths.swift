import Diagnosis
import RegistryClient

extension ProbeRun {
    /// Whether the project is there, where that could be the cause: as the registry says of itself, or by Harbor's own API.
    func project(_ client: RegistryClient) -> ProjectFacts {
        let refused = report.images.filter { $0.outcome == .denied || $0.outcome == .notFound }
        let path = plan.endpoint.mirrorNamespace ?? refused.first?.path
        guard !refused.isEmpty, let project = path?.split(separator: "/").first.map(String.init) else {
            return .unknown
        }
        if let answer = refused.compactMap(\.answer).first(where: \.saysProjectMissing) {
            return .missing(project: bounded(project), answer)
        }
        guard RecognizedRegistry(report)?.product == .harbor, !cancellation.isCancelled,
            let response = client.harborProject(project).response
        else { return .unknown }
        switch response.status {
        case 200: return .exists(HTTPFacts(response))
        case 404: return .missing(project: bounded(project), HTTPFacts(response))
        default: return .unknown
        }
    }

    /// Asks what a node would ask with the endpoint as it was typed: containerd takes its path as it stands.
    func askAsTyped(_ client: RegistryClient) {
        guard let typed = plan.typedPath, !cancellation.isCancelled else { return }
        var path = typed.path
        if let image = plan.images.lazy.compactMap({ ProbeImage($0) }).first {
            path += "/\(image.repository)/manifests/\(image.reference)"
        } else {
            path += path.hasSuffix("/") ? "" : "/"
        }
        let exchange = client.send(.get, path, accept: RegistryClient.manifestTypes)
        report.typed?.answer = exchange.response.map { HTTPFacts($0) }
    }

    /// `/v2/` is no registry: other places where proxies and products put one.
    func lookBelowPaths(_ client: RegistryClient) {
        guard let namespace = plan.endpoint.mirrorNamespace else { return }
        let paths = ["/\(namespace)/v2/", "/artifactory/api/docker/\(namespace)/v2/", "/repository/\(namespace)/v2/"]
        for path in paths where !cancellation.isCancelled {
            guard let response = client.send(.get, path).response, [200, 401].contains(response.status) else {
                continue
            }
            let facts = HTTPFacts(response)
            let isJSON = facts.contentType?.lowercased().contains("json") == true && !facts.isHTML
            if facts.apiVersion != nil || (isJSON && (response.status == 200 || !facts.authenticate.isEmpty)) {
                report.registryBelow = facts
                return
            }
        }
    }
}
