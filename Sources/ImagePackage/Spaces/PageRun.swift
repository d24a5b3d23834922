/// Bytes that lie in pages which follow each other; they stay in memory as long as this does.
struct PageRun: Sendable {
    private(set) var pages: [Page] = []
    /// Of the first byte in the first page.
    let start: Int
    private(set) var count: Int64 = 0

    /// Bytes in memory beyond `count`, at most.
    static let margin: Int64 = 2 * Int64(Page.size)

    init(start: Int) { self.start = start }

    /// - Parameter bytes: how many of them are wanted.
    mutating func add(_ page: Page, _ bytes: Int64) {
        pages.append(page)
        count += bytes
    }
}

/// A file of an archive, in the pages that it was decoded into.
struct PagedSpace: ByteSpace {
    let name: String
    let run: PageRun

    var length: Int64? { run.count }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        let wanted = min(buffer.count, Int(clamping: run.count - offset))
        guard wanted > 0, offset >= 0 else { return 0 }
        let (page, from) = (run.start + Int(offset)).quotientAndRemainder(dividingBy: Page.size)
        let count = min(wanted, Page.size - from)
        run.pages[page].bytes.withUnsafeBytes {
            buffer.copyMemory(from: .init(rebasing: $0[from..<from + count]))
        }
        return count
    }
}
