/// Makes connections in libcurl's place: from another machine's point of view.
package protocol HTTPConnector: Sendable {
    /// Connects within the time, on the caller's thread; names are resolved where the connection begins.
    /// - Returns: a connected stream socket; whoever asked for it closes it.
    func connect(host: String, port: Int, milliseconds: Int) throws(HTTPFailure) -> Int32
}

/// One exchange's use of a connector, through a proxy where there is one.
final class Dial {
    private let connector: any HTTPConnector
    private let url: HTTPURL
    private let proxy: HTTPProxy?
    private let milliseconds: Int
    private(set) var failure: HTTPFailure?
    private(set) var wasAsked = false

    init(_ connector: any HTTPConnector, _ request: HTTPRequest, _ proxy: HTTPProxy?) {
        self.connector = connector
        self.proxy = proxy
        url = request.url
        milliseconds = min(request.limits.connectMilliseconds, request.limits.totalMilliseconds)
    }

    /// A descriptor, or -1.
    func connect() -> Int32 {
        wasAsked = true
        do throws(HTTPFailure) {
            failure = nil
            guard let proxy else {
                return try connector.connect(host: url.host, port: url.port, milliseconds: milliseconds)
            }
            return try ProxyTunnel(connector, proxy, milliseconds).open(to: url)
        } catch {
            failure = error
            return -1
        }
    }
}
