import Foundation

/// Another program, run to its end.
package enum Tool {
    package struct Result {
        package let output: String
        package let errors: String
        package let status: Int32
    }

    package static func run(
        _ path: String,
        _ arguments: [String],
        environment: [String: String]? = nil,
        input: String = ""
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let environment { process.environment = environment }
        let output = Pipe()
        let errors = Pipe()
        let source = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = source
        try process.run()
        if !input.isEmpty { try source.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try source.fileHandleForWriting.close()
        // Standard error is short in all that is run here; a full pipe would need a second reader.
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self),
            status: process.terminationStatus
        )
    }

    /// The finished program, beside the test bundle.
    package static let mirrorctl: String = {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: own ?? "").deletingLastPathComponent().appendingPathComponent("mirrorctl").path
    }()
}
