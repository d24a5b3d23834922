import Containerd
import MirrorCore
import Texts

/// `why --images FILE --output json`
struct WhyListJSON: Encodable {
    struct Image: Encodable {
        let image: String
        var registryHost: String?
        /// Who is asked first.
        var baseURL: String?
        var usesMirror: Bool = false
        var error: String?
    }

    let containerdVersion: String
    private(set) var images: [Image] = []

    init(containerdVersion: String) { self.containerdVersion = containerdVersion }

    mutating func add(_ image: String, _ explainer: inout PullExplainer) {
        var entry = Image(image: image)
        do throws(ImageReferenceError) {
            let plan = try explainer.explain(image)
            entry.registryHost = plan.reference.registryHost
            entry.baseURL = plan.resolving.first?.endpoint.baseURL
            entry.usesMirror = plan.usesMirror
            entry.error = plan.error?.text
        } catch {
            entry.error = error.description
        }
        images.append(entry)
    }

    var text: String {
        images.map { printable($0.image) + "  " + printable($0.error ?? $0.baseURL ?? "-") }.joined(separator: "\n")
    }
}
