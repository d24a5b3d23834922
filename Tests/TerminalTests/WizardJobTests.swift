import Foundation
import TestSupport
import Testing

/// The finished binary in a terminal, with stand-ins for bmctl and kubectl: the jobs of the wizard, and bmctl on it.
@Suite(.serialized, .terminals) struct WizardJobTests {
    private static let text = ClusterFiles.adminHeader + ClusterFiles.adminRest

    private static let running =
        ClusterFiles.adminCluster + """
              nodeConfig:
                registryMirrors:
                - endpoint: https://10.9.0.1:5000

            """

    private struct Setting {
        let standIn: StandIn
        let station: Workstation
        let file = "bmctl-workspace/admin1/admin1.yaml"

        init(columns: Int, rows: Int) throws {
            let standIn = try StandIn()
            self.standIn = standIn
            station = try Workstation(
                columns: columns,
                rows: rows,
                environment: ["STAND_IN", "PATH"].map { "\($0)=\(standIn.environment[$0] ?? "")" }
            )
            let folder = station.folder + "/bmctl-workspace/admin1"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try station.write(WizardJobTests.text, to: file)
            try station.write("x", to: "bmctl-workspace/admin1/admin1-kubeconfig")
            try standIn.set("version", "bmctl version: 1.33.200-gke.70, git commit: x")
            try standIn.set("cluster.yaml", WizardJobTests.running)
            try standIn.set("nodepools.yaml", "apiVersion: v1\nkind: List\nitems: []\n")
            try standIn.set("kubectl.answers", "get cluster *|0|cluster.yaml\nget nodepools*|0|nodepools.yaml\n")
        }

        /// The wizard with a mirror typed, at Review.
        func toReview() throws {
            let terminal = station.terminal
            try station.start("mirrorctl wizard --cluster-config \(file)")
            // A file without mirrors begins with the form.
            try terminal.wait(for: "scheme, address and port")
            try terminal.type("https://127.0.0.1:1")
            try terminal.wait(for: "MIR0102")
            try terminal.press("F4")
            try terminal.wait(for: "What will happen on the nodes")
            try terminal.press("Enter")
            try terminal.wait(for: "+ - endpoint: https://127.0.0.1:1")
        }
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func liveThenPlanThenWriteThenBmctl(columns: Int, rows: Int) throws {
        let setting = try Setting(columns: columns, rows: rows)
        let station = setting.station
        defer { station.remove() }
        let terminal = station.terminal
        try setting.toReview()
        try terminal.press("Right", "Right", "Right")
        try terminal.wait(for: "[ compare with the running cluster ]")
        try terminal.press("Enter")
        try terminal.type("bmctl-workspace/admin1/admin1-kubeconfig")
        // In one read with the text an Enter would begin nothing.
        try terminal.wait(for: "admin1-kubeconfig")
        try terminal.press("Enter")
        try terminal.wait(for: "- - endpoint: https://10.9.0.1:5000")
        let asked = "kubectl get cluster admin1 -n cluster-admin1 --kubeconfig bmctl-workspace/admin1/admin1-kubeconfig"
        #expect(setting.standIn.calls.first?.hasPrefix(asked) == true)
        try terminal.press("F4")
        try terminal.wait(for: "[ keep as a plan ]")
        try terminal.press("Right", "Enter")
        try terminal.wait(for: "admin1.yaml.plan")
        #expect(FileManager.default.fileExists(atPath: "\(station.folder)/\(setting.file).plan"))
        #expect(try station.read(setting.file) == Self.text)
        try terminal.press("Left", "Enter")
        try terminal.wait(for: "admin1.yaml is written")
        let written = try station.read(setting.file)
        #expect(written.contains("endpoint: https://127.0.0.1:1"))
        try setting.standIn.set("status", "23")
        try terminal.press("Right", "Enter")
        try terminal.wait(for: "--quiet")
        #expect(!setting.standIn.calls.contains { $0.hasPrefix("bmctl update") })
        try terminal.press("Enter")
        let end = try station.end()
        #expect(end.exitCode == 23)
        #expect(end.modesKept)
        #expect(end.screen.contains("bmctl works") && end.screen.contains("bmctl ended with 23"))
        let update = setting.standIn.calls.first { $0.hasPrefix("bmctl update") }
        #expect(update?.hasPrefix("bmctl update cluster -c admin1 --kubeconfig ") == true)
        #expect(update?.hasSuffix("admin1-kubeconfig --quiet") == true)
        #expect(try station.read(setting.file) == written)
    }

    @Test func anUndoPutsTheFileBackByteForByte() throws {
        let setting = try Setting(columns: 80, rows: 24)
        let station = setting.station
        defer { station.remove() }
        let terminal = station.terminal
        try setting.toReview()
        try station.go(to: "WRITE")
        try terminal.wait(for: "[ write the file ]")
        #expect(link("\(station.folder)/\(setting.file)", "\(station.folder)/other.yaml") == 0)
        // Another name has come since it was read: that takes a word.
        try terminal.press("Enter")
        try terminal.wait(for: "2 names")
        #expect(try station.read(setting.file) == Self.text)
        try terminal.press("Enter")
        try terminal.wait(for: "admin1.yaml is written")
        #expect(try station.read("other.yaml") == Self.text)
        try terminal.press("Right", "Right", "Tab", "Enter")
        try terminal.wait(for: "Undo: this would become of")
        try terminal.press("Enter")
        try terminal.wait(for: "as it was before the last write")
        #expect(try station.read(setting.file) == Self.text)
        try terminal.press("C-c")
        let end = try station.end()
        #expect(end.exitCode == 130)
        #expect(end.modesKept)
    }

    /// Ctrl-C on the terminal reaches bmctl once; its end is ours, the file stays written, the terminal is as before.
    @Test func controlCWhileBmctlRuns() throws {
        let setting = try Setting(columns: 80, rows: 24)
        let station = setting.station
        defer { station.remove() }
        let terminal = station.terminal
        try setting.standIn.set("wait")
        try station.start("mirrorctl apply --yes --cluster-config \(setting.file) --endpoint https://h --run-bmctl")
        try terminal.wait(for: "bmctl works")
        try terminal.wait("bmctl to be ready") { _ in setting.standIn.calls.contains("ready") }
        try terminal.press("C-c")
        let end = try station.end()
        #expect(end.exitCode == 7)
        #expect(end.modesKept)
        #expect(end.screen.contains("bmctl ended with 7"))
        #expect(end.screen.contains("is written"))
        #expect(setting.standIn.calls.filter { $0 == "INT" }.count == 1)
        #expect(try station.read(setting.file).contains("endpoint: https://h"))
    }
}
