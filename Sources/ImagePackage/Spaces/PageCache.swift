import Synchronization

/// Decoded pages, kept while there is room; the least used goes first. Shared by all archives of a package.
final class PageCache: Sendable {
    /// Decoded bytes in a page.
    static let pageSize = 1 << 20

    struct Key: Hashable, Sendable {
        let space: Int
        let segment: Int
        let page: Int
    }

    fileprivate struct Page {
        let bytes: [UInt8]
        var used: UInt64
    }

    fileprivate struct State {
        var pages: [Key: Page] = [:]
        var size = 0
        var clock: UInt64 = 0
        var limit: Int
    }

    private let state: Mutex<State>

    init(limit: Int) { state = Mutex(State(limit: limit)) }

    subscript(key: Key) -> [UInt8]? {
        state.withLock { state in
            state.clock += 1
            state.pages[key]?.used = state.clock
            return state.pages[key]?.bytes
        }
    }

    func insert(_ bytes: [UInt8], _ key: Key) {
        state.withLock { state in
            state.clock += 1
            if let old = state.pages.updateValue(Page(bytes: bytes, used: state.clock), forKey: key) {
                state.size -= old.bytes.count
            }
            state.size += bytes.count
            state.shrink()
        }
    }

    /// Big decoders leave less room for pages.
    func limit(to bytes: Int) {
        state.withLock { state in
            state.limit = bytes
            state.shrink()
        }
    }
}

extension PageCache.State {
    fileprivate mutating func shrink() {
        while size > limit, pages.count > 1, let oldest = pages.min(by: { $0.value.used < $1.value.used }) {
            pages[oldest.key] = nil
            size -= oldest.value.bytes.count
        }
    }
}
