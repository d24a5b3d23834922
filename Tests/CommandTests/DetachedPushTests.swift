import Foundation
import Glibc
import TestSupport
import Testing

/// A push that runs without a terminal: begun, looked at by other processes, stopped, and asked for its result later.
@Suite struct DetachedPushTests {
    private static let lab = Result { try PushLab() }
    private static let layouts = Result { try PushPlace.layouts(2, mebibytes: 6) }

    private func place(_ registry: String, _ name: String) throws -> PushPlace {
        try PushPlace(Self.lab.get(), registry, "detached-\(name)", package: Self.layouts.get()("package"))
    }

    private func attach(_ place: PushPlace, _ more: String...) throws -> Tool.Result {
        try Tool.run(Tool.mirrorctl, ["push", "attach"] + more, environment: place.environment)
    }

    private func list(_ place: PushPlace) throws -> [[String: Any]] {
        let data = try attach(place, "--output", "json").data
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try #require(object?["pushes"] as? [[String: Any]])
    }

    /// Waits for what a slow machine needs.
    private func until(_ condition: () throws -> Bool) throws {
        for _ in 0..<300 {
            if try condition() { return }
            usleep(100_000)
        }
        Issue.record("it did not come to that")
    }

    @Test func whoeverLooksMayGoAndTheResultStays() throws {
        let place = try place("plain", "whole")
        let begun = try place.run("--limit-rate", "2M", "--detach")
        #expect(begun.status == 0 && begun.output.contains("mirrorctl push attach 1"), "\(begun)")
        #expect(try list(place).first?["isRunning"] as? Bool == true)
        // Its files are the user's alone.
        let folder = place.state("mirrorctl/pushes")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
        }
        let looking = try Tool.start(Tool.mirrorctl, ["push", "attach"], environment: place.environment)
        usleep(700_000)
        #expect(looking.isRunning)
        kill(looking.process, SIGKILL)
        #expect(try looking.wait().status == 128 + SIGKILL)
        #expect(try list(place).first?["isRunning"] as? Bool == true)
        // Ctrl-C ends the looking alone.
        let other = try Tool.start(Tool.mirrorctl, ["push", "attach", "1"], environment: place.environment)
        usleep(700_000)
        kill(other.process, SIGINT)
        let left = try other.wait()
        #expect(left.status == 130 && left.errors.contains("The push goes on"), "\(left)")
        // It is not begun twice, and what is said of that is said where it was asked.
        let twice = try place.run("--detach")
        #expect(twice.status == 75 && twice.errors.contains("mirrorctl:"), "\(twice)")
        let end = try attach(place, "1")
        #expect(end.status == 0 && end.output.contains("2 images: 2 pushed"), "\(end)")
        // Whoever comes later is told the same.
        let late = try attach(place)
        #expect(late.status == 0 && late.output.contains("2 images: 2 pushed"), "\(late)")
        #expect(try list(place).first?["status"] as? Int == 0)
    }

    @Test func itIsStoppedInOrderAndGoneOnWith() throws {
        let place = try place("plain", "stopped")
        #expect(try place.run("--limit-rate", "1M", "--detach").status == 0)
        try until { try (list(place).first?["percent"] as? Int ?? 0) > 0 }
        let stopped = try attach(place, "--stop")
        #expect(stopped.status == 130 && stopped.output.contains("The same command goes on"), "\(stopped)")
        let again = try place.run("--detach")
        #expect(again.status == 0 && again.output.contains("push attach 2"))
        try until { try list(place).last?["status"] as? Int == 0 }
        // Both results are kept; which one is meant has to be said.
        let both = try attach(place)
        #expect(both.output.contains("1  ") && both.output.contains("2  "), "\(both)")
    }

    @Test func itsPasswordIsNeitherAnArgumentNorInAFile() throws {
        let place = try place("basic", "secret")
        let password = try place.state.write("password", place.lab.password, mode: 0o600)
        let words = ["--cacert", place.lab.caPath, "--username", place.lab.user, "--password-file", password]
        let begun = try place.runBare(words + ["--limit-rate", "2M", "--detach"])
        #expect(begun.status == 0, "\(begun)")
        let process = try #require(Int32((try place.state.text("mirrorctl/pushes/1.lock")).filter(\.isNumber)))
        for name in ["cmdline", "environ"] {
            let bytes = FileManager.default.contents(atPath: "/proc/\(process)/\(name)") ?? Data()
            #expect(name == "environ" || bytes.count > 0)
            #expect(!String(decoding: bytes, as: UTF8.self).contains(place.lab.password), "\(name)")
        }
        #expect(try attach(place, "1").status == 0)
        for name in ["1.jsonl", "1.log"] {
            #expect(try !place.state.text("mirrorctl/pushes/\(name)").contains(place.lab.password), "\(name)")
        }
    }

    @Test func aProcessThatIsKilledIsSaidToBe() throws {
        let place = try place("plain", "killed")
        #expect(try place.run("--limit-rate", "1M", "--detach").status == 0)
        let process = try #require(Int32((try place.state.text("mirrorctl/pushes/1.lock")).filter(\.isNumber)))
        kill(process, SIGKILL)
        try until { try list(place).first?["isRunning"] as? Bool == false }
        let told = try attach(place)
        #expect(told.status == 1 && told.errors.contains("ended without a word"), "\(told)")
    }

    @Test func whatIsWrongIsSaidBeforeAnythingIsLeftRunning() throws {
        let place = try place("plain", "wrong")
        let nothing = try Tool.run(
            Tool.mirrorctl,
            ["push", "images", "--source", "/none", "--private-registry", place.target, "--allow-http", "--detach"],
            environment: place.environment
        )
        #expect(nothing.status == 66 && nothing.errors.contains("/none does not exist"), "\(nothing)")
        #expect(try attach(place).output.contains("No push runs"))
        #expect(try place.run("--detach", "--dry-run").status == 64)
        let unknown = try attach(place, "7")
        #expect(unknown.status == 66 && unknown.errors.contains("no push 7"))
    }
}
