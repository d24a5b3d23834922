import CNcurses

/// The library that draws.
package enum ScreenLibrary {
    /// `6.4.20221231`
    package static var version: String {
        mir_curses_version().map { String(cString: $0) }?.split(separator: " ").last.map(String.init) ?? ""
    }
}
