import MirrorCore
import Operations

extension BmctlRun {
    /// Says what is run, and how to go back from it where it fails.
    ///
    /// - Parameter isJSON: standard output belongs to our object then, so that bmctl's goes to standard error.
    /// - Returns: its exit status.
    func run(isJSON: Bool) throws -> Int32 {
        if let warning { Console.error("warning: " + texts(warning)) }
        Console.error(texts("bmctl.running", ["command": command.description]))
        let status = try Console.saying { () throws(Refusal) in try run(outputToError: isJSON) }
        if status != 0 {
            let undo = ShellCommand(["mirrorctl", "apply", "--undo", path]).description
            Console.error(texts("bmctl.ended", ["status": "\(status)", "path": path, "undo": undo]))
        }
        return status
    }
}
