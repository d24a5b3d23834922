import MirrorCore
import Testing
import Texts

@testable import Wizard

/// The smallest screen that is drawn, and what a letter costs on a slow line.
@Suite struct SmallestScreenTests {
    @Test func theRailIsWholeAtItsSmallest() throws {
        for catalogue in Catalogue.all {
            var walk = Walk(columns: 60, rows: 15)
            walk.speak(catalogue)
            try walk.open("a.yaml", Samples.admin)
            for step in Steps.all where walk.state.step != step.id {
                walk.go(to: step.id)
                guard walk.state.track.rail.count > 1 else { continue }
                let rail = walk.frame.line(1).lowercased()
                for other in walk.state.track.rail {
                    let title = catalogue("step.\(other.id).title").lowercased()
                    #expect(rail.contains(title), "\(catalogue.language): \(rail)")
                }
            }
        }
    }

    /// Cells that a letter changes: what goes over the line.
    private func changed(_ before: Screen, _ after: Screen) -> Int {
        zip(before.cells, after.cells).count { $0 != $1 }
    }

    @Test func aLetterInTheFormChangesLittleElse() throws {
        for (columns, rows) in [(80, 24), (120, 40)] {
            var walk = Walk(columns: columns, rows: rows)
            try walk.open("a.yaml", Samples.admin)
            walk.go(to: .mirror)
            walk.type("https://172")
            walk.type(".")
            for letter in "18.0." {
                let before = walk.frame
                walk.type(String(letter))
                #expect(changed(before, walk.frame) < 100, "\(columns): \(letter)")
            }
        }
    }

    @Test func anEmptyFieldHasABoxAndTheFocusIsSeenWithoutColours() throws {
        let theme = try Themes.named(Themes.monochromeName)
        var walk = Walk()
        walk.go(to: .mirror)
        let screen = walk.frame
        let row = try #require((0..<24).first { screen.line($0).contains("Namespace") })
        // To its end, also where nothing stands.
        #expect(screen[row, 70].style == .placeholder && theme.style(.placeholder).underline)
        let focused = try #require(screen.cursor)
        #expect(theme.style(screen[focused.row, focused.column].style).reverse)
        for name in Themes.names {
            let theme = try Themes.named(name)
            #expect(theme.style(.placeholder).underline, "\(name)")
            // A button in focus differs from others by more than its colour.
            let (one, other) = (theme.style(.selected), theme.style(.value))
            #expect(one.underline != other.underline || one.reverse != other.reverse, "\(name)")
        }
    }
}
