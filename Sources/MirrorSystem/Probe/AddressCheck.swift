import Diagnosis
import Glibc
import Synchronization
import Threads

/// Connects to every address of a name at once, on a thread of its own, and hangs up: no TLS, no request.
///
/// A resolver that hangs keeps its thread; nobody waits for it longer than the deadline.
final class AddressCheck: Sendable {
    private let found = Watched<[AddressFacts]?>(nil)
    private let end: ContinuousClock.Instant
    static let limit = 16

    init(host: String, port: Int, seconds: Int) {
        let end = ContinuousClock.now + .seconds(seconds)
        self.end = end
        ThreadGroup.start("addresses") { [self] in
            let facts = Self.connect(Self.resolve(host, port), until: end)
            found.change { $0 = facts }
        }
    }

    /// Waits until the deadline at most; empty when the name has told nothing by then.
    func result(_ cancellation: Cancellation) -> [AddressFacts] {
        // A thread that ends at the deadline needs a moment to say so.
        found.wait(until: end + .milliseconds(200), unless: cancellation) { $0 } ?? []
    }

    private struct Target {
        let text: String
        let family: Int32
        let address: [UInt8]
    }

    private static func resolve(_ host: String, _ port: Int) -> [Target] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0, let first = list else { return [] }
        defer { freeaddrinfo(first) }
        var targets: [Target] = []
        for node in sequence(first: first, next: { $0.pointee.ai_next }) {
            let info = node.pointee
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            guard let address = info.ai_addr,
                getnameinfo(address, info.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
            else { continue }
            let name = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard targets.count < limit, !targets.contains(where: { $0.text == name }) else { continue }
            let bytes = UnsafeRawBufferPointer(start: address, count: Int(info.ai_addrlen))
            targets.append(Target(text: name, family: info.ai_family, address: Array(bytes)))
        }
        return targets
    }

    private static func connect(_ targets: [Target], until end: ContinuousClock.Instant) -> [AddressFacts] {
        let begun = ContinuousClock.now
        var facts = targets.map { AddressFacts(address: $0.text, outcome: .timedOut) }
        var waiting = targets.map { pollfd(fd: open($0), events: Int16(POLLOUT), revents: 0) }
        defer { for one in waiting where one.fd >= 0 { close(one.fd) } }
        for index in facts.indices where waiting[index].fd < 0 {
            facts[index].outcome = outcome(-waiting[index].fd)
            waiting[index].fd = -1
        }
        while waiting.contains(where: { $0.fd >= 0 }) {
            let left = Int32(max(0, min(1e9, ContinuousClock.now.duration(to: end).milliseconds)))
            let count = poll(&waiting, nfds_t(waiting.count), left)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            for index in facts.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
                var problem: Int32 = 0
                var size = socklen_t(MemoryLayout<Int32>.size)
                getsockopt(waiting[index].fd, SOL_SOCKET, SO_ERROR, &problem, &size)
                facts[index].outcome = outcome(problem)
                if problem == 0 {
                    facts[index].milliseconds = Int(begun.duration(to: .now).milliseconds.rounded())
                }
                close(waiting[index].fd)
                waiting[index].fd = -1
            }
        }
        return facts
    }

    /// - Returns: the socket, or the error as a negative number.
    private static func open(_ target: Target) -> Int32 {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(target.family, type, 0)
        guard descriptor >= 0 else { return -errno }
        let status = target.address.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return Int32(-1) }
            return Glibc.connect(descriptor, start, socklen_t(bytes.count))
        }
        guard status != 0, errno != EINPROGRESS else { return descriptor }
        let problem = errno
        close(descriptor)
        return -problem
    }

    private static func outcome(_ problem: Int32) -> AddressFacts.Outcome {
        switch problem {
        case 0: .connected
        case ECONNREFUSED: .refused
        case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, EAFNOSUPPORT: .unreachable
        case ETIMEDOUT: .timedOut
        default: .failed
        }
    }
}
