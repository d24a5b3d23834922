import Containerd

/// Finds the pulls in a log, and tells each as a trace.
package struct TraceReader: Sendable {
    struct Entry: Sendable {
        let line: Int
        let message: PullMessage
        /// The image that the line names, normalized.
        let image: String?
    }

    let entries: [Entry]
    private static let rules = (ContainerdVersion.checked.last ?? ContainerdVersion(2, 3, 4)).rules

    package init(_ text: String) {
        var entries: [Entry] = []
        // A busy node's log names the same few images over and over.
        var names: [String: String] = [:]
        LogLine.each(text) { line in
            guard let message = PullMessage(line) else { return }
            let image = message.image.map { name in
                if let known = names[name] { return known }
                let normalized = Self.normalized(name)
                names[name] = normalized
                return normalized
            }
            entries.append(Entry(line: line.number, message: message, image: image))
        }
        self.entries = entries
    }

    /// The images that the log names, each once, the one that failed last at the end.
    package var images: [String] {
        var found: [String] = []
        var failed: [String] = []
        for entry in entries {
            guard let image = entry.image else { continue }
            switch entry.message {
            case .started, .pulled: found.append(image)
            case .failed, .event: failed.append(image)
            default: break
            }
        }
        var seen: Set<String> = []
        return (found + failed).reversed().filter { seen.insert($0).inserted }.reversed()
    }

    /// Images whose last pull failed, the latest at the end.
    package func lastFailures(_ count: Int) -> [String] {
        var ended: Set<String> = []
        var failed: [String] = []
        for entry in entries.reversed() where failed.count < count {
            guard let image = entry.image else { continue }
            switch entry.message {
            case .pulled: ended.insert(image)
            case .failed, .event: if ended.insert(image).inserted { failed.append(image) }
            default: break
            }
        }
        return failed.reversed()
    }

    static func normalized(_ image: String) -> String { (try? reference(image))?.normalized ?? image }

    static func reference(_ image: String) throws(ImageReferenceError) -> ImageReference {
        try ImageReference(image, rules: rules)
    }

    /// The last pull of the image; `nil` when nothing in the log is about it.
    ///
    /// - Parameter hosts: whom the node asks for an image, by its files; `nil` where they are not known.
    package func trace(of image: String, hosts: (String) -> Set<String>? = { _ in nil }) throws(ImageReferenceError)
        -> PullTrace?
    {
        let reference: ImageReference
        do throws(ImageReferenceError) { reference = try Self.reference(image) } catch {
            guard let trace = traceOfBadName(image) else { throw error }
            return trace
        }
        var pull = TracedPull(reference, self)
        pull.read(hosts)
        return pull.isEmpty ? nil : pull.trace
    }

    /// kubelet refused the name itself.
    private func traceOfBadName(_ image: String) -> PullTrace? {
        var trace = PullTrace(image: image, registryHost: "")
        for entry in entries where entry.image == image {
            guard case .event(_, let text) = entry.message else { continue }
            trace.error = TracedError(podEvent: text, error: text, line: entry.line, isEvent: true)
            trace.result = .failed
        }
        return trace.error == nil ? nil : trace
    }
}

extension PullMessage {
    /// The image that the line names.
    var image: String? {
        switch self {
        case .started(let image), .pulled(let image), .failed(let image, _): image
        case .event(let image, _): image
        case .hop, .undecodedHostsFile, .asked, .unknownType: nil
        }
    }
}

extension TracedError {
    init(podEvent: String, error: String, line: Int, isEvent: Bool) {
        let token = PullFault.tokenError(error)
        self.init(
            podEvent: podEvent,
            fault: PullFault(error: error),
            // A token server is not the registry that was asked.
            host: token == nil ? TracedURL(error: error).host : nil,
            line: line,
            isEvent: isEvent,
            tokenServer: token.flatMap { TracedURL(error: $0).host }
        )
    }
}

extension PullTrace {
    static func isUpstream(_ host: String, of registryHost: String) -> Bool {
        host == registryHost || registryHost == "docker.io" && host == "registry-1.docker.io"
    }
}
