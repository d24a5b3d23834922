import ArgumentParser
import FoundationEssentials
import MirrorCore
import MirrorSystem
import Operations

/// `MIRROR…`: one `--endpoint` begins each mirror, and the options after it belong to it; or `--mirrors FILE`.
struct MirrorOptions: ParsableArguments {
    @Option(help: help("mirror.endpoint", "url"))
    var endpoint: [String] = []

    @Option(help: help("mirror.namespace", "ns"))
    var namespace: [String] = []

    @Option(help: help("mirror.host", "host"))
    var host: [String] = []

    @Option(help: help("mirror.caCertPath", "path"))
    var caCertPath: [String] = []

    @Option(help: help("mirror.pullCredentialConfigPath", "path"))
    var pullCredentialConfigPath: [String] = []

    @Option(help: help("mirror.caCertSecret", "ns/name"))
    var caCertSecret: [String] = []

    @Option(help: help("mirror.pullCredentialSecret", "ns/name"))
    var pullCredentialSecret: [String] = []

    @Option(help: help("mirror.mirrors", "file"))
    var mirrors: String?

    var isEmpty: Bool { endpoint.isEmpty && mirrors == nil }

    func validate() throws {
        if mirrors != nil, !endpoint.isEmpty {
            throw ValidationError(texts("command.mirror.invalid"))
        }
        let others = [namespace, host, caCertPath, pullCredentialConfigPath, caCertSecret, pullCredentialSecret]
        if endpoint.isEmpty, others.contains(where: { !$0.isEmpty }) {
            throw ValidationError(texts("command.mirror.invalid2"))
        }
    }

    /// The drafts as given; argument order decides what belongs to which mirror. Of what has no place at `place` all
    /// issues on standard error and the end of the command.
    /// - Parameter place: `nil` for what nodes hold, where both ways to name a CA mean the same: the one that was taken.
    func drafts(for place: MirrorPlace?) throws -> (drafts: [MirrorDraft], place: MirrorPlace) {
        let drafts =
            try mirrors.map { try MirrorListFile.read($0, preferring: place) }
            ?? MirrorArguments.drafts(from: CommandLine.arguments)
        let usual = MirrorPlace.allCases.first { unplaced(drafts, at: $0).isEmpty } ?? .header
        let issues = unplaced(drafts, at: place ?? usual)
        guard issues.isEmpty else { throw Refusal(issues, of: drafts.count).said }
        return (drafts, place ?? usual)
    }

    /// The mirrors, or all issues on standard error and the end of the command.
    func validated(for place: MirrorPlace?) throws -> [RegistryMirror] {
        let (drafts, place) = try drafts(for: place)
        return try valid(drafts, for: place)
    }
}

/// Valid mirrors, or all issues on standard error and exit 65.
func valid(_ drafts: [MirrorDraft], for place: MirrorPlace) throws -> [RegistryMirror] {
    try Console.saying { () throws(Refusal) in try Refusal.valid(drafts, for: place) }
}
