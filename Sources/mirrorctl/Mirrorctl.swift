import ArgumentParser
import MirrorCore

@main
struct Mirrorctl: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mirrorctl")
}
