/// Finds the pulls in a log, and tells each as a trace.
package struct TraceReader: Sendable {
    private struct Entry: Sendable {
        let line: LogLine
        let message: PullMessage
    }

    private let entries: [Entry]
    private static let rules = (ContainerdVersion.checked.last ?? ContainerdVersion(2, 3, 4)).rules

    package init(_ text: String) {
        entries = LogLine.read(text).compactMap { line in PullMessage(line).map { Entry(line: line, message: $0) } }
    }

    /// The images that the log names, each once, the one that failed last at the end.
    package var images: [String] {
        var found: [String] = []
        var failed: [String] = []
        for entry in entries {
            switch entry.message {
            case .started(let image), .pulled(let image): found.append(Self.normalized(image))
            case .failed(let image, _): failed.append(Self.normalized(image))
            case .event(let image?, _): failed.append(Self.normalized(image))
            case .event, .hop, .undecodedHostsFile: break
            }
        }
        var seen: Set<String> = []
        return (found + failed).reversed().filter { seen.insert($0).inserted }.reversed()
    }

    static func normalized(_ image: String) -> String { (try? reference(image))?.normalized ?? image }

    private static func reference(_ image: String) throws(ImageReferenceError) -> ImageReference {
        try ImageReference(image, rules: rules)
    }

    /// The last pull of the image; `nil` when nothing in the log is about it.
    package func trace(of image: String) throws(ImageReferenceError) -> PullTrace? {
        let reference = try Self.reference(image)
        let scope = Scope(reference)
        var trace = PullTrace(image: reference.normalized, registryHost: reference.registryHost)
        let window = lastPull(scope, &trace)
        // A log that shows the starts of others only: what names no image is theirs.
        let isOthers = trace.pulls == 0 && entries.contains { if case .started = $0.message { true } else { false } }
        for entry in entries[window] {
            if isOthers, case .hop(let hop) = entry.message, hop.url == nil { continue }
            add(entry, to: &trace, scope)
        }
        // An event stands anywhere: in another log, or beside this one.
        for entry in entries { addEvent(entry, to: &trace, scope, isInside: false) }
        trace.addUnloggedAttempt()
        return trace.attempts.isEmpty && trace.error == nil && trace.pulls == 0 ? nil : trace
    }

    /// From its start to its end, or all of a log that shows no start.
    private func lastPull(_ scope: Scope, _ trace: inout PullTrace) -> Range<Int> {
        var starts: [Int] = []
        for (index, entry) in entries.enumerated() {
            if case .started(let image) = entry.message, scope.isImage(image) { starts.append(index) }
        }
        trace.pulls = starts.count
        guard let start = starts.last else { return 0..<entries.count }
        var others: Set<String> = []
        for entry in entries[..<start] {
            switch entry.message {
            case .started(let image): others.insert(image)
            case .pulled(let image), .failed(let image, _): others.remove(image)
            default: break
            }
        }
        others = others.filter { !scope.isImage($0) }
        defer {
            trace.isInterleaved = !others.isEmpty
            trace.otherRegistryHosts = Set(others.compactMap { try? Self.reference($0).registryHost })
        }
        for index in start + 1..<max(start + 1, entries.count) {
            switch entries[index].message {
            case .started(let image): others.insert(image)
            case .pulled(let image), .failed(let image, _):
                if scope.isImage(image) { return start..<index + 1 }
            default: break
            }
        }
        return start..<entries.count
    }

    private func add(_ entry: Entry, to trace: inout PullTrace, _ scope: Scope) {
        switch entry.message {
        case .started, .event: break
        case .undecodedHostsFile: trace.undecodedHostsFiles.append(entry.line)
        case .pulled(let image): if scope.isImage(image) { trace.result = .pulled }
        case .hop(let hop):
            guard scope.mayBelong(hop.url) else { return }
            if hop.url == nil, !scope.isUpstream(hop.host), trace.otherRegistryHosts.contains(hop.host) { return }
            trace.attempts.append(
                TracedAttempt(
                    host: hop.host,
                    url: hop.url,
                    method: hop.method,
                    fault: hop.fault,
                    isUpstream: scope.isUpstream(hop.host),
                    text: hop.text,
                    line: entry.line.number
                )
            )
        case .failed(let image, let error):
            guard scope.isImage(image) else { return }
            let event = Scope.event(image, error)
            trace.result = .failed
            trace.error = TracedError(podEvent: event, error: error, line: entry.line.number, isEvent: false)
        }
        addEvent(entry, to: &trace, scope, isInside: true)
    }

    /// One that names the image counts wherever it is; one that names none, only inside the pull.
    private func addEvent(_ entry: Entry, to trace: inout PullTrace, _ scope: Scope, isInside: Bool) {
        guard case .event(let image, let text) = entry.message else { return }
        if let image {
            guard scope.isImage(image) else { return }
        } else if let url = TracedURL.url(in: text) {
            guard scope.mayBelong(url), isInside || trace.error == nil else { return }
        } else {
            guard isInside, trace.error == nil else { return }
        }
        let event = text.hasPrefix("Failed to pull") ? text : Scope.event(image ?? trace.image, text)
        trace.error = TracedError(podEvent: event, error: text, line: entry.line.number, isEvent: true)
        if trace.result == .unknown { trace.result = .failed }
    }
}

extension TraceReader {
    /// Which lines speak of the image.
    struct Scope {
        private let reference: ImageReference

        init(_ reference: ImageReference) { self.reference = reference }

        func isImage(_ name: String) -> Bool { TraceReader.normalized(name) == reference.normalized }

        func mayBelong(_ url: String?) -> Bool {
            guard let url else { return true }
            guard TracedURL.asks(url, for: reference.repository) else { return false }
            // Everybody but the registry itself is told which registry is meant.
            if !url.contains("?ns="), !url.contains("&ns=") { return TracedURL.host(of: url).map(isUpstream) ?? true }
            return TracedURL.registryHost(of: url).map { $0 == reference.registryHost } ?? true
        }

        func isUpstream(_ host: String) -> Bool { PullTrace.isUpstream(host, of: reference.registryHost) }

        /// kubelet's words around an error of CRI.
        static func event(_ image: String, _ error: String) -> String {
            let code = error.hasSuffix("not found") ? "NotFound" : "Unknown"
            let wrapped = error.hasPrefix("rpc error: ") ? error : "rpc error: code = \(code) desc = \(error)"
            return "Failed to pull image \(GoText.quoted(image)): \(wrapped)"
        }
    }
}

extension TracedError {
    init(podEvent: String, error: String, line: Int, isEvent: Bool) {
        self.init(
            podEvent: podEvent,
            fault: PullFault(error: error),
            // A token server is not the registry that was asked.
            host: error.contains("token") ? nil : TracedURL(error: error).host,
            line: line,
            isEvent: isEvent
        )
    }
}

extension PullTrace {
    static func isUpstream(_ host: String, of registryHost: String) -> Bool {
        host == registryHost || registryHost == "docker.io" && host == "registry-1.docker.io"
    }

    /// containerd 1.x logs no hop for a status other than 404; only the error at the end tells of it.
    fileprivate mutating func addUnloggedAttempt() {
        guard let error, let host = error.host else { return }
        // An error that was cut off has lost its fault.
        let isKnown = attempts.contains { $0.host == host && ($0.fault == error.fault || error.fault == .other) }
        guard !isKnown else { return }
        let url = TracedURL.url(in: error.podEvent)
        let attempt = TracedAttempt(
            host: host,
            url: url,
            method: nil,
            fault: error.fault,
            isUpstream: Self.isUpstream(host, of: registryHost),
            text: error.podEvent,
            line: nil
        )
        // The error is the first one that is no 404, so all of these came later; content is asked for after the name.
        let isOfContent = error.podEvent.contains("failed to copy") || error.podEvent.contains("httpReadSeeker")
        let place = isOfContent ? nil : attempts.firstIndex { $0.fault != .status(404) }
        attempts.insert(attempt, at: place ?? attempts.count)
    }
}
