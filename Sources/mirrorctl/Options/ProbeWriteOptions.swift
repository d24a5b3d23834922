import ArgumentParser
import Diagnosis
import MirrorCore
import MirrorSystem
import Operations
import Secrets
import Texts

/// What `probe` writes, and only when it is asked to.
struct ProbeWriteOptions: ParsableArguments {
    @Option(help: help("probe.writeCaBundle", "file"))
    var writeCaBundle: String?

    @Option(help: help("probe.writeDockerConfig", "file"))
    var writeDockerConfig: String?

    @OptionGroup var password: PasswordOptions

    @Flag(help: help("probe.yes"))
    var yes = false

    func validate() throws {
        if password.username != nil, writeDockerConfig == nil {
            throw ValidationError(texts("newLogin.userWithoutFile"))
        }
    }

    /// Writes the minimal Docker config; its path, or `nil` when none was asked for.
    func writeLogin(for endpoint: MirrorEndpoint, from source: String?) throws -> String? {
        guard let path = writeDockerConfig else { return nil }
        let host = endpoint.hostAndPort
        let (user, text): (String, Secret)
        if let username = password.username, let secret = try password.password(for: host) {
            (user, text) = (username, DockerConfigJSON.text(host: host, user: username, password: secret))
        } else if let source {
            do {
                let login = try LoginExtraction(path: source, endpoint: endpoint)
                text = DockerConfigJSON.text(host: host, user: login.username, password: login.password)
                user = login.username
                Console.error(texts("newLogin.extracted", ["from": printable(source), "source": login.key]))
            } catch {
                let reason = texts(error.phrase)
                throw Console.fail(Phrase("newLogin.notWritten", ["reason": reason]), .dataError)
            }
        } else {
            throw Console.fail(Phrase("newLogin.noSource"), .usage)
        }
        try text.reveal { try ConsentedFile.write(path, Array($0.utf8), mode: 0o600, consents: yes) }
        let said = ["path": printable(path), "key": host, "username": printable(user)]
        Console.error(texts("newLogin.written", said))
        return path
    }

    /// Shows the fingerprints and then writes; `nil` when nothing was asked for, or nothing could be written.
    func writeBundle(_ report: ProbeReport) throws -> CABundle? {
        guard let path = writeCaBundle else { return nil }
        let bundle: CABundle
        do throws(CABundle.Refusal) {
            bundle = try CABundle(report)
            try bundle.prove(at: report.plan.endpoint, through: report.proxy)
        } catch {
            Console.error(texts("bundle.notWritten", ["reason": texts(error.problem)]))
            return nil
        }
        Console.error(texts("bundle.candidates"))
        for certificate in bundle.certificates {
            Console.error(certificate.evidence.map { "  " + printable($0) }.joined(separator: "\n"))
        }
        Console.error("  (" + texts("bundle.\(bundle.anchor.rawValue)") + ")")
        try ConsentedFile.write(path, Array(bundle.pem.utf8), mode: 0o644, consents: yes)
        let said = ["path": printable(path)]
        Console.error(texts("bundle.written", said))
        Console.error(texts("bundle.compare", said))
        return bundle
    }
}
