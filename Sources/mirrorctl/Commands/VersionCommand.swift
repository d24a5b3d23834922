import ArgumentParser
import Containerd
import MirrorCore
import Operations
import TerminalUI

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: texts("command.version.abstract"),
        discussion: discussion(
            examples: "version",
            "version --output json"
        )
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        let version = VersionJSON()
        if output.isJSON { return try output.print(version) }
        Console.out(ProgramVersion.line)
        Console.out(texts("version.containerd", ["versions": version.containerd.joined(separator: ", ")]))
        Console.out(
            texts(
                "version.releases",
                ["newest": version.releases.newest, "date": version.releases.readOn]
            )
        )
        Console.out(
            texts(
                "version.libraries",
                ["names": version.libraries.map { "\($0.name) \($0.version)" }.joined(separator: ", ")]
            )
        )
    }
}

/// `version --output json`
struct VersionJSON: Encodable {
    struct Releases: Encodable {
        let newest: String
        /// The day the facts were read.
        let readOn: String
    }

    struct Library: Encodable {
        let name: String
        let version: String
    }

    let version: String = ProgramVersion.number
    let commit: String? = ProgramVersion.commit
    /// The newest patch release of each branch whose behaviour was compared with containerd itself.
    let containerd: [String]
    let releases: Releases
    /// As they were loaded here.
    let libraries: [Library]

    init() {
        let table = ReleaseTable.current
        containerd = ContainerdVersion.checked.map(\.description)
        releases = Releases(
            newest: table.newest?.description ?? "",
            readOn: table.readOn
        )
        let all = [("ncurses", ScreenLibrary.version)] + MachineLibraries.versions
        libraries = all.map { Library(name: $0.0, version: $0.1) }
    }
}
