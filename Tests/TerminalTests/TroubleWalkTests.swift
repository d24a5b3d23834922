import Foundation
import TestSupport
import Testing

/// The troubleshooting track of the finished binary, with real nodes behind real sshd.
@Suite(
    .serialized,
    .terminals,
    .enabled(if: NodeLab.isPossible, "needs root, openssh-server, containerd, docker-registry and sudo")
)
struct TroubleWalkTests {
    @Test func attemptsAreMadeFromTheNodeItself() async throws {
        try await offPool {
            let lab = try NodeLab.running()
            let station = try Workstation(columns: 120, rows: 40)
            defer { station.remove() }
            let terminal = station.terminal
            // The workstation cannot reach the mirror at all: only the nodes' network can.
            try station.start(
                "nsenter \(lab.network) \(Tool.mirrorctl) wizard --troubleshoot --ssh-config \(lab.sshConfig)"
                    + " --cluster-config \(lab.clusterConfig)"
            )
            try terminal.wait(for: "10.77.0.18")
            // All of them at once: the silent one is a line, not an end.
            try terminal.press("BTab", "Tab", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down")
            try terminal.press("Enter")
            try terminal.wait(for: "8 of 8 nodes asked", seconds: 90)
            // The groups have their heads once all have been heard.
            try terminal.wait(for: "without a report: 1")
            try terminal.wait(for: "MIR0801")
            // They are held to the file, as the command does it.
            try terminal.wait("both differ from the file") {
                $0.contains(#/10\.77\.0\.13 .* MIR0816/#) && $0.contains(#/10\.77\.0\.14 .* MIR0818/#)
            }
            let rows = try terminal.screen().split(separator: "\n").map(String.init)
                .prefix { !$0.contains("ask all nodes") }
            let order = rows.compactMap { $0.firstMatch(of: #/10\.77\.0\.\d\d/#).map { String($0.output) } }
            // The silent one first, those that are alike last.
            #expect(order.first == "10.77.0.18")
            #expect(Set(order.suffix(2)) == ["10.77.0.11", "10.77.0.16"])
            // To the row of the second machine.
            try terminal.press("Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up")
            let at = try #require(order.firstIndex(of: "10.77.0.12"))
            for _ in 0...at { try terminal.press("Down") }
            try terminal.press("Enter")
            try terminal.wait(for: "Why an image comes from")
            try terminal.type("gcr.io/library/app:1")
            try terminal.wait(for: "The attempts are made from node 10.77.0.12")
            try terminal.press("Enter")
            try terminal.wait(for: "Asked from node 10.77.0.12, through ssh -W.", seconds: 60)
            try terminal.wait(for: "200 OK")
            let screen = try terminal.wait(for: "Pulled now, the image comes from https://10.77.0.1:5000/v2.")
            #expect(!screen.contains("seeded-secret"))
            try terminal.press("C-c")
            #expect(try station.end().modesKept)
        }
    }
}
