import ArgumentParser
import Operations

extension ExitStatus {
    /// Thrown to end the command; what is to be said has been said.
    var exit: ExitCode { ExitCode(rawValue) }
}

extension Refusal {
    /// Says it on standard error and gives what to throw.
    var said: any Error {
        fix.map { Console.fail(problem, fix: $0, status) } ?? Console.fail(problem, status)
    }
}

extension Console {
    /// A refusal ends the command.
    static func saying<Result>(_ body: () throws(Refusal) -> Result) throws -> Result {
        do { return try body() } catch { throw error.said }
    }
}
