import Foundation

/// Debian's python3, as a foreign reader of what we write.
package enum Python {
    package struct Failure: Error {
        package let status: Int32
        let errors: String
    }

    package static func run(_ script: String, input: Data = Data()) throws -> Data {
        let result = try Tool.run("/usr/bin/python3", ["-c", script], input: input)
        guard result.status == 0 else { throw Failure(status: result.status, errors: result.errors) }
        return result.data
    }
}
