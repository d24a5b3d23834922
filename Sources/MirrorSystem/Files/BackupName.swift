import Glibc

/// How the copy of a file's old text is called.
package enum BackupName: Equatable, Sendable {
    /// `FILE.bak-YYYYMMDD-HHMMSSZ`
    case plain
    /// `FILE.bak-YYYYMMDD-HHMMSSZ-MARK`, with the mark of the text that takes its place.
    case marked(String)
    /// `FILE.undone-YYYYMMDD-HHMMSSZ`: what an undo has taken back.
    case undone

    func suffix(_ time: time_t) -> String {
        switch self {
        case .plain: ".bak-" + Self.stamp(time)
        case .marked(let mark): ".bak-" + Self.stamp(time) + "-" + mark
        case .undone: ".undone-" + Self.stamp(time)
        }
    }

    /// UTC.
    private static func stamp(_ time: time_t) -> String {
        var (time, parts) = (time, tm())
        gmtime_r(&time, &parts)
        func digits(_ number: Int32, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let date = digits(parts.tm_year + 1900, 4) + digits(parts.tm_mon + 1, 2) + digits(parts.tm_mday, 2)
        return "\(date)-" + digits(parts.tm_hour, 2) + digits(parts.tm_min, 2) + digits(parts.tm_sec, 2) + "Z"
    }
}
