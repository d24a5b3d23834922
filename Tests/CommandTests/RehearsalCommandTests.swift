import Foundation
import TestSupport
import Testing

/// `probe --rehearse-push`, as a script uses it. One after the other: some count what one server was asked.
@Suite(.serialized) struct RehearsalCommandTests {
    @Test func nothingIsUploadedUnasked() throws {
        let lab = try Lab.running()
        let before = lab.log("raw-servers").components(separatedBy: "raw-hanging-upload POST").count
        let result = try Tool.run(
            Tool.mirrorctl,
            ["probe", lab.url("raw-hanging-upload"), "--ca-cert", lab.caPath, "--output", "json"]
        )
        #expect(result.status == 0, "\(result.output)")
        #expect(!result.output.contains("\"push\""))
        #expect(lab.log("raw-servers").components(separatedBy: "raw-hanging-upload POST").count == before)
    }

    @Test func theLimitIsNamed() throws {
        let lab = try Lab.running()
        let command = ["probe", lab.url("front-small-body"), "--ca-cert", lab.caPath, "--rehearse-push"]
        let result = try Tool.run(Tool.mirrorctl, command + ["--output", "json"])
        // A push sends less at a time.
        #expect(result.status == 0)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let rehearsal = try #require(object["rehearsal"] as? [String: Any])
        let taken = try #require(rehearsal["takenBytes"] as? Int)
        let refused = try #require(rehearsal["refusedBytes"] as? Int)
        // nginx says 6m.
        #expect(taken <= 6 << 20 && refused > 6 << 20)
        #expect(refused - taken <= 1 << 20)
        #expect(rehearsal["sentBytes"] as? Int == 4 << 20)
        #expect(rehearsal["isCleanedUp"] as? Bool == true)
        let text = try Tool.run(Tool.mirrorctl, command).output
        #expect(text.contains("client_max_body_size") && text.contains("MiB") && !text.contains("_state"))
    }

    /// Ctrl-C and SIGTERM while bytes are under way: the upload is cancelled before the program ends.
    @Test func anInterruptCleansUp() throws {
        let lab = try Lab.running()
        let url = lab.url("raw-hanging-upload")
        for (index, signal) in [SIGINT, SIGTERM].enumerated() {
            let running = try Tool.start(
                Tool.mirrorctl,
                ["probe", url, "--ca-cert", lab.caPath, "--rehearse-push", "--deadline", "300"]
            )
            // The second PATCH is the one with bytes.
            try Self.waitUntil { Self.count("PATCH", lab) >= 2 * (index + 1) }
            kill(running.process, signal)
            #expect(try running.wait().status == 130)
            #expect(Self.count("DELETE", lab) == index + 1)
        }
    }

    private static func count(_ method: String, _ lab: Lab) -> Int {
        lab.log("raw-servers").components(separatedBy: "raw-hanging-upload \(method)").count - 1
    }

    private static func waitUntil(_ condition: () -> Bool) throws {
        for _ in 0..<600 where !condition() { usleep(50_000) }
        try #require(condition())
    }
}
