import ArgumentParser
import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts

struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: texts("command.repair.abstract"),
        discussion: discussion(
            texts("command.repair.discussion"),
            examples: "repair --cluster-config sample.yaml --yes",
            "repair --cluster-config - --yes <sample.yaml"
        )
    )

    @Option(help: help("repair.clusterConfig", "file"))
    var clusterConfig: String

    @Flag(help: help("apply.yes"))
    var yes = false

    @OptionGroup var links: HardLinkOption
    @OptionGroup var output: OutputOptions

    func run() throws {
        let isPipe = clusterConfig == "-"
        let snapshot = isPipe ? nil : try Files.snapshot(clusterConfig)
        let bytes = try snapshot?.bytes ?? Files.readStandardInput()
        guard let error = YAMLError.reading(bytes) else {
            if output.isJSON { return try output.print(RepairJSON(nil, path: clusterConfig)) }
            if isPipe { return Console.fileText(bytes) }
            return Console.out(texts("repair.nothing", ["path": clusterConfig]))
        }
        guard case .wideDash(let repaired) = UnreadableConfig(bytes) else {
            throw Files.fail(error, path: clusterConfig, bytes: bytes)
        }
        let change = FileChange(path: clusterConfig, before: bytes, after: repaired)
        if isPipe { return try answer(change) }
        if !output.isJSON {
            Console.error(texts("repair.found"))
            Console.show(DiffText(change: change, hasColor: Console.hasColor).text)
        }
        try StandardOutput.check()
        guard try yes || Console.confirm(texts("command.askWrite", ["path": clusterConfig])) else {
            throw Console.fail(Phrase("command.notWritten"), .interrupted)
        }
        try output.check(RepairJSON(change, path: clusterConfig))
        let backup = try snapshot.flatMap { try Files.write(change, over: $0, links) }
        if output.isJSON { return try output.print(RepairJSON(change, path: clusterConfig, backup: backup)) }
        Console.out(texts("write.done", ["path": clusterConfig]))
        if let backup { Console.out(texts("write.backup", ["path": backup])) }
    }

    /// From a pipe: the diff, and with --yes the repaired text.
    private func answer(_ change: FileChange) throws {
        if output.isJSON { try output.print(RepairJSON(change, path: clusterConfig)) }
        let diff = DiffText(change: change, hasColor: Console.hasColor).text
        if yes {
            if output.isJSON { return }
            Console.error(diff)
            return Console.fileText(change.after)
        }
        if !output.isJSON { Console.show(diff) }
        throw ExitStatus.changes.exit
    }
}

/// `repair --output json`
struct RepairJSON: Encodable {
    let path: String
    /// `repaired` or `unchanged`
    let change: String
    let diff: String
    let backup: String?

    init(_ change: FileChange?, path: String, backup: String? = nil) {
        self.path = path
        self.change = change == nil ? "unchanged" : "repaired"
        diff = change.map { DiffText(change: $0, hasColor: false).text } ?? ""
        self.backup = backup
    }
}
