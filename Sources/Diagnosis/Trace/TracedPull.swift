import Containerd
import GoData

/// One image's last pull, found in a log line by line.
struct TracedPull {
    private(set) var trace: PullTrace
    private let reference: ImageReference
    private let reader: TraceReader
    /// Images whose pull was under way at the same time.
    private var others: Set<String> = []
    /// Where each host's challenge sends for a token.
    private var realms: [String: String] = [:]
    /// Content types that containerd does not know, by digest.
    private var unknownTypes: [(digest: String, type: String)] = []

    init(_ reference: ImageReference, _ reader: TraceReader) {
        self.reference = reference
        self.reader = reader
        trace = PullTrace(image: reference.normalized, registryHost: reference.registryHost)
    }

    /// What may be another image's says nothing of this one.
    var isEmpty: Bool { trace.attempts.isEmpty && trace.error == nil && trace.pulls == 0 }

    mutating func read(_ hosts: (String) -> Set<String>?) {
        let window = lastPull()
        let owner = LineOwner(reference, others: others, hosts: hosts)
        for entry in reader.entries[window] { add(entry, owner) }
        // An event stands anywhere: in another log, or beside this one.
        for entry in reader.entries { addEvent(entry, isInside: false, owner) }
        addTypeOfContent()
        addHostOfError()
        addUnloggedAttempt()
        addTokenServers()
    }

    /// From its start to its end, or all of a log that shows no start.
    private mutating func lastPull() -> Range<Int> {
        let entries = reader.entries
        var start: Int?
        for (index, entry) in entries.enumerated() {
            guard case .started = entry.message, entry.image == trace.image else { continue }
            trace.pulls += 1
            start = index
        }
        guard let start else {
            // Any of the images that the log names may be meant by a line that names none.
            others = Set(entries.compactMap(\.image)).subtracting([trace.image])
            trace.isInterleaved = !others.isEmpty
            return 0..<entries.count
        }
        for entry in entries[..<start] {
            guard let image = entry.image else { continue }
            switch entry.message {
            case .started: others.insert(image)
            case .pulled, .failed: others.remove(image)
            default: break
            }
        }
        var end = entries.count
        for index in start + 1..<max(start + 1, entries.count) {
            let entry = entries[index]
            guard let image = entry.image else { continue }
            switch entry.message {
            case .started: others.insert(image)
            case .pulled, .failed: if image == trace.image { end = min(end, index + 1) }
            default: break
            }
            if end < entries.count { break }
        }
        others.remove(trace.image)
        trace.isInterleaved = !others.isEmpty
        return start..<end
    }

    private mutating func add(_ entry: TraceReader.Entry, _ owner: LineOwner) {
        switch entry.message {
        case .started, .event: break
        case .undecodedHostsFile(let text): trace.undecodedHostsFiles.append("\(entry.line): \(text)")
        case .pulled: if entry.image == trace.image { trace.result = .pulled }
        case .asked(let host, let url, let realm):
            guard owner.mayBelong(url) else { return }
            if !trace.askedHosts.contains(host), trace.askedHosts.count < 16 { trace.askedHosts.append(host) }
            if let realm { realms[host] = TracedURL.host(of: realm) }
        case .unknownType(let type, let digest): if !digest.isEmpty { unknownTypes.append((digest, type)) }
        case .hop(let hop):
            let attempt = attempt(hop, entry.line)
            switch owner.owner(of: hop) {
            case .this: trace.attempts.append(attempt)
            case .unknown: trace.doubtful.append(attempt)
            case .other: break
            }
        case .failed(_, let error):
            guard entry.image == trace.image else { return }
            let event = Self.event(trace.image, error)
            trace.result = .failed
            trace.error = TracedError(podEvent: event, error: error, line: entry.line, isEvent: false)
        }
        addEvent(entry, isInside: true, owner)
    }

    private func attempt(_ hop: PullMessage.Hop, _ line: Int) -> TracedAttempt {
        TracedAttempt(
            host: hop.host,
            url: hop.url,
            method: hop.method,
            fault: hop.fault,
            isUpstream: PullTrace.isUpstream(hop.host, of: trace.registryHost),
            text: hop.text,
            line: line,
            tokenServer: PullFault.tokenError(hop.text).flatMap { TracedURL(error: $0).host }
        )
    }

    /// One that names the image counts wherever it is; one that names none, only inside the pull.
    private mutating func addEvent(_ entry: TraceReader.Entry, isInside: Bool, _ owner: LineOwner) {
        guard case .event(let name, let text) = entry.message else { return }
        if name != nil {
            guard entry.image == trace.image else { return }
        } else if let url = TracedURL.url(in: text), TracedURL.isOfObject(url) {
            guard owner.mayBelong(url), isInside || trace.error == nil else { return }
        } else {
            // Of which of several images, nothing says.
            guard isInside, trace.error == nil, !trace.isInterleaved else { return }
        }
        let isKubelets = text.hasPrefix("Failed to") || text.hasPrefix("Container image")
        let event = isKubelets ? text : Self.event(name ?? trace.image, text)
        trace.error = TracedError(podEvent: event, error: text, line: entry.line, isEvent: true)
        if trace.result == .unknown { trace.result = .failed }
    }

    /// kubelet's words around an error of CRI.
    private static func event(_ image: String, _ error: String) -> String {
        let code = error.hasSuffix("not found") ? "NotFound" : "Unknown"
        let wrapped = error.hasPrefix("rpc error: ") ? error : "rpc error: code = \(code) desc = \(error)"
        return "Failed to pull image \(GoText.quoted(image)): \(wrapped)"
    }
}

/// What only the whole of a pull tells.
extension TracedPull {
    /// `unknown-sha256:…` in the error, and another line that says which type it had.
    private mutating func addTypeOfContent() {
        guard let error = trace.error, error.fault == .unknownType else { return }
        guard unknownTypes.contains(where: { $0.type == "text/html" && error.podEvent.contains($0.digest) }) else {
            return
        }
        trace.error = error.with(fault: .webPage)
    }

    /// The error at the end is the error of one of the hops, word for word: where all lines with these words are of one host,
    /// that one it was.
    private mutating func addHostOfError() {
        guard let error = trace.error, error.host == nil, error.fault != .nobodyHasIt else { return }
        let same = trace.doubtful.filter { $0.text.utf8.count > 12 && error.podEvent.hasSuffix($0.text) }
        guard let first = same.first, Set(same.map(\.host)).count == 1 else { return }
        let attempt = TracedAttempt(
            host: first.host,
            url: nil,
            method: first.method,
            fault: first.fault,
            isUpstream: first.isUpstream,
            text: first.text,
            line: same.count == 1 ? first.line : nil,
            tokenServer: first.tokenServer
        )
        trace.doubtful.removeAll { $0.host == first.host && $0.text == first.text }
        let place = trace.attempts.firstIndex { ($0.line ?? .max) > (first.line ?? .max) }
        trace.attempts.insert(attempt, at: place ?? trace.attempts.count)
        trace.error = error.with(host: first.host)
    }

    /// containerd 1.x logs no hop for a status other than 404; only the error at the end tells of it.
    private mutating func addUnloggedAttempt() {
        guard let error = trace.error, let host = error.host else { return }
        // An error that was cut off has lost its fault.
        let isKnown = trace.attempts.contains { $0.host == host && ($0.fault == error.fault || error.fault == .other) }
        guard !isKnown else { return }
        let attempt = TracedAttempt(
            host: host,
            url: TracedURL.url(in: error.podEvent),
            method: nil,
            fault: error.fault,
            isUpstream: PullTrace.isUpstream(host, of: trace.registryHost),
            text: error.podEvent,
            line: nil
        )
        // The error is the first one that is no 404, so all of these came later; content is asked for after the name.
        let isOfContent = error.podEvent.contains("failed to copy") || error.podEvent.contains("httpReadSeeker")
        let place = isOfContent ? nil : trace.attempts.firstIndex { $0.fault != .status(404) }
        trace.attempts.insert(attempt, at: place ?? trace.attempts.count)
    }

    /// 1.x leaves the token server's address out of a status; the challenge names it.
    private mutating func addTokenServers() {
        for index in trace.attempts.indices where trace.attempts[index].tokenServer == nil {
            let attempt = trace.attempts[index]
            guard attempt.fault.isTokenServer || attempt.fault == .tokenRefused else { continue }
            trace.attempts[index].tokenServer = realms[attempt.host]
        }
    }
}

extension TracedError {
    fileprivate func with(fault: PullFault? = nil, host: String? = nil) -> TracedError {
        TracedError(
            podEvent: podEvent,
            fault: fault ?? self.fault,
            host: host ?? self.host,
            line: line,
            isEvent: isEvent,
            tokenServer: tokenServer
        )
    }
}
