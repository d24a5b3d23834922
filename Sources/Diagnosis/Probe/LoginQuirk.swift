/// Something about a login that looks like an accident of making it.
package enum LoginQuirk: String, Equatable, Sendable, CaseIterable, Codable {
    /// The password ends in a line break: `echo` without `-n`.
    case lineBreak
    /// The password begins or ends with a blank.
    case blank
    /// The password is between quotation marks.
    case quoted
    /// The user name begins or ends with a blank or line break.
    case blankUser
    /// A byte order mark before the user name.
    case byteOrderMark
    /// NUL bytes between the letters: it was encoded as UTF-16.
    case wideCharacters
    /// `robot` or `robot+NAME` without the `$NAME` that a shell takes for a variable.
    case robotCutShort
    /// `robot\$NAME`, `robot$$NAME`, `robot%24NAME`: protected once more than it was unpacked.
    case robotEscaped

    /// All that a login has of it, in the order above.
    package static func all(username: String, password: String) -> [LoginQuirk] {
        var found: [LoginQuirk] = []
        let (user, secret) = (Array(username.unicodeScalars), Array(password.unicodeScalars))
        if user.contains("\0") || secret.contains("\0") { return [.wideCharacters] }
        if let last = secret.last, last == "\n" || last == "\r" { found.append(.lineBreak) }
        if [secret.first, secret.last].contains(where: { $0.map(isBlank) == true }) { found.append(.blank) }
        if secret.count > 2, secret.first == secret.last, secret.first == "\"" || secret.first == "'" {
            found.append(.quoted)
        }
        if [user.first, user.last].contains(where: { $0.map { isBlank($0) || $0 == "\n" || $0 == "\r" } == true }) {
            found.append(.blankUser)
        }
        if user.first == "\u{FEFF}" { found.append(.byteOrderMark) }
        if username == "robot" || username.hasPrefix("robot+") { found.append(.robotCutShort) }
        if ["robot\\$", "robot$$", "robot%24"].contains(where: username.hasPrefix) { found.append(.robotEscaped) }
        return found
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        [" ", "\t", "\u{A0}", "\u{3000}", "\u{200B}"].contains(scalar)
    }

    /// About the name of a robot account.
    package var isAboutRobot: Bool { self == .robotCutShort || self == .robotEscaped }

    /// What is seen; never the password itself.
    var words: String {
        switch self {
        case .lineBreak: "the password ends in a line break"
        case .blank: "the password begins or ends with a blank"
        case .quoted: "the password is between quotation marks"
        case .blankUser: "the user name begins or ends with a blank or line break"
        case .byteOrderMark: "a byte order mark before the user name"
        case .wideCharacters: "NUL bytes between the letters (UTF-16)"
        case .robotCutShort: "robot without $NAME"
        case .robotEscaped: "a \\, $ or %24 too many in the robot's name"
        }
    }
}
