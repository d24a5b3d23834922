import Foundation
import MirrorCore
import MirrorSystem
import TOML
import TestSupport
import Testing

/// Logins do not leave a node, however its files spell them.
@Suite struct CollectorMaskTests {
    private static let config = #"""
        # SEEDSECRET comment
        version = 2 # SEEDSECRET
        imports = ["/etc/containerd/conf.d/*.toml"]
        [plugins."io.containerd.grpc.v1.cri".registry]
          config_path = "/etc/containerd/certs.d"
        [plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]
          endpoint = ["https://u:SEEDSECRET/@10.0.0.1:5000", 'https://u:SEED@SECRET@h', "https://ok:5000"]
        [plugins."io.containerd.grpc.v1.cri".registry.configs."auth.example.com:5000".tls]
          ca_file = "/etc/ca.crt"
          insecure_skip_verify = true
        [ plugins . "io.containerd.grpc.v1.cri" . registry . configs . "h:5000" . "auth" ]
          username = 'u_SEEDSECRET'
          "password" = """
        SEEDSECRET
        more SEEDSECRET"""
          'identitytoken'='SEEDSECRET'
        [plugins.'io.containerd.grpc.v1.cri'.registry.configs]
          "x:1" = { tls = { ca_file = "/x" }, auth = { username="SEEDSECRET", Password = "SEEDSECRET\"b" }, y = "shown" }
          "y:1".auth.password = "SEEDSECRET"
        [plugins.x.registry.headers]
          X-Api-Key = ["SEEDSECRET",
            "SEEDSECRET", 'SEEDSECRET']
        [host."https://u:SEEDSECRET@a:1"]
          capabilities = ["pull", "resolve"]
          header = { X-Api-Key = "SEEDSECRET", "Accept" = [ "SEEDSECRET" ] }
          dial_timeout = "10s"
          client = [["/c", "/k"]]
        [host."https://b:1"."he\u0061der"]
          Y = "SEEDSECRET"
        [host."https://c:1"]
          "he\u0061der".Z = "SEEDSECRET"
          PASSWORD="SEEDSECRET"; garbage SEEDSECRET
          password = SEEDSECRET
          password: SEEDSECRET
          "SEEDSECRET"
          token = "SEEDSECRET
          key = """-----BEGIN RSA PRIVATE KEY-----
        SEEDSECRET
        -----END RSA PRIVATE KEY-----"""
          after = "visible"
          cert = "-----BEGIN PRIVATE KEY-----\nSEEDSECRET\n-----END PRIVATE KEY-----"
          secret = 12345678901
        """#

    private static let unit = #"""
        # SEEDSECRET
        Environment=HTTP_PROXY=http://u:SEEDSECRET/x@y@proxy:3128 NO_PROXY=10.0.0.0/8
        Environment="HTTPS_PROXY=u:SEEDSECRET@proxy:3128" "REGISTRY_TOKEN=a SEEDSECRET" X=SEEDSECRET
        Environment=A=SEEDSECRET \
          B=SEEDSECRET \
          ALL_PROXY=http://ok:1
        environment='Z=SEEDSECRET'
        ExecStart=/usr/bin/containerd --password=SEEDSECRET --token SEEDSECRET -c /etc/x.toml
        """#

    private static let login = "{\"auths\":{\"h:5000\":{\"auth\":\"SEEDSECRET\",\"identitytoken\":\n\"SEEDSECRET\"}}}\n"

    private static let chain = """
        SEEDSECRET
        -----BEGIN CERTIFICATE-----
        MIIBabc+/=
        -----END CERTIFICATE-----
        -----BEGIN EC PRIVATE KEY-----
        SEEDSECRET
        -----END EC PRIVATE KEY-----

        """

    /// The program that prints, by each awk that a node may have.
    private func printed(_ awk: [String], _ files: [String], keeps: Bool = false) throws -> String {
        let script = CollectorScript.text
        let begin = try #require(script.range(of: "\nprinter='")?.upperBound)
        let end = try #require(script[begin...].range(of: "\n'\n")?.lowerBound)
        let program = String(script[begin..<end])
        let environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin", "secrets": keeps ? "keep" : "mask"]
        return try Tool.run("/usr/bin/env", awk + [program] + files, environment: environment).output
    }

    @Test(arguments: [["mawk"], ["gawk"], ["gawk", "--posix"], ["busybox", "awk"]])
    func nothingOfALoginIsPrinted(_ awk: [String]) throws {
        let folder = try TemporaryFolder()
        let files = [
            try folder.write("config.toml", Self.config),
            try folder.write("crlf.toml", Self.config.replacing("\n", with: "\r\n")),
            try folder.write("proxy.conf", Self.unit), try folder.write("config.json", Self.login),
            try folder.write("ca.pem", Self.chain),
        ]
        let text = try printed(awk, files)
        #expect(!text.contains("SEED") && !text.contains("SECRET"), "\(awk): \(text)")
        // What a node is judged by stays.
        for kept in [
            "endpoint = [\"https://masked@10.0.0.1:5000\", 'https://masked@h', \"https://ok:5000\"]",
            "ca_file = \"/etc/ca.crt\"", "insecure_skip_verify = true", "y = \"shown\"", "client = [[\"/c\", \"/k\"]]",
            "dial_timeout = \"10s\"", "after = \"visible\"", "HTTP_PROXY=http://masked@proxy:3128 NO_PROXY=10.0.0.0/8",
            "\"HTTPS_PROXY=masked@proxy:3128\"", "ALL_PROXY=http://ok:1", "-c /etc/x.toml", "MIIBabc+/=",
            "imports = [\"/etc/containerd/conf.d/*.toml\"]",
        ] { #expect(text.contains(kept), "\(awk): \(kept)") }
        // Each line is where it was.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("file ") && $0.hasSuffix("config.toml") })
        let next = try #require(lines.firstIndex { $0.hasPrefix("file ") && $0.hasSuffix("crlf.toml") })
        #expect(next - start - 1 == Self.config.split(separator: "\n", omittingEmptySubsequences: false).count)
        #expect(try printed(awk, files, keeps: true).contains("SEEDSECRET"))
    }

    @Test func awksAgree() throws {
        let folder = try TemporaryFolder()
        let files = [try folder.write("config.toml", Self.config), try folder.write("u.conf", Self.unit)]
        let first = try printed(["mawk"], files).split(separator: "\nout space")[0]
        for awk in [["gawk"], ["busybox", "awk"]] {
            #expect(try printed(awk, files).split(separator: "\nout space")[0] == first, "\(awk)")
        }
    }

    /// What is read letter by letter has to have an end; a file with longer lines is named and not printed.
    @Test func aLongLineIsNotPrinted() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.toml", "x = 1\nendpoint = [\"\(String(repeating: "a", count: 9000))\"]\n")
        let text = try printed(["mawk"], [path])
        #expect(text.contains("large \(path)\n") && !text.contains("aaaa"))
    }

    /// What is wrong stays wrong and right stays right: the report is judged as the node is.
    @Test func maskedTOMLIsStillTOML() throws {
        let folder = try TemporaryFolder()
        let good = Self.config.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            line != "  \"SEEDSECRET\""
                && !["garbage", "password = SEED", "password:", "  token = \"SEED"].contains { line.contains($0) }
        }.joined(separator: "\n")
        _ = try TOMLDocument(good)
        let text = try printed(["mawk"], [try folder.write("good.toml", good)])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("out ") }
        let masked = lines.dropFirst().map { $0.dropFirst() }.joined(separator: "\n")
        _ = try TOMLDocument(masked)
    }
}
