import GoData

/// How far a pod of one container has come, by `kubectl get pod -o json`.
package struct PodStatus: Equatable, Sendable {
    package enum State: Equatable, Sendable {
        /// What it waits for.
        case pending(String)
        case running
        /// kubelet does not get the image; its reason and containerd's words.
        case imageRefused(String)
        /// The image is there, and no container comes of it.
        case failed(String)
        /// The container or the pod has ended.
        case ended(String)
        /// Somebody deletes it.
        case leaving
    }

    package let state: State
    /// `NAME@sha256:…` or `sha256:…`, once the image is on the node.
    package let imageID: String?

    /// kubelet's reasons for having no image.
    private static let imageReasons: Set<String> = [
        "ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "RegistryUnavailable",
        "ImageInspectError", "SignatureValidationFailed", "ErrInvalidImageVolume",
    ]

    /// `nil` for what is no pod.
    package init?(printed bytes: [UInt8]) {
        guard let pod = JSONValue(parsing: bytes), pod["kind"]?.string == "Pod", let status = pod["status"] else {
            return nil
        }
        let container = status["containerStatuses"]?.elements?.first
        imageID = container?["imageID"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        state = Self.state(pod, status, container?["state"])
    }

    private static func state(_ pod: JSONValue, _ status: JSONValue, _ container: JSONValue?) -> State {
        let phase = status["phase"]?.string ?? ""
        if phase == "Failed" || phase == "Succeeded" {
            return .ended(words(status) ?? words(container?["terminated"]) ?? phase)
        }
        if let ended = container?["terminated"] { return .ended(words(ended) ?? "terminated") }
        if pod["metadata"]?["deletionTimestamp"]?.string != nil { return .leaving }
        if container?["running"] != nil { return .running }
        guard let waiting = container?["waiting"], let reason = waiting["reason"]?.string else {
            return .pending(conditions(status) ?? phase)
        }
        let text = words(waiting) ?? reason
        if imageReasons.contains(reason) { return .imageRefused(text) }
        return ["ContainerCreating", "PodInitializing"].contains(reason) ? .pending(text) : .failed(text)
    }

    /// `REASON: MESSAGE`
    private static func words(_ value: JSONValue?) -> String? {
        let parts = ["reason", "message"].compactMap { value?[$0]?.string }.filter { !$0.isEmpty }
        return parts.isEmpty ? nil : String(parts.joined(separator: ": ").prefix(2000))
    }

    /// The first that is not met.
    private static func conditions(_ status: JSONValue) -> String? {
        let open = status["conditions"]?.elements?.first { $0["status"]?.string == "False" }
        return words(open)
    }

    /// The digest at the end of `imageID`.
    package var digest: String? {
        guard let range = imageID?.firstRange(of: "sha256:"), let text = imageID?[range.lowerBound...] else {
            return nil
        }
        return text.count == 71 && text.dropFirst(7).allSatisfy(\.isHexDigit) ? String(text) : nil
    }
}
