import Synchronization

/// Decoded pages, kept while there is room; the least used goes first. Shared by all archives of a package.
final class PageCache: Sendable {
    struct Key: Hashable, Sendable {
        let space: Int
        let segment: Int
        let page: Int
    }

    fileprivate struct Entry {
        let page: Page
        var used: UInt64
    }

    fileprivate struct State {
        var pages: [Key: Entry] = [:]
        var size = 0
        var clock: UInt64 = 0
        var limit: Int
    }

    /// Memory for pages.
    let pool = PagePool()
    private let state: Mutex<State>

    init(limit: Int) { state = Mutex(State(limit: limit)) }

    subscript(key: Key) -> Page? {
        state.withLock { state in
            state.clock += 1
            state.pages[key]?.used = state.clock
            return state.pages[key]?.page
        }
    }

    func insert(_ page: Page, _ key: Key) {
        state.withLock { state in
            state.clock += 1
            if let old = state.pages.updateValue(Entry(page: page, used: state.clock), forKey: key) {
                state.size -= old.page.bytes.count
            }
            state.size += page.bytes.count
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
            size -= oldest.value.page.bytes.count
        }
    }
}
