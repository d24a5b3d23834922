import ArgumentParser
import MirrorCore
import MirrorSystem

/// What becomes of a file's other names; without it a file that has some is not written.
struct HardLinkOption: ParsableArguments {
    @Flag(help: help("apply.breakHardLink"))
    var breakHardLink = false
}

extension FileSnapshot {
    /// What to know before this file is replaced.
    var concerns: [EditConcern] {
        names > 1 ? [EditConcern(.warning, "hardLinked", ["path": path, "names": "\(names)"])] : []
    }
}
