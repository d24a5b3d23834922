import ArgumentParser

/// What becomes of a file's other names; without it a file that has some is not written.
struct HardLinkOption: ParsableArguments {
    @Flag(help: help("apply.breakHardLink"))
    var breakHardLink = false
}
