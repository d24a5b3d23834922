/// What one line says about a pull.
enum PullMessage: Equatable {
    case started(String)
    case pulled(String)
    /// containerd gave up, with its error.
    case failed(String, error: String)
    case hop(Hop)
    /// A `hosts.toml` was passed over.
    case undecodedHostsFile
    /// What kubelet or kubectl shows; the image where it is named.
    case event(String?, text: String)

    struct Hop: Equatable {
        let host: String
        let url: String?
        let method: String?
        let fault: PullFault
        let text: String
    }

    init?(_ line: LogLine) {
        let message = line.message
        if message.hasPrefix("PullImage ") {
            guard let image = Self.quoted(message, after: "PullImage ") else { return nil }
            if message.contains(" failed") {
                self = .failed(image, error: line.fields["error"] ?? line.fields["err"] ?? message)
            } else if message.contains(" returns image reference") {
                self = .pulled(image)
            } else {
                self = .started(image)
            }
        } else if message.hasPrefix("trying next host") || message.hasPrefix("fetch failed") {
            guard let hop = Self.hop(line) else { return nil }
            self = .hop(hop)
        } else if message.hasPrefix("failed to decode"), message.contains("hosts.toml") {
            self = .undecodedHostsFile
        } else if let event = Self.event(line) {
            self = event
        } else {
            return nil
        }
    }

    // MARK: Hops

    private static func hop(_ line: LogLine) -> Hop? {
        let message = line.message
        // A line that was cut may end inside the URL.
        let url = line.fields["url"].flatMap { $0.contains("/manifests/") || $0.contains("/blobs/") ? $0 : nil }
        let text = line.fields["error"] ?? message
        let from = TracedURL(error: text)
        guard let host = line.fields["host"] ?? url.flatMap(TracedURL.host) ?? from.host else { return nil }
        let fault: PullFault
        if line.fields["error"] == nil, message.contains("http.StatusNotFound") {
            fault = .status(404)
        } else if line.fields["error"] == nil, let status = PullFault.statusCode(message) {
            fault = .status(status)
        } else {
            fault = PullFault(error: text)
        }
        return Hop(
            host: host,
            url: url ?? (from.host == host ? from.url : nil),
            method: line.fields["method"],
            fault: fault,
            text: text
        )
    }

    // MARK: Events

    /// `Failed to pull image "X": …`, or an error of CRI as crictl, kubelet and a Pod's status show it.
    private static func event(_ line: LogLine) -> PullMessage? {
        let message = line.message
        if let start = message.firstRange(of: "Failed to pull image \"") {
            let image = String(message[start.upperBound...].prefix { $0 != "\"" })
            let text = withoutTail(String(message[start.lowerBound...]))
            return text.contains("\": ") ? .event(image, text: text) : structured(line)
        }
        return structured(line)
    }

    private static func structured(_ line: LogLine) -> PullMessage? {
        let text = line.fields["err"] ?? line.fields["error"] ?? line.message
        guard let start = text.firstRange(of: "rpc error: ") else { return nil }
        let error = withoutTail(String(text[start.lowerBound...]))
        let named =
            quoted(error, after: "pull and unpack image ") ?? quoted(error, after: "failed to resolve reference ")
            ?? quoted(line.message, after: "image=")
        return isOfPull(error) || line.message.contains("ull") ? .event(named, text: error) : nil
    }

    private static func isOfPull(_ error: String) -> Bool {
        ["pull", "resolve", "unpack", "copy", "image", "DEADLINE", "Deadline"].contains { error.contains($0) }
    }

    /// Without the fields that klog writes after an error.
    private static func withoutTail(_ text: String) -> String {
        guard let end = text.firstRange(of: "\" image=") ?? text.firstRange(of: "\" logger=") else { return text }
        return String(text[..<end.lowerBound])
    }

    private static func quoted(_ text: String, after prefix: String) -> String? {
        guard let start = text.firstRange(of: prefix + "\"") else { return nil }
        let rest = text[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return String(rest[..<end])
    }
}
