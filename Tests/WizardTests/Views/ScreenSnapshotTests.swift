import MirrorCore
import TestSupport
import Testing
import Wizard

/// Every step as a person sees it: empty, filled and refused, at both sizes.
@Suite struct ScreenSnapshotTests {
    static let sizes = [(80, 24), (120, 40)]

    @Test func everyStepEmpty() throws {
        try eachScreen("empty") { _ in }
    }

    @Test func everyStepFilled() throws {
        try eachScreen("filled", Self.fill)
    }

    static func fill(_ walk: inout Walk) throws {
        try walk.open("bmctl-workspace/admin1/admin1.yaml", Samples.admin)
        walk.go(to: .endpoint)
        walk.type("https://172.18.0.20:5000")
        walk.go(to: .namespace)
        walk.type("test-namespace")
        walk.go(to: .hosts)
        walk.press(.character(" "))
        walk.go(to: .ca)
        walk.type("/root/ca.crt")
        walk.go(to: .credentials)
        walk.type("/root/.docker/config.json")
        walk.go(to: .probe)
        walk.type("gcr.io/pause:3.9")
        walk.probe(Samples.goodReport)
        walk.edit(.change(Samples.change))
        walk.go(to: .cluster)
    }

    @Test func everyStepRefused() throws {
        try eachScreen("refused") { walk in
            try walk.open("user1.yaml", Samples.user)
            walk.go(to: .endpoint)
            walk.type("172.18.0.20:5000/mirror/")
            walk.go(to: .namespace)
            walk.type("/V2/Team")
            walk.go(to: .hosts)
            walk.press(.tab)
            walk.type("https://quay.io/v2")
            walk.press(.enter)
            walk.go(to: .ca)
            walk.type("ca cert")
            walk.go(to: .credentials)
            walk.type("pull-creds")
            walk.go(to: .cluster)
        }
    }

    @Test func probeFailed() throws {
        for (columns, rows) in Self.sizes {
            var walk = Walk(columns: columns, rows: rows)
            walk.go(to: .endpoint)
            walk.type("https://172.18.0.20:5000")
            walk.probe(Samples.unknownCA)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/endpoint.probe-failed.\(columns)x\(rows).txt")
            walk.go(to: .probe)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/probe.failed.\(columns)x\(rows).txt")
        }
    }

    @Test func overlays() throws {
        for (columns, rows) in Self.sizes {
            var walk = Walk(columns: columns, rows: rows)
            walk.go(to: .endpoint)
            walk.press(.function(1))
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/help.\(columns)x\(rows).txt")
            walk.press(.escape)
            walk.type("https://h:5000")
            walk.send(.interrupted)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/leave.\(columns)x\(rows).txt")
        }
    }

    @Test func previewTakesTheNarrowScreen() {
        var walk = Walk()
        walk.go(to: .endpoint)
        walk.type("https://172.18.0.20:5000")
        walk.press(.function(2), .right, .right)
        expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/preview-open.80x24.txt")
    }

    @Test func writtenScreen() throws {
        for (columns, rows) in Self.sizes {
            var walk = Walk(columns: columns, rows: rows)
            try walk.open("bmctl-workspace/admin1/admin1.yaml", Samples.admin)
            walk.go(to: .endpoint)
            walk.type("https://172.18.0.20:5000")
            walk.edit(.change(Samples.change))
            walk.go(to: .write)
            walk.press(.enter)
            guard case .running(let request) = walk.state.mirrors.writing else {
                Issue.record("nothing was written")
                return
            }
            walk.send(.written(request, .written(path: "admin1.yaml", backup: "admin1.yaml.bak-20261123-081500")))
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/write.done.\(columns)x\(rows).txt")
        }
    }

    /// A wide character takes two cells, and all of it has to fit all the same.
    @Test func everyStepInJapanese() throws {
        for (name, prepare) in [("empty", { _ in }), ("filled", Self.fill)] as [(String, (inout Walk) throws -> Void)] {
            var walk = Walk()
            walk.speak(.japanese)
            try prepare(&walk)
            for step in Steps.all where step.id != .home {
                walk.go(to: step.id)
                expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/\(step.id).\(name).ja.80x24.txt")
            }
        }
    }

    private func eachScreen(_ name: String, _ prepare: (inout Walk) throws -> Void) throws {
        for (columns, rows) in Self.sizes {
            var walk = Walk(columns: columns, rows: rows)
            try prepare(&walk)
            for step in Steps.all where step.id != .home {
                walk.go(to: step.id)
                expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/\(step.id).\(name).\(columns)x\(rows).txt")
            }
        }
    }
}
