import CNcurses
import Glibc
import Wizard

/// The operator's terminal, drawn on by ncurses. One per process, used on the main thread only.
///
/// ncurses does the output: it knows every terminal and sends only what differs from the last screen. Keys are read by
/// the loop and decoded by `KeyDecoder`.
package final class NcursesTerminal: Display {
    package let input: Int32
    package var signals: Int32 { terminalGuard.signals }
    package private(set) var size: Size
    /// The theme in use: on a terminal without colours the monochrome one, whatever was asked for.
    package private(set) var theme: Theme
    private let isUTF8: Bool
    private var canvas: CursesCanvas
    private let terminalGuard: TerminalGuard
    private var isOpen = true

    /// Takes over the controlling terminal.
    ///
    /// - Parameters:
    ///   - term: the value of `TERM`.
    ///   - monochrome: the theme for terminals without colours.
    ///   - mouse: take clicks and the wheel; the operator then needs Shift to select text.
    package init(term: String?, theme: Theme, monochrome: Theme, mouse: Bool = false) throws(TerminalError) {
        guard let term, !term.isEmpty, term != "dumb" else { throw .unusableTerminal(name: term ?? "") }
        let fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard fd >= 0 else { throw .noTerminal }
        do throws(TerminalError) {
            guard mir_terminal_usable(term, fd) == 0 else { throw .unusableTerminal(name: term) }
            isUTF8 = mir_choose_locale(term) == 1
            let leave = ["sgr0", "cnorm", "rmkx", "rmcup"].flatMap(Self.capability)
            terminalGuard = try TerminalGuard(fd: fd, leaveScreen: leave, mouse: mouse)
            guard mir_screen_open(term, fd, fd) == 0 else {
                terminalGuard.restore()
                throw .unusableTerminal(name: term)
            }
            let support = ColorSupport.ofTerminal
            self.theme = support.colors >= 8 ? theme : monochrome
            canvas = CursesCanvas(theme: self.theme, support: support, isUTF8: isUTF8)
        } catch {
            Glibc.close(fd)
            throw error
        }
        input = fd
        size = Self.windowSize(fd)
        mir_screen_resize(Int32(size.rows), Int32(size.columns))
        terminalGuard.screenShown()
    }

    /// A terminal that has colours to choose.
    package var hasColors: Bool { ColorSupport.ofTerminal.colors >= 8 }

    /// What is drawn from now on looks like this.
    package func use(_ theme: Theme) {
        guard hasColors else { return }
        self.theme = theme
        canvas = CursesCanvas(theme: theme, support: .ofTerminal, isUTF8: isUTF8)
    }

    /// Clicks and the wheel are keys from now on, or the terminal's own.
    package func useMouse(_ uses: Bool) { terminalGuard.useMouse(uses) }

    /// Into the terminal's clipboard, by OSC 52; whether it takes it is not said.
    package func copy(base64: String) { terminalGuard.send(Array("\u{1B}]52;c;\(base64)\u{07}".utf8)) }

    /// Whether there is a terminal, it can be drawn on, and with letters beyond ASCII.
    package static func support(term: String?) -> (isUsable: Bool, isUTF8: Bool)? {
        let fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard fd >= 0 else { return nil }
        defer { Glibc.close(fd) }
        let name = term ?? ""
        let isUsable = !name.isEmpty && name != "dumb" && mir_terminal_usable(name, fd) == 0
        return (isUsable, mir_choose_locale(name) == 1)
    }

    package func draw(_ screen: Screen) { canvas.draw(screen) }

    package func resize() {
        size = Self.windowSize(input)
        mir_screen_resize(Int32(size.rows), Int32(size.columns))
    }

    package func suspend() {
        terminalGuard.screenLeaves()
        mir_screen_leave()
        terminalGuard.stop()
        comeBack()
    }

    /// Gives the terminal to another program until `body` returns.
    package func lend(_ body: () -> Void) {
        terminalGuard.screenLeaves()
        mir_screen_leave()
        terminalGuard.lend(true)
        body()
        terminalGuard.lend(false)
        comeBack()
    }

    package func comeBack() {
        mir_screen_resume()
        terminalGuard.screenShown()
        resize()
    }

    /// Puts the terminal back and shows what was written to standard error meanwhile. Once is enough, twice is harmless.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        terminalGuard.screenLeaves()
        mir_screen_close()
        terminalGuard.restore()
        Glibc.close(input)
    }

    deinit { close() }

    /// From the kernel: a job behind ssh or in a pipeline has no other source that is right.
    private static func windowSize(_ fd: Int32) -> Size {
        var rows: Int32 = 24
        var columns: Int32 = 80
        _ = mir_window_size(fd, &rows, &columns)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    private static func capability(_ name: String) -> [UInt8] {
        var buffer = [CChar](repeating: 0, count: 128)
        let length = mir_capability(name, &buffer, buffer.count)
        return buffer[..<length].map { UInt8(bitPattern: $0) }
    }
}

extension ColorSupport {
    static var ofTerminal: ColorSupport {
        ColorSupport(
            colors: Int(mir_colors()),
            pairs: Int(mir_color_pairs()),
            hasDefaultColors: mir_has_default_colors() == 1
        )
    }
}
