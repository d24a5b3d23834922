import Diagnosis
import MirrorCore

/// A log, events, what an operator pasted.
func readLog(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let reader = TraceReader(text)
    for image in reader.images.prefix(4) + reader.lastFailures(2) + ["nginx:1.25"] {
        guard let trace = try? reader.trace(of: image, hosts: { _ in ["h:1"] }) else { continue }
        _ = (trace.findings, trace.verdict, trace.causeHost, trace.isCauseHidden)
        for index in trace.attempts.indices { _ = trace.consequence(of: index) }
    }
    _ = OtherText.kinds(of: text)
    let redacted = Redaction.text(text, known: SecretForms(["nginx", "docker.io/library", "info"]))
    precondition(redacted.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0A })
    _ = PastedMirrors(text)
}
