/// What the settings file may say beside `[keys]`. ADD ONE as a case, a line in `Settings.set`, and a row in docs/settings.md.
package enum SettingName: String, CaseIterable, Sendable {
    case language, theme, deadline, parallel, suppressions, mouse
    case proxyHTTP = "proxy.http"
    case proxyHTTPS = "proxy.https"
    case proxyNone = "proxy.none"

    package var variable: String { Self.variable(rawValue) }

    /// `keys.previous-step` is `MIRRORCTL_KEYS_PREVIOUS_STEP`.
    package static func variable(_ name: String) -> String {
        "MIRRORCTL_" + name.uppercased().map { $0 == "." || $0 == "-" ? "_" : String($0) }.joined()
    }

    /// The values that are taken; `nil` for any text.
    var range: ClosedRange<Int>? {
        switch self {
        case .deadline: 1...3600
        case .parallel: 1...64
        default: nil
        }
    }
}
