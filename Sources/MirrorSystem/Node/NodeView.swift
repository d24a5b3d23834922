import Containerd
import Diagnosis
import MirrorCore
import RegistryClient

/// The network as a node sees it: where connections begin, through which proxies they go, whom they trust, and what they
/// show; as far as all of that can be read.
package struct NodeView: Sendable {
    let files: any NodeFiles
    /// `nil` for this machine.
    let connector: (any HTTPConnector)?
    /// The node's CA bundle, PEM; `nil` for this machine's.
    let systemCAs: [UInt8]?
    /// Of containerd's environment.
    let proxies: ProxySettings

    package init(
        files: any NodeFiles,
        connector: (any HTTPConnector)? = nil,
        systemCAs: [UInt8]? = nil,
        proxies: ProxySettings = .none
    ) {
        self.files = files
        self.connector = connector
        self.systemCAs = systemCAs
        self.proxies = proxies
    }

    /// This machine, or a tree: the unit's files say which proxies containerd has.
    package init(withProxiesOf files: any NodeFiles) {
        let environment = NodeReport(gathering: files).environment
        self.init(files: files, proxies: ProxySettings(environment: environment))
    }

    func transport(
        _ tls: RegistryEndpoint.TLS,
        _ signers: RegistryAsker.Signers = .usual
    ) throws(HTTPFailure) -> HTTPTransport {
        try HTTPTransport(
            trust: signers == .own ? .certificates(certificates(tls).map(\.der)) : trust(tls),
            proxy: { [proxies] url in proxies.proxy(for: url, .environment).map { HTTPProxy($0) } },
            connector: connector,
            client: client(tls)
        )
    }

    /// The system's CAs and all of the endpoint's own, as containerd adds them.
    func trust(_ tls: RegistryEndpoint.TLS) -> Trust {
        if tls.skipVerify == true { return .unverified }
        let own = certificates(tls).map(\.der)
        guard let systemCAs else { return own.isEmpty ? .system : .systemAnd(own) }
        return .certificates(Certificate.all(inPEM: systemCAs).map(\.der) + own)
    }

    /// Of all CA files that the endpoint names.
    func certificates(_ tls: RegistryEndpoint.TLS) -> [Certificate] {
        Certificate.all(inPEM: (tls.caFiles ?? []).flatMap { (try? files.read($0)) ?? [] })
    }

    /// The first pair; its key may stand in the certificate's file.
    func client(_ tls: RegistryEndpoint.TLS) -> ClientCertificate? {
        guard let pair = tls.clientPairs?.first, let certificate = try? files.read(pair.certificate),
            let key = pair.key.isEmpty ? certificate : try? files.read(pair.key)
        else { return nil }
        return ClientCertificate(certificates: certificate, key: key)
    }
}
