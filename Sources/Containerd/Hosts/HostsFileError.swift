import TOML

/// Why a `hosts.toml` counts for nothing: containerd logs it and goes on as if the file were not there.
package enum HostsFileError: Error, Equatable, Sendable {
    case toml(TOMLError)
    /// 1.x up to 1.7.31: no `[host…]` table in the file.
    case noHostTree
    case wrongType(key: String, expected: String, found: String, line: Int)
    case unknownCapability(String, line: Int)
    /// A message of containerd's own.
    case invalid(String, line: Int)
    /// go-toml v2 panics, and the daemon with it.
    case panic(line: Int)

    package var line: Int? {
        switch self {
        case .toml(let error): error.line
        case .noHostTree: nil
        case .wrongType(_, _, _, let line), .unknownCapability(_, let line), .invalid(_, let line), .panic(let line):
            line
        }
    }
}
