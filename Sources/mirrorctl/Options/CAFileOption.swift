import ArgumentParser

/// The CA of a registry that this machine talks to itself: `--ca-cert`, or as the vendor's pages spell it, `--cacert`.
/// What a cluster config file is to name is another thing (`--ca-cert-path`).
struct CAFileOption<Use: CAFileUse>: ParsableArguments {
    @Option(name: Use.names, help: help(Use.help, "file"))
    var caCert: String?
}

/// Which command takes it.
protocol CAFileUse {
    /// The key of its text.
    static var help: String { get }
    static var names: NameSpecification { get }
}

extension CAFileUse {
    static var names: NameSpecification { [.customLong("ca-cert"), .customLong("cacert")] }
}

enum CAOfProbe: CAFileUse { static let help = "probe.caCert" }
enum CAOfAudit: CAFileUse { static let help = "audit.caCert" }
enum CAOfCanary: CAFileUse { static let help = "canary.caCert" }
enum CAOfReady: CAFileUse { static let help = "ready.caCert" }

enum CAOfPush: CAFileUse {
    static let help = "pushImages.cacert"
    /// The vendor's spelling first: the command has the vendor's options.
    static var names: NameSpecification { [.customLong("cacert"), .customLong("ca-cert")] }
}
