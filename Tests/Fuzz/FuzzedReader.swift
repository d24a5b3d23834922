/// What reads bytes that others wrote, with all that is worked out of them: none of it may trap, and none may take long.
struct FuzzedReader: Sendable {
    let name: String
    let read: @Sendable ([UInt8]) -> Void

    /// The one that the command line names.
    static let chosen = all.first { $0.name == CommandLine.arguments.dropFirst().first }

    /// ADD A READER HERE, and its samples in `samples.py`.
    static let all = [
        FuzzedReader(name: "yaml", read: readYAML),
        FuzzedReader(name: "toml", read: readTOML),
        FuzzedReader(name: "log", read: readLog),
        FuzzedReader(name: "report", read: readReport),
        FuzzedReader(name: "bundle", read: readBundle),
        FuzzedReader(name: "tar", read: readPackage),
        FuzzedReader(name: "certificate", read: readCertificate),
    ]
}
