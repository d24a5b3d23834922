import ArgumentParser
import MirrorCore
import Operations

/// Changes of single mirrors: each `--mirror` begins one, and the options after it belong to it.
struct ListEditOptions: ParsableArguments {
    @Flag(help: help("listEdit.add"))
    var add = false

    @Option(name: .customLong("mirror"), help: help("listEdit.mirror", "number|url"))
    var selectors: [String] = []

    @Option(name: .customLong("set"), help: help("listEdit.set", "field=value"))
    var fields: [String] = []

    @Option(help: help("listEdit.unset", "field"))
    var unset: [String] = []

    @Option(help: help("listEdit.addHost", "host"))
    var addHost: [String] = []

    @Option(help: help("listEdit.removeHost", "host"))
    var removeHost: [String] = []

    @Option(help: help("listEdit.moveTo", "number"))
    var moveTo: [String] = []

    @Flag(name: .customLong("drop"), help: help("listEdit.drop"))
    var drop: Int

    var isEmpty: Bool { selectors.isEmpty }

    func validate() throws {
        let others = [fields, unset, addHost, removeHost, moveTo].contains { !$0.isEmpty } || drop > 0
        if selectors.isEmpty == others { throw ValidationError(texts("command.listEdit.invalid")) }
    }

    /// The list as it becomes.
    func edited(_ present: [MirrorDraft], at place: MirrorPlace) throws -> [MirrorDraft] {
        let edits = MirrorListEdit.edits(from: CommandLine.arguments)
        let issues = MirrorListEdit.unplaced(edits, at: place)
        guard issues.isEmpty else { throw Refusal(issues).said }
        do {
            return try MirrorListEdit.apply(edits, to: present)
        } catch {
            throw Console.fail(error.problem, .dataError)
        }
    }
}
