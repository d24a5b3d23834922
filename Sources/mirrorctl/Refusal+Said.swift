import ArgumentParser
import MirrorCore
import Operations
import Texts

extension ExitStatus {
    /// Thrown to end the command; what is to be said has been said.
    var exit: ExitCode { ExitCode(rawValue) }
}

extension Refusal {
    /// Says it on standard error and gives what to throw.
    var said: any Error {
        if let invalid { return Self.said(invalid.issues, of: invalid.of, status) }
        return fix.map { Console.fail(problem, fix: $0, status) } ?? Console.fail(problem, status)
    }
}

extension Refusal {
    /// What is wrong with each of `count` mirrors.
    private static func said(_ issues: [ValidationIssue], of count: Int, _ status: ExitStatus) -> any Error {
        for issue in issues {
            let name = count > 1 ? "[\(issue.mirror + 1)] \(issue.field.rawValue)" : issue.field.rawValue
            Console.error("\(name): \(texts(issue.problem))\n  \(Mark.remedy) \(texts(issue.fix))")
        }
        return status.exit
    }
}

extension Console {
    /// A refusal ends the command.
    static func saying<Result>(_ body: () throws(Refusal) -> Result) throws -> Result {
        do { return try body() } catch { throw error.said }
    }
}
