/// Whose count of an upload's bytes the next chunk goes by, when a registry has said yes to a chunk and names another offset than
/// what was sent: ours, unless the number can be about that chunk. Who was refused for it is believed no longer.
struct OffsetFaith: Equatable, Sendable {
    /// Where the chunk that was taken last began.
    private var before = 0
    /// The registry's numbers are gone by wherever they differ: ours was refused.
    private var followsRegistry = false
    /// Ours are gone by: its own were refused.
    private var followsCount = false
    /// The next bytes go by one of two counts that differ.
    private(set) var isDoubtful = false
    /// They go by ours, and what the registry says is about something else.
    var ignoresRegistry = false

    /// A chunk was taken, and the registry has confirmed its end or not.
    mutating func took(from start: Int, isConfirmed: Bool) {
        before = start
        if isConfirmed { (isDoubtful, ignoresRegistry) = (false, false) }
    }

    /// Whether to go on from where the registry says. A number that did not grow with the chunk, or that is beyond what was
    /// sent, is about something else: some name the first chunk for ever, or the last one's length.
    mutating func believes(_ said: Int, sent: Int) -> Bool {
        if said == sent {
            (isDoubtful, ignoresRegistry) = (false, false)
            return true
        }
        isDoubtful = true
        ignoresRegistry = followsCount || !followsRegistry && !(said > before && said < sent)
        return !ignoresRegistry
    }

    /// Whether something of the chunk that was taken last is there: who keeps next to nothing of each would be sent it for ever.
    func hasGrown(to said: Int, sent: Int) -> Bool { said >= sent || said - before > (sent - before) / 16 }

    /// It goes on where the registry says, and that is not where it was.
    mutating func goesBack() { (isDoubtful, ignoresRegistry) = (true, false) }

    /// A chunk did not fit where it was sent, or the digest in the end: the other count is tried next.
    mutating func wasRefused() {
        guard isDoubtful else { return }
        followsRegistry = ignoresRegistry
        followsCount = !ignoresRegistry
    }

    mutating func beginsAnew() { (isDoubtful, ignoresRegistry, before) = (false, false, 0) }
}
