/// Where the program keeps what outlives it: `$XDG_STATE_HOME/mirrorctl`, else `~/.local/state/mirrorctl`.
enum StateFolder {
    /// `nil` where neither variable is set.
    static var path: String? {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/mirrorctl" }
        return environment["HOME"].map { $0 + "/.local/state/mirrorctl" }
    }
}
