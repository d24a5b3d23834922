import Foundation
import TestSupport
import Testing

/// A terminal that is not UTF-8 gets none of it: every byte that is sent is looked at.
@Suite(.serialized, .terminals) struct CharacterSetTests {
    @Test(arguments: [
        "LC_ALL=C", "LC_ALL=POSIX", "LC_ALL= LC_CTYPE= LANG=", "LC_ALL=C.UTF-8 TERM=vt100",
        "LC_ALL=C.UTF-8 TERM=vt220", "LC_ALL=C MIRRORCTL_LANGUAGE=en TERM=xterm",
    ])
    func asciiAlone(environment: String) throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.write(ClusterFiles.adminHeader + ClusterFiles.adminRest, to: "admin1.yaml")
        let record = station.folder + "/record"
        try station.terminal.record(to: record)
        try station.start("\(environment) mirrorctl --cluster-config admin1.yaml")
        try station.terminal.wait(for: ">MIRRORS > 1")
        try station.terminal.type("https://h")
        try station.terminal.wait(for: "https://h")
        for key in ["F1", "Escape", "F4", "F4", "F4", "F4", "F4", "F4"] {
            try station.terminal.press(key)
            usleep(200_000)
        }
        try station.terminal.press("C-c")
        try station.terminal.wait(for: "Esc stay")
        try station.terminal.press("Enter")
        #expect(try station.end().modesKept)
        let bytes = try Data(contentsOf: URL(filePath: record))
        #expect(bytes.count > 2000)
        #expect(!bytes.contains { $0 >= 0x80 }, "\(bytes.first { $0 >= 0x80 } ?? 0)")
    }

    /// As ssh hands one on that is not installed here.
    @Test func aLocaleThatIsNotInstalledIsWhatItsNameSays() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.start("LC_ALL=xx_XX.UTF-8 mirrorctl")
        try station.terminal.wait(for: "▸ 1")
        try station.terminal.press("C-c")
        #expect(try station.end().modesKept)
    }
}
