import RegistryClient
import TestSupport
import Testing

/// No login file ends the process.
@Suite struct DockerConfigFuzzTests {
    @Test func loginFiles() {
        let sample = """
            {"auths": {"h:5000": {"auth": "dTpw"}, "https://h/v1/": {"username": "u", "password": "p"}, "x": {"identitytoken": "t"}},
             "credHelpers": {"gcr.io": "gcloud"}, "credsStore": "pass"}
            """
        var mutation = Mutation(
            seed: 1,
            samples: [sample],
            words: ["null", "{\"auth\":", "\"auth\"", "OnA=", "dTo=", "==", "\\u0000"]
        )
        mutation.search { bytes in
            guard let config = try? DockerConfig(parsing: bytes) else { return }
            for host in ["h:5000", "h", "gcr.io", "", ":", "[::1]:5000"] { _ = config.lookup(host) }
            _ = config.keys
        }
    }

    @Test(arguments: ["[", "{\"auths\":", "{\"auths\": {\"a\": "]) func nestedWithoutEnd(opening: String) {
        let bytes = Array(String(repeating: opening, count: 100_000).utf8)
        #expect(throws: DockerConfig.ParseError.self) { try DockerConfig(parsing: bytes) }
    }
}
