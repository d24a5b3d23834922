import MirrorSystem
import TestSupport
import Testing
import Threads

@Suite struct ChildProcessTests {
    private func shell(_ script: String) -> ChildProcess { ChildProcess("sh", ["-c", script]) }

    private func run(
        _ child: ChildProcess,
        cancellation: Cancellation = Cancellation()
    ) async throws -> ChildProcess.Result {
        try await offPool { try child.run(cancellation: cancellation) }
    }

    @Test func outputErrorsAndStatusComeBack() async throws {
        let result = try await run(shell("printf out; printf err >&2; exit 7"))
        #expect(result.status == .exited(7))
        #expect(result.output == Array("out".utf8))
        #expect(result.errors == Array("err".utf8))
    }

    @Test func inputAndEnvironmentReachIt() async throws {
        var child = shell("cat; printf %s \"$MIRRORCTL_CHILD\"")
        child.input = Array("typed ".utf8)
        child.environment = ["MIRRORCTL_CHILD": "added"]
        let result = try await run(child)
        #expect(result.output == Array("typed added".utf8))
    }

    /// More than a pipe holds, for a child that reads nothing: its status is all that comes of it.
    @Test func whoEndsBeforeItsInputIsReadHasItsOwnStatus() async throws {
        var child = shell("exit 3")
        child.input = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(try await run(child).status == .exited(3))
    }

    @Test func aSignalIsToldAsAShellTellsIt() async throws {
        let status = try await run(shell("kill -TERM $$")).status
        #expect(status == .signalled(15))
        #expect(status.code == 143)
    }

    @Test func aMissingProgramIsNamed() async throws {
        await #expect(throws: ChildProcessError.notFound("mirrorctl-no-such-program")) {
            try await run(ChildProcess("mirrorctl-no-such-program", []))
        }
        await #expect(throws: ChildProcessError.notFound("/nowhere/program")) {
            try await run(ChildProcess("/nowhere/program", []))
        }
    }

    @Test func itEndsAtTheDeadlineEvenIfItIgnoresSIGTERM() async throws {
        var child = shell("trap '' TERM; while :; do sleep 0.1; done")
        child.deadlineSeconds = 1
        await #expect(throws: ChildProcessError.deadline("sh", seconds: 1)) { try await run(child) }
    }

    @Test func itEndsWhenCancelled() async throws {
        let cancellation = Cancellation()
        cancellation.cancel()
        await #expect(throws: ChildProcessError.cancelled) {
            try await run(shell("sleep 60"), cancellation: cancellation)
        }
    }

    @Test func endlessOutputIsBounded() async throws {
        var child = ChildProcess("yes", [])
        child.outputLimit = 1 << 20
        await #expect(throws: ChildProcessError.tooMuchOutput("yes", limit: 1 << 20)) { try await run(child) }
    }

    /// As the master of a shared ssh connection does.
    @Test func aProcessLeftBehindDoesNotHoldItUp() async throws {
        let result = try await run(shell("sleep 5 & echo $!"))
        #expect(result.status == .exited(0))
        let left = String(decoding: result.output, as: UTF8.self)
        _ = try await run(shell("kill \(left)"))
    }

    @Test func largeInputAndOutputPassThrough() async throws {
        var child = ChildProcess("cat", [])
        child.input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        let result = try await run(child)
        #expect(result.output == child.input)
    }
}
