import Foundation
import TestSupport
import Testing

/// `ready` before an upgrade, against a real registry.
@Suite(.serialized) struct ReadyCommandTests {
    private static let lab = Result { try PushLab() }
    private static let layouts = Result { try PushPlace.layouts(3, mebibytes: 1) }

    private struct Verdict {
        let status: Int32
        let isGood: Bool
        let closing: String
        let lines: [[String: Any]]

        /// `state topic`, with a mark where it is notable.
        func line(_ topic: String, _ text: String = "") -> [String: Any]? {
            lines.first { $0["topic"] as? String == topic && (text.isEmpty || "\($0)".contains(text)) }
        }
    }

    private func ready(_ arguments: [String], in folder: TemporaryFolder) throws -> Verdict {
        let result = try Tool.run(Tool.mirrorctl, ["ready", "--output", "json"] + arguments)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let json = try #require(object, "\(result.output)\(result.errors)")
        return Verdict(
            status: result.status,
            isGood: json["isGood"] as? Bool == true,
            closing: json["closing"] as? String ?? "",
            lines: json["lines"] as? [[String: Any]] ?? []
        )
    }

    /// An admin cluster whose mirror is a place of its own in the lab's registry.
    private func config(_ folder: TemporaryFolder, _ place: PushPlace, version: String = "1.33.900-gke.70") throws
        -> String
    {
        let text = ClusterSamples.admin(["10.0.0.1"])
            .replacing("1.33.200-gke.70", with: version)
            .replacing(
                "- endpoint: https://172.18.0.20:5000/v2/mirror\n",
                with: "- endpoint: https://\(place.lab.address(place.registry))/v2/\(place.namespace)\n"
                    + "  caCertPath: \(place.lab.caPath)\n"
            )
        return try folder.write("admin1.yaml", text)
    }

    private func linked(_ folder: TemporaryFolder, _ version: String) throws -> String {
        let name = folder("bmpackages_\(version)")
        if !FileManager.default.fileExists(atPath: name) {
            try FileManager.default.createSymbolicLink(
                atPath: name,
                withDestinationPath: try Self.layouts.get()("package")
            )
        }
        return name
    }

    /// A namespace of its own that holds the package.
    private func filled(_ namespace: String) throws -> PushPlace {
        let place = try PushPlace(Self.lab.get(), "tls", namespace, package: Self.layouts.get()("package"))
        #expect(try place.run("--need-credential=false").status == 0)
        return place
    }

    /// Everything is there; one tag goes, and the verdict with it, which names the image; pushed again, all is well.
    @Test func oneTagLessFlipsTheVerdict() throws {
        let lab = try Self.lab.get()
        let folder = try TemporaryFolder()
        let package = try linked(folder, "1.34.900-gke.1")
        let place = try PushPlace(lab, "tls", "ready", package: package)
        let arguments = [
            "--to", "1.34.900-gke.1", "--cluster-config", try config(folder, place), "--package", package,
        ]
        let before = try ready(arguments, in: folder)
        #expect(before.status == 1 && before.line("images")?["state"] as? String == "wrong")
        #expect(try place.run("--need-credential=false").status == 0)
        let good = try ready(arguments, in: folder)
        #expect(good.status == 0 && good.isGood, "\(good.lines)")
        #expect(good.line("images")?["state"] as? String == "checked")
        #expect(good.line("mirror")?["state"] as? String == "checked")
        #expect(good.line("expiry", "certificate of")?["state"] as? String == "checked")
        // What nobody looked at is not called ready.
        #expect(good.closing.hasPrefix("Nothing wrong in what was checked; "))
        #expect(good.closing.contains("running cluster") && good.closing.contains("room on nodes"))

        try lab.untag("ready/lab/app1", "1")
        let bad = try ready(arguments, in: folder)
        #expect(bad.status == 1 && !bad.isGood)
        #expect(bad.lines.filter { $0["state"] as? String == "wrong" }.count == 1)
        let line = try #require(bad.line("images"))
        #expect((line["details"] as? [String])?.first?.hasPrefix("gcr.io/lab/app1:1: ") == true, "\(line)")
        #expect((line["next"] as? String)?.contains("--private-registry \(place.target)") == true)

        #expect(try place.run("--need-credential=false").status == 0)
        #expect(try ready(arguments, in: folder).status == 0)
    }

    /// A certificate that ends within the time; the same one is good for a shorter time.
    @Test func whatEndsWithinTheTimeIsWrong() throws {
        let folder = try TemporaryFolder()
        let place = try filled("ends")
        let arguments = ["--to", "1.34.900-gke.1", "--cluster-config", try config(folder, place)]
        #expect(try ready(arguments + ["--within", "30d"], in: folder).status == 0)
        let late = try ready(arguments + ["--within", "150w"], in: folder)
        #expect(late.status == 1 && late.line("expiry", "certificate of")?["state"] as? String == "wrong")
        #expect(late.line("expiry", "CA of")?["state"] as? String == "checked")
    }

    /// A mirror that is not there is one wrong line; its images are not called missing.
    @Test func aMirrorOutOfReachIsNamedOnce() throws {
        let folder = try TemporaryFolder()
        let text = ClusterSamples.admin(["10.0.0.1"])
            .replacing("https://172.18.0.20:5000/v2/mirror", with: "https://127.0.0.1:1")
        let file = try folder.write("a.yaml", text)
        let package = try linked(folder, "1.34.900-gke.1")
        let verdict = try ready(["--to", "1.34.900-gke.1", "--cluster-config", file, "--package", package], in: folder)
        #expect(verdict.status == 1)
        #expect(verdict.lines.filter { $0["state"] as? String == "wrong" }.map { $0["topic"] as? String } == ["mirror"])
        #expect(verdict.line("images")?["state"] as? String == "notChecked")
    }

    @Test func theRunningClusterAndReportsAreRead() throws {
        let folder = try TemporaryFolder()
        let place = try filled("live")
        let file = try config(folder, place)
        let endpoint = "https://\(place.lab.address("tls"))/v2/live"
        let live = LiveDiffTests.running.replacing("https://10.9.0.1:5000", with: endpoint)
            .replacing("      - quay.io\n", with: "").replacing("1.33.200-gke.70", with: "1.32.0-gke.1")
        let saved = try folder.write("live.yaml", live + "---\n" + LiveDiffTests.pools)
        let arguments = ["--to", "1.34.900-gke.1", "--cluster-config", file, "--live", saved]
        let verdict = try ready(arguments, in: folder)
        #expect(verdict.line("running")?["state"] as? String == "checked", "\(verdict.lines)")
        #expect(verdict.line("step", "1.32.0-gke.1")?["isNotable"] as? Bool == true)
        #expect(verdict.line("step", "node pool new")?["state"] as? String == "checked")
        let piped = try Tool.run(
            "/bin/sh",
            ["-c", "'\(Tool.mirrorctl)' ready --to 1.34.900-gke.1 --cluster-config '\(file)' --live - <'\(saved)'"]
        )
        #expect(piped.status == 0 && piped.output.contains("1.32.0-gke.1 → 1.34.900-gke.1 goes over 1.33"))

        let script = try folder.write("collect.sh", try Tool.run(Tool.mirrorctl, ["node", "--report-script"]).output)
        let report = try Tool.run("/bin/sh", [script])
        try FileManager.default.createDirectory(atPath: folder("reports"), withIntermediateDirectories: true)
        _ = try folder.write("reports/10.0.0.1.txt", report.output)
        let seen = try ready(arguments + ["--reports", folder("reports")], in: folder)
        #expect(seen.line("space", "GiB")?["state"] as? String != "notChecked", "\(seen.lines)")
    }

    @Test func theTextSaysTheSameAndUsageIsRefused() throws {
        let folder = try TemporaryFolder()
        let place = try filled("text")
        let file = try config(folder, place, version: "1.31.0-gke.1")
        let result = try Tool.run(Tool.mirrorctl, ["ready", "--to", "1.34.900-gke.1", "--cluster-config", file])
        #expect(result.status == 1)
        #expect(result.output.contains("✗ step from 1.31.0-gke.1: control plane: 1.31.0-gke.1 → 1.34.900-gke.1 are 3"))
        #expect(
            result.output.contains("\n? room on nodes: ")
                && result.output.contains("\nNot ready for 1.34.900-gke.1: 1 wrong; ")
        )
        for wrong in [
            ["--to", "new"], ["--to", "1.34", "--within", "1h"], ["--to", "1.34", "--live", "a", "--kubeconfig", "b"],
        ] {
            #expect(try Tool.run(Tool.mirrorctl, ["ready", "--cluster-config", file] + wrong).status == 64)
        }
        let none = try Tool.run(Tool.mirrorctl, ["ready", "--to", "1.34", "--cluster-config", folder("none.yaml")])
        #expect(none.status == 66)
        let damaged = try folder.write("bad.tar.xz", "no package")
        let bad = try Tool.run(
            Tool.mirrorctl,
            ["ready", "--to", "1.34", "--cluster-config", file, "--package", damaged]
        )
        #expect(bad.status == 65, "\(bad.errors)")
    }
}
