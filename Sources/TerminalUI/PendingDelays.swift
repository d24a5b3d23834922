/// How long the loop waits for the rest of what the decoder holds back.
struct PendingDelays {
    private let escape: Duration

    /// `ESCDELAY` in milliseconds, as for any curses program; else 25 locally and 100 over ssh, where a sequence may
    /// come in two packets.
    init(environment: [String: String]) {
        let isRemote = environment["SSH_CONNECTION"] != nil || environment["SSH_TTY"] != nil
        let wanted = environment["ESCDELAY"].flatMap { Int($0) }.flatMap { (1...2000).contains($0) ? $0 : nil }
        escape = .milliseconds(wanted ?? (isRemote ? 100 : 25))
    }

    subscript(pending: KeyDecoder.Pending) -> Duration? {
        switch pending {
        case .nothing: nil
        case .escape: escape
        // It did begin as a sequence; give a slow line more time before Alt-[ is believed.
        case .sequence: escape * 4
        // A paste comes in packets.
        case .burst: escape * 2
        // A lost end marker must not swallow keys for ever; half a paste must not be typed as keys.
        case .paste: .seconds(5)
        }
    }
}
