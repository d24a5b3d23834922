import ArgumentParser

/// `push`: what there is to push. `bmctl push images` is spelled like that too.
struct PushCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push",
        abstract: texts("command.push.abstract"),
        discussion: discussion(
            examples: "push images --source bmpackages.tar.xz --list",
            "push images --help"
        ),
        subcommands: [PushImagesCommand.self, PushAttachCommand.self]
    )
}
