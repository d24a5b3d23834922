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
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.focus(.mirrorNamespace)
        walk.type("test-namespace")
        walk.go(to: .hosts)
        walk.press(.character(" "), .escape)
        walk.focus(.caCertPath)
        walk.type("/root/ca.crt")
        walk.focus(.pullCredentialConfigPath)
        walk.type("/root/.docker/config.json")
        walk.focus(.probeImage)
        walk.type("gcr.io/pause:3.9")
        walk.probe(Samples.goodReport)
        walk.edit(.change(Samples.change))
        walk.go(to: .cluster)
    }

    @Test func everyStepRefused() throws {
        try eachScreen("refused") { walk in
            try walk.open("user1.yaml", Samples.user)
            walk.go(to: .mirror)
            walk.type("172.18.0.20:5000/mirror/")
            walk.focus(.mirrorNamespace)
            walk.type("/V2/Team")
            walk.go(to: .hosts)
            walk.type("https://quay.io/v2")
            walk.press(.enter, .escape)
            walk.focus(.caCertSecret)
            walk.type("ca cert")
            walk.focus(.pullCredentialSecret)
            walk.type("pull-creds")
            walk.go(to: .cluster)
        }
    }

    @Test func probeFailed() throws {
        for (columns, rows) in Self.sizes {
            var walk = Walk(columns: columns, rows: rows)
            walk.go(to: .mirror)
            walk.type("https://172.18.0.20:5000")
            walk.probe(Samples.unknownCA)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/mirror.failed.\(columns)x\(rows).txt")
            walk.focus(.caCertPath)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/mirror.failed-at-ca.\(columns)x\(rows).txt")
        }
    }

    @Test func overlays() throws {
        for (columns, rows) in Self.sizes {
            var walk = Walk(columns: columns, rows: rows)
            walk.go(to: .mirror)
            walk.press(.function(1))
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/help.\(columns)x\(rows).txt")
            walk.press(.escape)
            walk.type("https://h:5000")
            walk.send(.interrupted)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/leave.\(columns)x\(rows).txt")
        }
    }

    /// The smallest window: fields scroll with the one in focus, what is said below with PgDn.
    @Test func theFormInTheSmallestWindow() throws {
        var walk = Walk(columns: 60, rows: 15)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.unknownCA)
        walk.focus(.probeImage)
        expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/mirror.small.60x15.txt")
        walk.press(.pageDown)
        expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/mirror.small-scrolled.60x15.txt")
    }

    @Test func aLoginThatIsMade() throws {
        for (columns, rows) in Self.sizes {
            var walk = Walk(columns: columns, rows: rows)
            walk.go(to: .mirror)
            walk.type("https://172.18.0.20:5000")
            walk.focus(.openLogin)
            walk.press(.enter)
            walk.type("puller")
            walk.press(.enter)
            walk.type("hunter2")
            walk.press(.enter)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/mirror.login.\(columns)x\(rows).txt")
        }
    }

    @Test func previewTakesTheNarrowScreen() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.press(.function(2), .right, .right)
        expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/preview-open.80x24.txt")
    }

    @Test func writtenScreen() throws {
        for (columns, rows) in Self.sizes {
            var walk = Walk(columns: columns, rows: rows)
            try walk.open("bmctl-workspace/admin1/admin1.yaml", Samples.admin)
            walk.go(to: .mirror)
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
