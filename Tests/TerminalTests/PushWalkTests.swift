import Foundation
import TestSupport
import Testing

/// The finished binary pushes a package to a real registry from the wizard, and the terminal is what it was.
@Suite(.serialized, .terminals) struct PushWalkTests {
    private static let lab = Result { try PushLab() }

    /// Three images that share a layer, as OCI layouts.
    private func package(in folder: String, mebibytes: Int) throws {
        let layouts = repositoryRoot + "/Tests/Lab/push-layouts"
        let made = try Tool.run("/usr/bin/python3", [layouts, folder + "/package", "3", "\(mebibytes)"])
        try #require(made.status == 0, "\(made.errors)")
    }

    /// The same in one compressed file that can only be read forward.
    private func archive(in folder: String, mebibytes: Int) throws {
        try package(in: folder, mebibytes: mebibytes)
        let pack =
            "cd '\(folder)/package' && for i in app*; do tar -cf $i.tar -C $i .; done && tar -cf - app*.tar | xz -0 -T1"
        let made = try Tool.run("/bin/sh", ["-c", pack + " >'\(folder)/images.tar.xz'"])
        try #require(made.status == 0, "\(made.errors)")
        try FileManager.default.removeItem(atPath: folder + "/package")
    }

    private func blobs(_ layout: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: layout + "/blobs/sha256"))
    }

    /// Digests of an image's manifest and blobs as another program pulls them.
    private func pulled(_ image: String, at address: String, into folder: String) throws -> Set<String> {
        let result = try Tool.run(
            "/usr/bin/skopeo",
            [
                "copy", "--preserve-digests", "--src-tls-verify=false", "docker://\(address)/\(image):1",
                "oci:\(folder)/\(image.replacingOccurrences(of: "/", with: "-")):1",
            ]
        )
        #expect(result.status == 0, "\(result.errors)")
        return try blobs("\(folder)/\(image.replacingOccurrences(of: "/", with: "-"))")
    }

    @Test func fromThePackageToTheRegistry() async throws {
        try await offPool {
            let lab = try Self.lab.get()
            let station = try Workstation(columns: 80, rows: 24)
            defer { station.remove() }
            try package(in: station.folder, mebibytes: 2)
            let terminal = station.terminal
            try station.start("mirrorctl wizard --push pack")
            try terminal.wait(for: "▸PACKAGE")
            // A path that is being typed: what is not there is said at once, and Tab completes it.
            try terminal.wait(for: "pack")
            try terminal.press("Tab")
            try terminal.wait(for: "A folder.")
            try terminal.press("Enter")
            try terminal.wait(for: "3 images")
            try station.go(to: "TARGET")
            try terminal.type("http://\(lab.address("plain"))/wizard")
            try terminal.wait(for: "Type \(lab.address("plain"))/wizard")
            try terminal.press("C-u")
            try terminal.type("\(lab.address("plain"))/wizard")
            try terminal.press("Tab", "Space")
            try terminal.wait(for: "--allow-http")
            try station.go(to: "CHECK")
            try terminal.press("Enter")
            try terminal.wait(for: "Would send")
            #expect(lab.requests("plain", "PATCH", "wizard/").isEmpty)
            #expect(lab.requests("plain", "PUT", "wizard/").isEmpty)
            try station.go(to: "PUSH")
            try terminal.press("Enter")
            try terminal.wait(for: "Every image is in the registry and was read back")
            try terminal.wait(for: "3 of 3 images done: 3 pushed")
            // Another size, another track and back: the page is still what it was.
            try terminal.resize(columns: 120, rows: 40)
            try terminal.wait(for: "▸ Push")
            try terminal.press("Tab", "Enter")
            try terminal.wait(for: "Every image of the package is in the registry, whole.")
            try terminal.press("C-c")
            let end = try station.end()
            #expect(end.exitCode == 0)
            #expect(end.modesKept)
            for number in 0..<3 {
                let image = "wizard/lab/app\(number)"
                let found = try pulled(image, at: lab.address("plain"), into: station.folder)
                #expect(found == (try blobs("\(station.folder)/package/app\(number)")))
            }
        }
    }

    /// One reading of a package that is not known before, with a login that is typed; resized and put into the background on
    /// the way.
    @Test func inOnePassWithATypedLogin() async throws {
        try await offPool {
            let lab = try Self.lab.get()
            let station = try Workstation(columns: 80, rows: 24)
            defer { station.remove() }
            try archive(in: station.folder, mebibytes: 12)
            let terminal = station.terminal
            try station.start("mirrorctl wizard --push images.tar.xz")
            try terminal.wait(for: "in one piece")
            try station.go(to: "TARGET")
            try terminal.type("\(lab.address("basic"))/typed")
            try terminal.press("Tab", "Tab")
            try terminal.type(lab.caPath)
            // The first completes the path.
            try terminal.press("Tab", "Tab", "Tab")
            try terminal.type(lab.user)
            try terminal.wait(for: "The user's password is missing.")
            try terminal.press("Tab")
            try terminal.type(lab.password)
            try terminal.wait(for: "••••••••••")
            try terminal.press("C-t")
            try terminal.wait(for: lab.password)
            try terminal.press("Tab", "Tab")
            try terminal.type("12M")
            try terminal.wait(for: "--username \(lab.user)")
            try terminal.wait("the password hidden again") { !$0.contains(lab.password) }
            try station.go(to: "CHECK")
            try station.go(to: "PUSH")
            try terminal.press("Enter")
            try terminal.wait(for: "images so far")
            try terminal.wait("bytes that the registry has acknowledged") { screen in
                screen.firstMatch(of: #/acknowledged [1-9][0-9.]* MiB/#) != nil
            }
            try terminal.resize(columns: 120, rows: 40)
            try terminal.wait(for: "▸ Push")
            try terminal.press("M-s")
            try terminal.wait(for: "Stopped")
            try terminal.run("fg")
            try terminal.wait(for: "Every image is in the registry and was read back")
            try terminal.wait(for: "3 of 3 images done: 3 pushed")
            try terminal.press("C-c")
            #expect(try station.end().modesKept)
            for number in 0..<3 {
                #expect(!lab.requests("basic", "/v2/typed/lab/app\(number)/manifests/1").isEmpty)
            }
        }
    }

    /// A registry that goes away for good ends the page's push with what to do; the next one sends the rest.
    @Test func aRegistryThatDiesIsSaidAndTakenUp() async throws {
        try await offPool {
            let lab = try Self.lab.get()
            let station = try Workstation(columns: 80, rows: 24)
            defer { station.remove() }
            try package(in: station.folder, mebibytes: 8)
            let terminal = station.terminal
            try station.start("mirrorctl wizard --push package")
            try terminal.wait(for: "A folder.")
            try station.go(to: "TARGET")
            try terminal.type("\(lab.address("strict"))/died")
            try terminal.press("Tab", "Space", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
            try terminal.type("4M")
            try terminal.wait(for: "Limit         4M")
            try station.go(to: "CHECK")
            try station.go(to: "PUSH")
            try terminal.press("Enter")
            try terminal.wait("bytes that the registry has acknowledged") { screen in
                screen.firstMatch(of: #/acknowledged [1-9][0-9.]* MiB/#) != nil
            }
            try lab.halt("strict")
            try terminal.wait(for: "tried again:")
            try lab.restart("strict")
            try terminal.wait(for: "Every image is in the registry and was read back")
            try terminal.press("C-c")
            #expect(try station.end().exitCode == 0)
        }
    }

    /// Stopped in the middle with Ctrl-C, and taken up by the next session, which remembers what was typed.
    @Test func stoppedAndTakenUp() async throws {
        try await offPool {
            let lab = try Self.lab.get()
            let station = try Workstation(columns: 80, rows: 24)
            defer { station.remove() }
            try package(in: station.folder, mebibytes: 12)
            let terminal = station.terminal
            try station.start("mirrorctl wizard --push package")
            try terminal.wait(for: "A folder.")
            try station.go(to: "TARGET")
            try terminal.type("\(lab.address("plain"))/stopped")
            try terminal.press("Tab", "Space", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
            // Slow enough to be stopped.
            try terminal.type("4M")
            try terminal.wait(for: "--limit-rate 4M")
            try station.go(to: "CHECK")
            try station.go(to: "PUSH")
            try terminal.press("Enter")
            try terminal.wait("bytes that the registry has acknowledged") { screen in
                screen.firstMatch(of: #/acknowledged [1-9][0-9.]* MiB/#) != nil
            }
            try terminal.press("C-c")
            try terminal.wait(for: "A push is running. Stop it and leave?")
            try terminal.press("Enter")
            #expect(try station.end().exitCode == 130)

            try terminal.run("clear")
            try station.start("mirrorctl wizard --push")
            try terminal.wait(for: "push of package")
            try terminal.press("Enter")
            try terminal.press("F4", "F4", "F4")
            try terminal.wait(for: "▸PUSH")
            try terminal.press("F3", "F3")
            try terminal.wait(for: "▸TARGET")
            try terminal.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "C-u")
            try terminal.press("F4", "F4")
            try terminal.wait(for: "[ push ]")
            try terminal.press("Enter")
            try terminal.wait(for: "Every image is in the registry and was read back")
            try terminal.press("C-c")
            #expect(try station.end().exitCode == 0)
            for number in 0..<3 {
                let image = "stopped/lab/app\(number)"
                let found = try pulled(image, at: lab.address("plain"), into: station.folder)
                #expect(found == (try blobs("\(station.folder)/package/app\(number)")))
            }
        }
    }

    /// The troubleshooting track is where a session begins that was asked to, on an opened file, too.
    @Test func aSessionBeginsWithTheTrackThatWasAskedFor() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.write(ClusterFiles.adminHeader + ClusterFiles.adminRest, to: "admin1.yaml")
        let terminal = station.terminal
        try station.start("mirrorctl wizard --cluster-config admin1.yaml --troubleshoot")
        try terminal.wait(for: "▸NODES")
        try terminal.wait(for: "admin1 · admin")
        try terminal.press("C-c")
        #expect(try station.end().modesKept)
        try terminal.run("clear")
        try station.start("mirrorctl wizard --cluster-config admin1.yaml --push nothing.tar")
        try terminal.wait(for: "▸PACKAGE")
        try terminal.wait(for: "nothing.tar")
        try terminal.wait(for: "✗")
        try terminal.press("C-c")
        #expect(try station.end().modesKept)
        // Both at once is no beginning.
        let both = try Tool.run(Tool.mirrorctl, ["wizard", "--push", "--troubleshoot"])
        #expect(both.status == 64)
    }
}
