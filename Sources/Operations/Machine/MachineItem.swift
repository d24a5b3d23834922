/// Something of this machine that a job would use.
package struct MachineItem: Equatable, Sendable {
    package enum Topic: String, CaseIterable, Sendable {
        case terminal, charset, libraries, ssh, kubectl, bmctl, containerd, state, settings, proxy
    }

    package enum State: String, Equatable, Sendable {
        case there
        /// Jobs that need it cannot be done here; others can.
        case missing
        /// It is there, and whoever needs it will fail.
        case wrong
    }

    package let topic: Topic
    package let state: State
    /// What was seen: a path, a name, a mode.
    package let seen: [String]

    package init(_ topic: Topic, _ state: State, _ seen: [String]) {
        self.topic = topic
        self.state = state
        self.seen = seen
    }
}
