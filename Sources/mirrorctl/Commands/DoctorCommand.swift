import ArgumentParser
import Glibc
import Operations
import TerminalUI
import Texts

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: texts("command.doctor.abstract"),
        discussion: discussion(
            examples: "doctor",
            "doctor --output json"
        )
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        var check = MachineCheck(environment: environment)
        check.stateFolder = StateFolder.path
        check.settingsFolder = SettingsFile.folder
        check.terminal = NcursesTerminal.support(term: environment["TERM"])
        let items = check.items
        if output.isJSON {
            try output.print(DoctorJSON(items))
        } else {
            Console.out(ProgramVersion.line)
            for item in items { show(item) }
            Console.out(texts("doctor.settings"))
            for setting in SettingInForce.all { Console.out(setting.line) }
        }
        if items.contains(where: { $0.state == .wrong }) { throw ExitStatus.problem.exit }
    }

    private func show(_ item: MachineItem) {
        let mark = [.there: Mark.good, .missing: .waiting, .wrong: .wrong][item.state]?.rawValue ?? ""
        var seen = item.seen.filter { !$0.isEmpty }.joined(separator: ", ")
        if item.topic == .proxy, seen.isEmpty { seen = texts("doctor.nothing.proxy") }
        let name = texts("doctor.name.\(item.topic.rawValue)")
        Console.out("\(mark) \(name)" + (seen.isEmpty ? "" : ": \(seen)"))
        if item.state != .there { Console.out("    " + texts("doctor.\(item.state.rawValue).\(item.topic.rawValue)")) }
    }
}

/// `doctor --output json`
struct DoctorJSON: Encodable {
    struct Item: Encodable {
        let topic: String
        /// `there`, `missing` (some jobs cannot be done here) or `wrong`.
        let state: String
        let seen: [String]

        init(_ item: MachineItem) {
            (topic, state) = (item.topic.rawValue, item.state.rawValue)
            seen = item.seen.filter { !$0.isEmpty }
        }
    }

    /// One of the settings file.
    struct Setting: Encodable {
        let name: String
        let value: String?
        /// `option`, `environment`, `file` or `default`
        let from: String
        let variable: String?

        init(_ setting: SettingInForce) {
            (name, value, from, variable) = (setting.name, setting.value, setting.origin, setting.variable)
        }
    }

    let version: VersionJSON
    let items: [Item]
    let settings: [Setting]

    init(_ items: [MachineItem]) {
        version = VersionJSON()
        self.items = items.map(Item.init)
        settings = SettingInForce.all.map(Setting.init)
    }
}
