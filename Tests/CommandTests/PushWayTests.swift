import Foundation
import TestSupport
import Testing

/// Where a push sends what: logins, proxies, and what stops it from outside.
@Suite(.serialized) struct PushWayTests {
    static let lab = Result { try PushLab() }

    static let layouts = Result { try PushPlace.layouts(2, mebibytes: 12) }

    private func place(_ registry: String, _ namespace: String) throws -> PushPlace {
        try PushPlace(Self.lab.get(), registry, namespace, package: Self.layouts.get()("package"))
    }

    /// The token server of this registry is on another host, and it would like to have the login.
    @Test func noLoginReachesAStranger() throws {
        let place = try self.place("stranger", "stranger")
        let system = ["SSL_CERT_FILE": place.lab.caPath]
        func asked() -> Int { place.lab.requests("token-server", "connection=").count }
        let before = asked()
        for login in [try place.login(), try place.login(identityToken: place.lab.refreshToken)] {
            let result = try place.runBare(["--docker-config", login], system)
            #expect(result.status == 1 && result.output.contains("MIR0921"), "\(result.output)\(result.errors)")
            #expect(result.output.contains("https://localhost:"))
            #expect(!(result.output + result.errors).contains(place.lab.refreshToken))
        }
        #expect(asked() == before)
        // The operator's own: verified by the CA that was given, or named in the login file.
        #expect(try place.runBare(["--docker-config", try place.login(), "--cacert", place.lab.caPath]).status == 0)
        let realm = "localhost:\(place.lab.port("token-server"))"
        #expect(
            try place.runBare(["--docker-config", try place.login(andFor: [realm]), "--verify-only"], system).status
                == 0
        )
        #expect(asked() > before)
    }

    @Test func anIdentityTokenIsExchangedAtTheTokenServerOnly() throws {
        let place = try self.place("token", "identity")
        let login = try place.login(identityToken: place.lab.refreshToken)
        let result = try place.runBare(["--docker-config", login, "--cacert", place.lab.caPath, "--output", "jsonl"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(!(result.output + result.errors).contains(place.lab.refreshToken))
        #expect(!place.lab.requests("token-server", "POST", "grant_type=refresh_token", "identity/lab").isEmpty)
        // A registry that wants a password is not given the token.
        let basic = try self.place("basic", "identity")
        let other = try basic.login(identityToken: basic.lab.refreshToken)
        let refused = try basic.runBare(["--docker-config", other, "--cacert", basic.lab.caPath])
        #expect(refused.status == 1 && refused.output.contains("MIR0901"), "\(refused.output)")
    }

    /// Stopped from outside, it ends after the chunk of the moment, and the same command goes on.
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func aSignalStopsInOrder(signal: Int32) throws {
        let place = try self.place("plain", "signal-\(signal)")
        let arguments = place.bareArguments + ["--allow-http", "--limit-rate", "4M", "--threads", "1"]
        let push = try Tool.start(Tool.mirrorctl, arguments, environment: place.environment)
        waitForChunk(place)
        kill(push.process, signal)
        let result = try push.wait()
        #expect(result.status == 130, "\(result.output)\(result.errors)")
        #expect(result.output.contains("The same command goes on from there"), "\(result.output)")
        let lines = place.lab.requests("plain", "\"PATCH ", place.namespace + "/")
        #expect(lines.allSatisfy { $0.contains(" 202 ") }, "a chunk was cut")
        #expect(try place.runBare(["--allow-http"]).status == 0)
        // What was acknowledged before the signal was not sent again.
        let ends = place.lab.requests("plain", "\"PUT ", "/blobs/uploads/", place.namespace + "/", " 201 ")
        #expect(ends.count == 7, "\(ends.count)")
    }

    @Test func underNohupTheTerminalMayGo() throws {
        let place = try self.place("plain", "nohup")
        let arguments = place.bareArguments + ["--allow-http", "--limit-rate", "8M"]
        let push = try Tool.start(
            "/bin/bash",
            ["-c", "trap '' HUP; exec \"$0\" \"$@\"", Tool.mirrorctl] + arguments,
            environment: place.environment
        )
        waitForChunk(place)
        kill(push.process, SIGHUP)
        #expect(try push.wait().status == 0)
    }

    /// Until the registry has acknowledged something, ten seconds at most.
    private func waitForChunk(_ place: PushPlace) {
        for _ in 0..<500 {
            if !place.lab.requests("plain", "\"PATCH ", place.namespace + "/", " 202 ").isEmpty { return }
            usleep(20_000)
        }
    }

    @Test func everyFailureIsInTheSummary() throws {
        let place = try self.place("fault", "fault-403-0-post")
        let failed = try place.runBare(["--allow-http", "--output", "jsonl"])
        #expect(failed.status == 1, "\(failed.output)")
        let summary = try PushPlace.summary(failed)
        let images = try #require(summary["images"] as? [[String: Any]])
        #expect(images.allSatisfy { $0["result"] as? String == "failed" && $0["finding"] != nil })
        #expect((summary["findings"] as? [[String: Any]])?.first?["code"] as? String == "MIR0902")
    }
}
