import Containerd
import Testing

@testable import Diagnosis

@Suite struct ContainerdUnitTests {
    private static let unit = "/usr/lib/systemd/system/containerd.service"
    private static let dropIn = "/etc/systemd/system/containerd.service.d/10-a.conf"

    private func unit(_ start: String, _ more: [String: String] = [:]) -> ContainerdUnit {
        let files = [Self.unit: "[Unit]\nExecStart=/no --config /no\n[Service]\nExecStart=\(start)\n"]
        return ContainerdUnit(in: NodeTree(files.merging(more) { $1 }))
    }

    @Test func followsConfigInEverySpelling() {
        let cases: [(String, String?)] = [
            ("/usr/bin/containerd", nil),
            ("/usr/bin/containerd --config /opt/c.toml", "/opt/c.toml"),
            ("/usr/bin/containerd --config=/opt/c.toml", "/opt/c.toml"),
            ("/usr/bin/containerd -c /opt/c.toml", "/opt/c.toml"),
            ("/usr/bin/containerd -config /opt/c.toml -l debug", "/opt/c.toml"),
            ("-/usr/bin/containerd -c=/opt/c.toml", "/opt/c.toml"),
            ("/usr/bin/containerd --config \"/opt/c d.toml\"", "/opt/c d.toml"),
            ("/usr/bin/containerd \\\n  --log-level debug \\\n# why\n  --config /opt/c.toml", "/opt/c.toml"),
            ("/usr/bin/taskset -c 0-3 /usr/bin/containerd", nil),
            ("/usr/bin/taskset -c 0-3 /usr/bin/containerd -c /opt/c.toml", "/opt/c.toml"),
            ("/bin/sh -c 'exec containerd --config /opt/c.toml'", "/opt/c.toml"),
            ("/usr/bin/containerd --config /a -c /b", "/b"),
            ("/usr/bin/containerd --config c.toml", "/c.toml"),
            ("/usr/bin/containerd --config /opt/../../x/c.toml", "/x/c.toml"),
            ("/usr/bin/containerd --config\nWorkingDirectory=/w", nil),
            ("/usr/bin/containerd -c c.toml\nWorkingDirectory=/w", "/w/c.toml"),
            ("/usr/bin/containerd $ARGS\nEnvironment=\"ARGS=-l debug -c /opt/c.toml\"", "/opt/c.toml"),
            ("/usr/bin/containerd --config ${FILE}\nEnvironmentFile=-/etc/e", "/opt/e.toml"),
        ]
        for (start, path) in cases {
            let unit = unit(start, ["/etc/e": "FILE=/opt/e.toml\n"])
            #expect(unit.namedConfig == path, "\(start)")
            #expect(unit.configPath == path ?? ContainerdConfig.defaultPath)
        }
    }

    @Test func wordsAreTakenApartAsSystemdDoes() {
        let words = SystemdUnit.words(#" a  "b c"d '' \s\t"" "e'f" 'g\"h "#[...])
        #expect(words == ["a", "b cd", "", " \t", "e'f", #"g"h "#])
        let long = String(repeating: "x", count: 200_000)
        #expect(SystemdUnit.words("a \(long)"[...]) == ["a", long])
    }

    /// A line of a unit may name a large variable as often as it likes.
    @Test(arguments: ["${A}", "$A "]) func variablesAreFilledInUpToALimit(name: String) {
        let value = String(repeating: "x", count: 100_000)
        let names = String(repeating: name, count: 10_000)
        let start = "/usr/bin/containerd --config /opt/c.toml \(names) --config /no\nEnvironment=A=\(value)"
        #expect(unit(start).namedConfig == "/opt/c.toml")
    }

    @Test func eachEnvironmentFileCountsWhereItIsNamedLast() {
        let names = ["/etc/a", "/etc/b", "-/etc/none", "/etc/a"] + Array(repeating: "/etc/c", count: 5000)
        let lines = names.map { "EnvironmentFile=\($0)" }.joined(separator: "\n")
        let files = ["/etc/a": "NO_PROXY=a\n", "/etc/b": "NO_PROXY=b\nHTTP_PROXY=b\n", "/etc/c": "HTTPS_PROXY=c\n"]
        let unit = unit("/usr/bin/containerd\n\(lines)\nEnvironmentFile=/etc/missing", files)
        #expect(unit.environment == ["NO_PROXY": "a", "HTTP_PROXY": "b", "HTTPS_PROXY": "c"])
        #expect(unit.environmentFiles.filter { $0 == "/etc/c" }.count == 1)
        #expect(unit.missingEnvironmentFiles == ["/etc/missing"])
    }

    @Test func dropInsComeAfterTheUnitAndTheFirstFolderHasIt() {
        let start = "/usr/bin/containerd --config "
        let unit = unit(
            start + "/a",
            [
                Self.dropIn: "[Service]\nExecStart=\nExecStart=\(start)/b\n",
                "/usr/lib/systemd/system/containerd.service.d/10-a.conf": "[Service]\nExecStart=\nExecStart=\(start)/c",
                "/run/systemd/system/service.d/20-b.conf": "[Service]\nEnvironment=NO_PROXY=x\n",
            ]
        )
        #expect(unit.namedConfig == "/b" && unit.configSource == SourcePosition(file: Self.dropIn, line: 3))
        #expect(unit.environment == ["NO_PROXY": "x"])
        #expect(unit.files == [Self.unit, Self.dropIn, "/run/systemd/system/service.d/20-b.conf"])
        let own = ["/etc/systemd/system/containerd.service": "[Service]\nExecStart=\(start)/d\n"]
        #expect(self.unit(start + "/a", own).namedConfig == "/d")
        let lib = ["/lib/systemd/system/containerd.service": "[Service]\nExecStart=\(start)/e\n"]
        #expect(ContainerdUnit(in: NodeTree(lib)).namedConfig == "/e")
    }

    /// Manager, then `Environment=`, then files; of each the last, and an empty line takes back what was.
    @Test func variablesComeFromWhereverSystemdTakesThem() {
        let files = [
            "/etc/systemd/system.conf": "[Manager]\nDefaultEnvironment=HTTP_PROXY=http://d NO_PROXY=d\n",
            "/etc/systemd/system.conf.d/a.conf": "[Manager]\nDefaultEnvironment=\"no_proxy=e f\" LANG=C\n",
            Self.dropIn: """
            [Service]
            Environment=HTTPS_PROXY=http://lost
            Environment=
            Environment="HTTPS_PROXY=http://u:p%%40q@p:1" 'NO_PROXY=a,b' SECRET=x
            EnvironmentFile=-/etc/missing
            EnvironmentFile=/etc/e1
            EnvironmentFile=/etc/e2
            UnsetEnvironment=http_proxy
            """,
            "/etc/e1": "# c\n; c\nNO_PROXY=e1\nHTTPS_PROXY=\"http://e1:\\\"1\"\nhttp_proxy=x\nTOKEN=secret\n",
            "/etc/e2": "NO_PROXY='e2,\\x' # no comment\n SSL_CERT_FILE = /ca one\\\n two  \n",
        ]
        let unit = unit("/usr/bin/containerd", files)
        #expect(
            unit.environment == [
                "HTTP_PROXY": "http://d", "no_proxy": "e f", "HTTPS_PROXY": "http://e1:\"1",
                "NO_PROXY": "e2,\\x # no comment", "SSL_CERT_FILE": "/ca one two",
            ]
        )
        #expect(unit.missingEnvironmentFiles == [])
        let required = [Self.dropIn: "[Service]\nEnvironmentFile=/etc/missing\n"]
        #expect(self.unit("/usr/bin/containerd", required).missingEnvironmentFiles == ["/etc/missing"])
    }

    /// A tree's report finds the same, and keeps nothing of the files but what counts.
    @Test func aReportOfATreeSaysTheSame() throws {
        let config = "version = 2\n"
        let tree = NodeTree([
            Self.unit: "[Service]\nExecStart=/usr/bin/containerd -c /opt/c.toml\nEnvironmentFile=/etc/env.d/*.env\n",
            "/etc/env.d/1.env": "TOKEN=secret\nHTTPS_PROXY=http://p:3128\n", "/opt/c.toml": config,
        ])
        let report = NodeReport(gathering: tree)
        #expect(report.configPath == "/opt/c.toml" && report.isConfigNamed)
        #expect(report.environment == ["HTTPS_PROXY": "http://p:3128"] && report.unit.environment == report.environment)
        #expect(try report.files.read("/opt/c.toml") == Array(config.utf8))
        #expect(!String(decoding: try report.files.read("/etc/env.d/1.env"), as: UTF8.self).contains("secret"))
        let again = try NodeReportParser.parse(records: report.records)
        #expect(again.environment == report.environment && again.isConfigNamed)
        // A containerd that runs is asked itself, also where it has no variable.
        var running = report
        running.outputs["environment"] = ""
        #expect(running.environment == [:])
    }
}
