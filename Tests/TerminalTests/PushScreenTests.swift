import Foundation
import TestSupport
import Testing

/// A push on a real terminal: it asks for the login, and shows how far it is.
@Suite(.serialized, .terminals) struct PushScreenTests {
    static let lab = Result { try PushLab() }

    private func begin(
        _ registry: String,
        _ options: String,
        columns: Int = 80,
        namespace: String = #function,
        _ body: (Tmux, PushLab, String) throws -> Void
    ) throws {
        let lab = try Self.lab.get()
        let folder = try TemporaryFolder()
        let layouts = repositoryRoot + "/Tests/Lab/push-layouts"
        let made = try Tool.run("/usr/bin/python3", [layouts, folder("package"), "2", "12"])
        try #require(made.status == 0, "\(made.errors)")
        let terminal = try Tmux(
            columns: columns,
            rows: 24,
            directory: folder.path,
            environment: ["XDG_STATE_HOME=\(folder.path)"]
        )
        try terminal.run("clear; stty -g >before")
        try terminal.run(
            "\(Tool.mirrorctl) push images --source package --private-registry \(lab.address(registry))/\(namespace.lowercased().prefix { $0.isLetter })\(columns)"
                + " \(options); echo status $?; stty -g >after"
        )
        try body(terminal, lab, folder.path)
        let before = try folder.text("before")
        try terminal.wait("the modes") { _ in (try? folder.text("after")) == before }
    }

    @Test func aLoginIsAskedForAndNotShown() throws {
        let security = "--cacert \(try Self.lab.get().caPath)"
        try begin("basic", security, columns: 100) { terminal, lab, _ in
            try terminal.wait(for: "User name for")
            try terminal.run(lab.user)
            try terminal.wait(for: "Password")
            try terminal.run(lab.password)
            let screen = try terminal.wait(for: "status 0")
            #expect(!screen.contains(lab.password))
            #expect(screen.contains("2 pushed"))
        }
    }

    @Test func controlCAtThePasswordGivesTheTerminalBack() throws {
        let security = "--cacert \(try Self.lab.get().caPath) --username pusher"
        try begin("basic", security, columns: 100) { terminal, _, _ in
            try terminal.wait(for: "Password")
            try terminal.type("half")
            try terminal.press("C-c")
            let screen = try terminal.wait(for: "status 130")
            #expect(!screen.contains("half"))
        }
    }

    /// The block stays where it is, no line of it is wrapped, and no number goes back.
    @Test(arguments: [80, 120])
    func theProgressKeepsItsPlace(columns: Int) throws {
        let options = "--allow-http --limit-rate 7M --threads 3"
        try begin("plain", options, columns: columns) { terminal, _, _ in
            var percents: [Int] = []
            for _ in 0..<200 {
                let screen = try terminal.screen()
                if screen.contains("status 0\n") { break }
                let lines = screen.split(separator: "\n").map(String.init)
                let bars = lines.filter { $0.contains(" %  ") }
                #expect(bars.count <= 1, "\(screen)")
                if let bar = bars.first, let percent = Self.percent(bar) { percents.append(percent) }
                usleep(50_000)
            }
            #expect(percents == percents.sorted(), "\(percents)")
            #expect(Set(percents).count > 3, "\(percents)")
            let screen = try terminal.wait(for: "status 0")
            #expect(screen.contains("2 images: 2 pushed"))
        }
    }

    @Test func controlCStopsAndSaysHowToGoOn() throws {
        try begin("plain", "--allow-http --limit-rate 3M --threads 1") { terminal, _, _ in
            try terminal.wait("some progress") { Self.percent($0) ?? 0 > 3 }
            try terminal.press("C-c")
            let screen = try terminal.wait(for: "status 130")
            #expect(screen.contains("The same command goes on from there"), "\(screen)")
        }
    }

    /// Of the bar: `███░░  12 %  …`
    private static func percent(_ text: String) -> Int? {
        guard let mark = text.firstRange(of: " %  ") else { return nil }
        return Int(text[..<mark.lowerBound].suffix(while: \.isNumber))
    }
}

extension StringProtocol {
    fileprivate func suffix(while condition: (Character) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
