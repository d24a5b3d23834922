/// What one line says about a pull.
enum PullMessage: Equatable, Sendable {
    case started(String)
    case pulled(String)
    /// containerd gave up, with its error.
    case failed(String, error: String)
    case hop(Hop)
    /// A `hosts.toml` was passed over; the line's words.
    case undecodedHostsFile(String)
    /// What kubelet or kubectl shows; the image where it is named.
    case event(String?, text: String)
    /// A line of the debug level: a host was asked for an object, and where its challenge sends for a token.
    case asked(host: String, url: String, realm: String?)
    /// A content type that containerd has no name for, and the object's digest.
    case unknownType(String, digest: String)

    struct Hop: Equatable {
        let host: String
        /// Of the object that was asked for; `nil` where the line does not say.
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
            self = .undecodedHostsFile("\(message) \(line.fields["error"] ?? "")")
        } else if message == "do request" || message == "fetch response received" {
            guard let asked = Self.asked(line) else { return nil }
            self = asked
        } else if message.hasPrefix("reference for unknown type: ") || message.hasPrefix("encountered unknown type ") {
            let words = message.split { $0 == " " || $0 == ";" }
            let place = words.firstIndex(of: "type") ?? words.firstIndex(of: "type:") ?? 0
            let type = words.dropFirst(place + 1).first.map(String.init) ?? ""
            self = .unknownType(type, digest: line.fields["digest"] ?? "")
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
        let url = line.fields["url"].flatMap { TracedURL.isOfObject($0) ? $0 : nil }
        let text = line.fields["error"] ?? message
        let from = PullFault.tokenError(text) == nil ? TracedURL(error: text) : TracedURL(error: "")
        guard let host = line.fields["host"] ?? url.flatMap(TracedURL.host) ?? from.host else { return nil }
        let fault: PullFault
        if line.fields["error"] == nil, message.contains("http.StatusNotFound") {
            fault = .status(404)
        } else {
            fault = PullFault(error: text)
        }
        let named = from.url.flatMap { from.host == host && TracedURL.isOfObject($0) ? $0 : nil }
        return Hop(host: host, url: url ?? named, method: line.fields["method"], fault: fault, text: text)
    }

    private static func asked(_ line: LogLine) -> PullMessage? {
        guard let url = line.fields["url"], TracedURL.isOfObject(url) else { return nil }
        guard let host = line.fields["host"] ?? TracedURL.host(of: url) else { return nil }
        let challenge = line.fields["response.header.www-authenticate"] ?? ""
        return .asked(host: host, url: url, realm: quoted(challenge, after: "realm="))
    }

    // MARK: Events

    /// What kubelet writes before an image's name, and what follows is about this image.
    private static let openings = [
        "Failed to pull image \"", "Failed to inspect image \"", "Failed to apply default image tag \"",
        "Container image \"",
    ]

    /// `Failed to pull image "X": …`, or an error of CRI as crictl, kubelet and a Pod's status show it.
    private static func event(_ line: LogLine) -> PullMessage? {
        let message = line.message
        for opening in openings {
            guard let start = message.firstRange(of: opening) else { continue }
            let image = String(message[start.upperBound...].prefix { $0 != "\"" })
            let text = withoutTail(String(message[start.lowerBound...]))
            if opening.hasPrefix("Container"), !text.contains("pull policy of Never") { continue }
            return text.contains("\": ") || opening.hasPrefix("Container")
                ? .event(image, text: text) : structured(line)
        }
        return structured(line)
    }

    private static func structured(_ line: LogLine) -> PullMessage? {
        let text = line.fields["err"] ?? line.fields["error"] ?? line.message
        let start =
            text.firstRange(of: "rpc error: ") ?? text.firstRange(of: "failed to pull and unpack image \"")
            ?? text.firstRange(of: "failed to resolve reference \"")
        guard let start else { return nil }
        let isQuoted = text[..<start.lowerBound].last == "\""
        let error = withoutTail(String(text[start.lowerBound...]), isQuoted: isQuoted)
        let named =
            quoted(error, after: "pull and unpack image ") ?? quoted(error, after: "failed to resolve reference ")
            ?? quoted(line.message, after: "image=") ?? line.fields["image"] ?? quoted(error, after: "sandbox image ")
        return named != nil || isOfPull(error) || line.message.contains("ull") ? .event(named, text: error) : nil
    }

    private static func isOfPull(_ error: String) -> Bool {
        ["pull", "resolve", "unpack", "copy", "image", "DEADLINE", "Deadline"].contains { error.contains($0) }
            // What a container's creation says is about an image that was pulled long ago.
            && !error.contains("create containerd container")
    }

    /// Without the fields that klog writes after an error, kubectl's `(x5 over 3m)`, and the end of the string that it was in.
    private static func withoutTail(_ text: String, isQuoted: Bool = false) -> String {
        var result = text[...]
        for field in ["\" image=", "\" logger=", "\" pod=", "\" imageRef="] {
            if let end = result.firstRange(of: field) { result = result[..<end.lowerBound] }
        }
        if result.hasSuffix(")"), let open = result.lastIndex(of: "("), result[open...].hasPrefix("(x"),
            result[open...].contains(" over ")
        {
            result = result[..<open]
        }
        while let last = result.last, last == " " || isQuoted && last == "\"" { result.removeLast() }
        return String(result)
    }

    private static func quoted(_ text: String, after prefix: String) -> String? {
        guard let start = text.firstRange(of: prefix + "\"") else { return nil }
        let rest = text[start.upperBound...]
        guard let end = rest.firstIndex(where: { $0 == "\"" || $0 == "\\" }) else { return nil }
        return String(rest[..<end])
    }
}
