import Diagnosis
import Glibc
import MirrorCore
import RegistryClient
import Secrets

extension ProxyFailure {
    init(_ failure: HTTPProxyFailure) {
        self =
            switch failure {
            case .nameNotResolved: .nameNotResolved
            case .refused: .refused
            case .unreachable: .unreachable
            case .timedOut: .timedOut
            case .silent: .silent
            case .noProxy: .noProxy
            case .overTLS: .overTLS
            case .wantsLogin(let answer): .wantsLogin(answer: answer.map { bounded($0, to: 200) })
            case .refusedTunnel(let status, let answer):
                .refusedTunnel(status: status, answer: answer.map { bounded($0, to: 200) })
            }
    }
}

extension HTTPProxy {
    init(_ address: ProxyAddress) {
        let credential = address.username.map { username in
            (address.password ?? Secret("")).reveal { Credential(username: username, password: $0) }
        }
        // What Go calls socks5 is socks5h to libcurl: the proxy looks names up.
        let scheme = address.scheme == .socks5 ? ProxyAddress.Scheme.socks5h : address.scheme
        self.init(url: "\(scheme.rawValue)://\(address.hostAndPort)", credential: credential)
    }
}

extension ProxySettings {
    /// Of this process.
    package static var ofThisProcess: ProxySettings {
        var environment: [String: String] = [:]
        for name in ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"] {
            for name in [name, name.lowercased()] {
                if let value = getenv(name) { environment[name] = String(cString: value) }
            }
        }
        environment["REQUEST_METHOD"] = getenv("REQUEST_METHOD").map { String(cString: $0) }
        return ProxySettings(environment: environment)
    }

    /// The proxy for a URL, as the choice says.
    func proxy(for url: HTTPURL, _ choice: ProxyChoice) -> ProxyAddress? {
        switch choice {
        case .direct: nil
        case .through(let address): address
        case .environment: decision(scheme: url.scheme, host: url.host, port: url.port).proxy
        }
    }
}
