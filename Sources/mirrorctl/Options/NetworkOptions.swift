import ArgumentParser
import MirrorCore

/// How long the network may take, and which way the probe goes.
struct NetworkOptions: ParsableArguments {
    @Option(help: help("probe.connectDeadline", "s"))
    var connectDeadline: Int = 5

    @Option(help: help("probe.phaseDeadline", "s"))
    var phaseDeadline: Int = 10

    @Option(help: help("probe.proxy", "url|none|env"))
    var proxy: String = "env"

    func validate() throws {
        guard (1...3600).contains(connectDeadline), (1...3600).contains(phaseDeadline) else {
            throw ValidationError(texts("command.probe.invalid"))
        }
        guard proxy != "env", proxy != "none" else { return }
        guard proxy.contains("://"), let address = ProxyAddress(proxy) else {
            throw ValidationError(texts("proxy.badOption"))
        }
        if address.password != nil { throw ValidationError(texts("proxy.secretOption")) }
    }

    var choice: ProxyChoice {
        switch proxy {
        case "env": .environment
        case "none": .direct
        default: ProxyAddress(proxy).map { .through($0) } ?? .direct
        }
    }
}
