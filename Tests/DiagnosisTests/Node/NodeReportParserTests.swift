import Containerd
import Diagnosis
import Foundation
import TestSupport
import Testing

@Suite struct NodeReportParserTests {
    static func sent(_ lines: [String], hex: Bool = false) -> [UInt8] {
        let inside = Data((lines.joined(separator: "\n") + "\n").utf8)
        let text =
            hex
            ? inside.map { String(format: "%02x", $0) }.joined()
            : inside.base64EncodedString(options: .lineLength76Characters)
        let kind = hex ? "hex" : "base64"
        return Array("MIRRORCTL-NODE-REPORT-BEGIN 1 \(kind)\n\(text)\nMIRRORCTL-NODE-REPORT-END\n".utf8)
    }

    private let lines = [
        "fact node n1", "fact clock 1700000000", "fact stale /etc/containerd/config.toml", "dir /etc/containerd",
        "name config.toml", "absent /etc/containerd/certs.d", "file /etc/containerd/config.toml", " version = 2", " ",
        " # end", "out version", " containerd containerd.io 1.7.34 abc", "end",
    ]

    @Test(arguments: [false, true]) func readsWhatTheCollectorWrites(hex: Bool) throws {
        let report = try NodeReportParser.parse(Self.sent(lines, hex: hex))
        #expect(report.name == "n1" && report.clock == 1_700_000_000)
        #expect(report.containerdVersion == ContainerdVersion(1, 7, 34))
        #expect(report.changedSinceStart == ["/etc/containerd/config.toml"])
        #expect(try report.files.read("/etc/containerd/config.toml") == Array("version = 2\n\n# end\n".utf8))
        #expect(report.noise == "")
    }

    @Test func whatALoginShellPrintsIsNoPartOfIt() throws {
        let report = try NodeReportParser.parse(Array("Welcome!\r\n\u{1B}[31m\n".utf8) + Self.sent(lines))
        #expect(report.name == "n1")
        #expect(report.noise.contains("Welcome!"))
    }

    /// As `kubectl logs --prefix` of several Pods, and with a terminal's line ends.
    /// A limit of the whole report, however many folders they are in.
    @Test func namesAreCountedInAllFolders() throws {
        func report(_ folders: Int) -> [UInt8] {
            let names = (0..<2_000).map { "name h\($0)" }
            return Self.sent((0..<folders).flatMap { ["dir /etc/\($0)"] + names } + ["end"])
        }
        #expect(try NodeReportParser.parse(report(5)).files.names(in: "/etc/4").count == 2_000)
        #expect(throws: NodeReportParser.Failure.beyond(.names, line: 10_007)) { try NodeReportParser.parse(report(6)) }
    }

    @Test func severalReportsStandInOneLog() throws {
        let prefixed = String(decoding: Self.sent(lines), as: UTF8.self).split(separator: "\n")
            .map { "[pod/a/c] \($0)\r\n" }.joined()
        let other = ["fact node n2", "end"]
        let reports = NodeReportParser.reports(in: Array(prefixed.utf8) + Self.sent(other))
        #expect(try reports.map { try $0.get().name } == ["n1", "n2"])
    }

    @Test func everyDamageHasItsName() {
        func failure(_ bytes: [UInt8]) -> NodeReportParser.Failure? {
            do throws(NodeReportParser.Failure) { _ = try NodeReportParser.parse(bytes) } catch { return error }
            return nil
        }
        #expect(failure(Array("This account is closed.\n".utf8)) == .noReport(seen: "This account is closed.\n"))
        #expect(failure(Array(Self.sent(lines).dropLast(30))) == .truncated)
        #expect(failure(Self.sent(Array(lines.dropLast()))) == .truncated)
        #expect(failure(Self.sent(["fact node n1", "format c:", "end"])) == .malformed(line: 2))
        #expect(failure(Self.sent([" content of nothing", "end"])) == .malformed(line: 1))
        #expect(
            failure(Array("MIRRORCTL-NODE-REPORT-BEGIN 1 base64\n!!!\nMIRRORCTL-NODE-REPORT-END\n".utf8))
                == .malformed(line: 0)
        )
        #expect(
            failure(Array("MIRRORCTL-NODE-REPORT-BEGIN 2 base64\nMIRRORCTL-NODE-REPORT-END\n".utf8))
                == .unknownVersion("2")
        )
        #expect(failure([UInt8](repeating: 0x41, count: NodeReportParser.limit + 1)) == .tooLarge)
        #expect(failure(Self.sent((0...5000).map { "absent /\($0)" } + ["end"])) == .beyond(.records, line: 5001))
        let (deep, long) = ("/" + String(repeating: "a/", count: 100), "/" + String(repeating: "a", count: 4095))
        #expect(failure(Self.sent(["fact node n", "absent \(deep)", "end"])) == .beyond(.parts, line: 2))
        #expect(failure(Self.sent(["absent \(long)", "end"])) == .beyond(.length, line: 1))
        #expect(failure(Self.sent(["absent \(deep.dropLast(2))", "absent \(long.dropLast())", "end"])) == nil)
    }

    /// No prefix of a report and no changed byte brings it down.
    @Test func survivesEveryCutAndManyChanges() {
        let whole = Self.sent(lines)
        for end in 0..<whole.count { _ = NodeReportParser.reports(in: Array(whole[..<end])) }
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = NodeReportParser.reports(in: bytes)
        }
    }
}

@Suite struct NodeReportFilesTests {
    private let files: NodeReportFiles = {
        var files = NodeReportFiles()
        files.add("/etc/containerd", .directory(["config.toml", "certs.d"]))
        files.add("/etc/containerd/config.toml", .file(Array("a".utf8)))
        files.add("/etc/docker/certs.d", .absent)
        files.add("/root/secret", .denied)
        files.add("/srv/ca.pem", .large)
        files.add("/srv/loop", .failed(.other("too many levels of symbolic links")))
        files.add("/srv/pipe", .failed(.notRegular))
        return files
    }()

    private func error(_ path: String) -> NodeFileError? {
        do throws(NodeFileError) { _ = try files.read(path) } catch { return error }
        return nil
    }

    /// The folders above a path that no machine can have would take the square of its length.
    @Test func aPathThatCannotBeIsNotKept() {
        let long = "/" + String(repeating: "a/", count: 100_000) + "hosts.toml"
        var files = NodeReportFiles()
        files.add(long, .failed(.nameTooLong))
        files.add("/etc/x", .absent)
        #expect(files.all.map(\.path) == ["/etc/x"])
        #expect(throws: NodeFileError.nameTooLong) { try files.read(long) }
        let config = "version = 2\n[plugins.'io.containerd.grpc.v1.cri'.registry]\nconfig_path = '\(long)'\n"
        let gathered = NodeReport(gathering: NodeTree(["/etc/containerd/config.toml": config])).files
        #expect(gathered.all.allSatisfy { $0.path.utf8.count < 4096 })
    }

    @Test func knowsWhatIsMissingAndWhatWasNotLookedAt() {
        #expect(error("/etc/containerd/config.toml") == nil)
        #expect(error("/etc/containerd/other.toml") == .notFound)
        #expect(error("/etc/docker/certs.d/gcr.io/hosts.toml") == .notFound)
        #expect(error("/etc/containerd/config.toml/x") == .notADirectory)
        #expect(error("/root/secret/x") == .permissionDenied)
        #expect(error("/srv/ca.pem") == .tooLarge)
        #expect(error("/srv/loop/x") == .other("too many levels of symbolic links"))
        #expect(error("/srv/pipe") == .notRegular && error("/srv/pipe/x") == .notADirectory)
        #expect(error("/etc") == .isDirectory)
        // In a folder whose names are known, but not its content; and somewhere else altogether.
        for path in ["/etc/containerd/certs.d", "/etc/containerd/certs.d/gcr.io/hosts.toml", "/opt/ca.crt"] {
            #expect(error(path) == .other("not in the report"), "\(path)")
        }
        #expect(throws: NodeFileError.other("not in the report")) { try files.names(in: "/srv") }
        #expect(throws: NodeFileError.notFound) { try files.names(in: "/etc/docker/certs.d") }
    }

    /// What could not be read keeps its words on the way into a bundle and back.
    @Test func failuresKeepTheirWords() throws {
        var report = NodeReport()
        let errors: [NodeFileError] = [
            .notADirectory, .nameTooLong, .notRegular, .other("input/output error"),
            .other("too many levels of symbolic links"),
        ]
        for (index, error) in errors.enumerated() { report.files.add("/a b/\(index)", .failed(error)) }
        #expect(NodeFileError(word: NodeFileError.other("input/output error").word) == .other("input/output error"))
        let records = String(decoding: report.records, as: UTF8.self)
        #expect(records.contains("failed not-a-regular-file /a b/2\n"))
        #expect(report.files.failed.map(\.path) == ["/a b/2", "/a b/3", "/a b/4"] && report.files.denied.isEmpty)
        for error in errors { #expect(NodeFileError(word: error.word) == error) }
    }
}
