import Synchronization

/// Decoded bytes; their memory is decoded into again once nobody reads them any more.
final class Page: Sendable {
    /// Bytes of a page that is not the last of its segment.
    static let size = 1 << 20

    let bytes: [UInt8]
    private let pool: PagePool

    init(_ bytes: [UInt8], _ pool: PagePool) { (self.bytes, self.pool) = (bytes, pool) }

    deinit { pool.give(bytes) }
}

/// Memory of pages that were read: what the system hands out anew, it has to fill with zeros first.
final class PagePool: Sendable {
    private let free = Mutex<[[UInt8]]>([])

    private static let kept = 8

    /// As large as a page, with anything in it.
    func take() -> [UInt8] {
        free.withLock { $0.popLast() } ?? [UInt8](repeating: 0, count: Page.size)
    }

    fileprivate func give(_ bytes: [UInt8]) {
        guard bytes.count == Page.size else { return }
        free.withLock { if $0.count < Self.kept { $0.append(bytes) } }
    }
}
