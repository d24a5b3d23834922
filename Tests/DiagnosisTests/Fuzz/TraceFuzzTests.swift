import MirrorCore
import TestSupport
import Testing

@testable import Diagnosis

/// No log, paste or answer of kubectl ends the process, and what is said of it is shorter than it.
@Suite struct TraceFuzzTests {
    private static let events = """
        {"apiVersion": "v1", "kind": "List", "items": [{"involvedObject": {"name": "web"}, "reason": "Failed", "count": 4,
        "message": "Failed to pull image \\"nginx:1.25\\": rpc error: code = Unknown desc = failed to resolve reference"}]}
        {"level": "error", "msg": "PullImage \\"nginx:1.25\\" failed", "error": "unexpected status code 404 Not Found: {\\"errors\\"}"}
        {"log": "time=\\"2026-11-26T13:46:00Z\\" level=info msg=\\"PullImage \\\\\\"nginx:1.25\\\\\\"\\"\\n", "stream": "stderr"}
        """
    private static let words = [
        "time=\"", "level=error ", "msg=\"PullImage \\\"", "error=\"", "host=", "\\\"", "\\\\\"", "\\u", "\\u00",
        "\\U0010FFFF",
        "://", "https://[::1]:", "?ns=", "token?scope=", "unexpected status", "x509:", ": not found",
        "failed to authorize: ",
        "Failed to pull image \"", "\": rpc error: code = ", "{\"", "\":", "}}}", "(x4 over 2m)", "Status: 407",
        "@sha256:",
        "-----BEGIN RSA PRIVATE KEY-----", "-----END", "Authorization: Basic ", "password=", "[\"", "Bearer ", ":x@",
        "sha256:",
    ]

    @Test(arguments: [0, 1] as [UInt64]) func logs(seed: UInt64) {
        let samples = [TraceReaderTests.describe, TraceReaderTests.journal, Self.events]
        var mutation = Mutation(seed: seed, samples: samples, words: Self.words)
        mutation.search { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            let reader = TraceReader(text)
            for image in reader.images.prefix(4) + reader.lastFailures(2) + ["nginx:1.25"] {
                guard let trace = try? reader.trace(of: image, hosts: { _ in ["h:1"] }) else { continue }
                _ = (trace.findings, trace.verdict, trace.causeHost, trace.isCauseHidden)
                for index in trace.attempts.indices { _ = trace.consequence(of: index) }
            }
            _ = OtherText.kinds(of: text)
            let known = SecretForms(["nginx", "docker.io/library", "info"])
            let redacted = Redaction.text(text, known: known)
            #expect(redacted.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0A })
            _ = URLLogin.masked(text, isJSON: true)
        }
    }
}
