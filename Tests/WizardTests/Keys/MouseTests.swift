import MirrorCore
import Testing
import Texts

@testable import Wizard

/// Clicks and the wheel do what keys do.
@Suite struct MouseTests {
    /// Where a text stands on the screen.
    private func place(of text: String, _ walk: Walk) throws -> (row: Int, column: Int) {
        for row in 0..<walk.state.size.rows {
            if let found = walk.frame.line(row).firstRange(of: text) {
                return (row, walk.frame.line(row).distance(from: walk.frame.line(row).startIndex, to: found.lowerBound))
            }
        }
        throw Missing(text: text)
    }

    private struct Missing: Error { let text: String }

    private func click(_ text: String, _ walk: inout Walk) throws {
        let (row, column) = try place(of: text, walk)
        walk.press(.click(row: row, column: column))
    }

    private static let sizes = [(80, 24), (120, 40)]

    @Test(arguments: sizes)
    func aFieldThatIsClickedHasTheFocus(_ columns: Int, _ rows: Int) throws {
        var walk = Walk(columns: columns, rows: rows)
        walk.go(to: .mirror)
        for (label, field) in [
            ("Namespace", FieldID.mirrorNamespace), ("Probe with", .probeImage), ("URL   ", .endpoint),
        ] {
            try click(label, &walk)
            #expect(walk.state.currentField?.id == field)
        }
        // A button does its work at once, as Enter would not for whoever only looks.
        try click("make a config.json", &walk)
        #expect(walk.state.mirrors.login.isOpen)
    }

    @Test(arguments: sizes)
    func stepsTabsKeysAndRows(_ columns: Int, _ rows: Int) throws {
        var walk = Walk(columns: columns, rows: rows)
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.goodReport)
        walk.edit(.change(Samples.change))
        try click("Review", &walk)
        #expect(walk.state.step == .review)
        try click("Nodes", &walk)
        #expect(walk.state.mirrors.diffView.tab == .nodes)
        try click("F1 help", &walk)
        #expect(walk.state.overlay?.page is HelpPage)
        walk.press(.escape)
        walk.go(to: .hosts)
        try click("] gcr.io", &walk)
        let before = walk.state.mirror.hosts
        let row = try #require(walk.state.hostRows.indices.dropFirst().first)
        guard case .host(let host, _) = walk.state.hostRows[row] else { return }
        try click("] \(host)", &walk)
        #expect(walk.state.mirrors.hosts.row == row && walk.state.mirror.hosts == before)
        try click("] \(host)", &walk)
        #expect(walk.state.mirror.hosts != before)
        let at = walk.state.mirrors.hosts.row
        walk.press(.scroll(row: 10, column: 5, up: false))
        #expect(walk.state.mirrors.hosts.row > at)
    }

    @Test func twoClicksAtHomeBegin() throws {
        var walk = Walk(atHome: true)
        try click("Push images", &walk)
        #expect(walk.state.step == .home && walk.state.focus == 3)
        try click("Push images", &walk)
        #expect(walk.state.step == .pushPackage)
    }

    @Test func thePaletteIsClickedThrough() throws {
        var walk = Walk()
        walk.press(.control("p"))
        walk.type("page:")
        // The first click chooses, the second does it.
        try click("page: Write", &walk)
        #expect(walk.state.asking.row > 0 && walk.state.overlay != nil, "\(walk.frame.text)")
        try click("page: Write", &walk)
        #expect(walk.state.step == .write, "\(walk.frame.text)")
    }

    /// A click where nothing is, or outside of the screen, does nothing.
    @Test func aClickIntoNothing() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        let before = walk.state
        for (row, column) in [(0, 0), (2, 3), (999, 999)] { walk.press(.click(row: row, column: column)) }
        #expect(walk.state.typed == before.typed && walk.state.step == before.step && walk.state.focus == before.focus)
    }

    @Test func itIsTurnedOnAndOff() {
        var walk = Walk()
        _ = walk.takeEffects()
        walk.press(.alt("m"))
        #expect(walk.state.usesMouse && walk.takeEffects() == [.useMouse(true)])
        #expect(walk.frame.text.contains("Alt-M gives it back"))
        walk.press(.alt("m"))
        #expect(!walk.state.usesMouse && walk.takeEffects() == [.useMouse(false)])
    }
}
