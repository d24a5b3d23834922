import Foundation
import TestSupport
import Testing

@testable import mirrorctl

/// What goes into the Debian package beside the binary.
@Suite struct PackagingTests {
    @Test func everyCommandHasAManPage() throws {
        let folder = try TemporaryFolder()
        let tool = repositoryRoot + "/Packaging/man-pages"
        let result = try Tool.run(tool, [Tool.mirrorctl, folder("man"), "2026-11-30"])
        #expect(result.status == 0, "\(result.errors)")
        let names = Mirrorctl.configuration.subcommands.map { "mirrorctl-\($0._commandName).1" }
        for name in names + ["mirrorctl.1", "mirrorctl-push-images.1"] {
            let page = try String(contentsOfFile: folder("man") + "/" + name, encoding: .utf8)
            #expect(page.hasPrefix(".TH ") && page.contains("\n.SH NAME\n") && page.contains("\n.SH EXIT STATUS\n"))
            #expect(page.contains("mirrorctl \(ProgramVersion.number)\""), "\(name)")
        }
        let probe = try String(contentsOfFile: folder("man") + "/mirrorctl-probe.1", encoding: .utf8)
        #expect(probe.contains(#"\fB\-\-ca\-cert\fR, \fB\-\-cacert\fR \fIFILE\fR"#))
        // No text begins a line as a request of its own.
        for line in probe.split(separator: "\n") where line.hasPrefix(".") {
            #expect([".TH", ".SH", ".TP", ".PP", ".nf", ".fi"].contains { line.hasPrefix($0) }, "\(line)")
        }
    }

    @Test func theLicenceOfEachLibraryIsNamed() throws {
        let notice = try String(contentsOfFile: repositoryRoot + "/NOTICE", encoding: .utf8)
        let manifest = try String(contentsOfFile: repositoryRoot + "/Package.swift", encoding: .utf8)
        let names = manifest.matches(of: #/\.package\(url: "[^"]*\/([A-Za-z-]+)"/#).map { String($0.output.1) }
        #expect(names.count > 3)
        for name in names { #expect(notice.contains(name), "\(name)") }
    }
}
