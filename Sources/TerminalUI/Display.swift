import Wizard

/// What the loop needs of a terminal.
package protocol Display: AnyObject {
    /// Readable when keys arrived.
    var input: Int32 { get }
    /// Readable when signals arrived, one byte each; −1 for none.
    var signals: Int32 { get }
    var size: Size { get }
    func draw(_ screen: Screen)
    /// Reads the new size; the next `draw` draws everything.
    func resize()
    /// Leaves the screen, stops the process, and comes back.
    func suspend()
    /// Takes the terminal again after somebody else stopped and continued the process.
    func comeBack()
}
