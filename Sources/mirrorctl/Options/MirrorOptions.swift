import ArgumentParser
import FoundationEssentials
import MirrorCore
import MirrorSystem

/// `MIRROR…`: one `--endpoint` begins each mirror, and the options after it belong to it; or `--mirrors FILE`.
struct MirrorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The mirror's URL. Repeat it for several mirrors; the options after it are its own.",
            valueName: "url"
        )
    )
    var endpoint: [String] = []

    @Option(help: ArgumentHelp("Path below the mirror's root, without /v2.", valueName: "ns"))
    var namespace: [String] = []

    @Option(
        help: ArgumentHelp("Registry host that is mirrored besides gcr.io. Repeat it for several.", valueName: "host")
    )
    var host: [String] = []

    @Option(help: ArgumentHelp("CA certificate on this workstation (header).", valueName: "path"))
    var caCertPath: [String] = []

    @Option(help: ArgumentHelp("Docker config.json on this workstation (header).", valueName: "path"))
    var pullCredentialConfigPath: [String] = []

    @Option(help: ArgumentHelp("Secret with the CA (spec).", valueName: "ns/name"))
    var caCertSecret: [String] = []

    @Option(help: ArgumentHelp("Secret with the login (spec).", valueName: "ns/name"))
    var pullCredentialSecret: [String] = []

    @Option(help: ArgumentHelp("A file with a registryMirrors list; - for standard input.", valueName: "file"))
    var mirrors: String?

    var isEmpty: Bool { endpoint.isEmpty && mirrors == nil }

    func validate() throws {
        if mirrors != nil, !endpoint.isEmpty {
            throw ValidationError("Give the mirrors either with --endpoint or with --mirrors, not with both.")
        }
        let others = [namespace, host, caCertPath, pullCredentialConfigPath, caCertSecret, pullCredentialSecret]
        if endpoint.isEmpty, others.contains(where: { !$0.isEmpty }) {
            throw ValidationError("--endpoint is missing: the other options of a mirror follow it.")
        }
    }

    /// The drafts as given; argument order decides what belongs to which mirror.
    func drafts() throws -> [MirrorDraft] {
        guard let mirrors else { return MirrorArguments.drafts(from: CommandLine.arguments) }
        return try MirrorListFile.read(mirrors)
    }

    /// The mirrors, or all issues on standard error and the end of the command.
    func validated(for place: MirrorPlace) throws -> [RegistryMirror] { try valid(drafts(), for: place) }
}

/// Valid mirrors, or all issues on standard error and exit 65.
func valid(_ drafts: [MirrorDraft], for place: MirrorPlace) throws -> [RegistryMirror] {
    switch MirrorCore.validate(drafts, for: place) {
    case .valid(let mirrors): return mirrors
    case .invalid(let issues):
        for issue in issues {
            let name = drafts.count > 1 ? "mirror \(issue.mirror + 1), \(issue.field.rawValue)" : issue.field.rawValue
            Console.error("\(name): \(texts(issue.problem))\n  → \(texts(issue.fix))")
        }
        throw ExitStatus.dataError.exit
    }
}
