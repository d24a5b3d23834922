import Foundation
import RegistryClient
import TestSupport
import Testing

@Suite struct HTTPTransportTests {
    private static func trust(_ lab: Lab) throws -> Trust {
        let pem = try Data(contentsOf: URL(fileURLWithPath: lab.caPath))
        return .certificates(Certificate.all(inPEM: Array(pem)).map(\.der))
    }

    private static func get(_ lab: Lab, _ server: String, _ change: (inout HTTPRequest) -> Void = { _ in }) throws
        -> HTTPExchange
    {
        var request = HTTPRequest(.get, try #require(HTTPURL(lab.url(server) + "/v2/")))
        change(&request)
        return try HTTPTransport(trust: trust(lab)).perform(request) { _ in true }
    }

    @Test func oneConnectionServesManyRequests() throws {
        let lab = try Lab.running()
        let transport = try HTTPTransport(trust: Self.trust(lab))
        let request = HTTPRequest(.get, try #require(HTTPURL(lab.url("tls") + "/v2/")))
        let first = transport.perform(request) { _ in true }
        #expect(first.handshake?.isVerified == true)
        #expect(first.addresses == ["127.0.0.1"])
        for _ in 0..<5 {
            let next = transport.perform(request) { _ in true }
            #expect(next.response?.status == 200)
            #expect(next.handshake == nil)
            #expect(next.addresses.isEmpty)
        }
    }

    /// Whatever a caller passes, clear text carries no credential.
    @Test func nothingIsAuthorizedInClear() throws {
        let lab = try Lab.running()
        let credential = Credential(username: "puller", password: "lab-secret")
        let before = lab.log("raw-servers").components(separatedBy: "spy-plain").count
        let exchange = try Self.get(lab, "spy-plain") { $0.authorization = credential.basic }
        #expect(exchange.response?.status == 401)
        let log = lab.log("raw-servers")
        #expect(log.components(separatedBy: "spy-plain").count > before)
        #expect(!log.contains("spy-plain GET /v2/ HTTP/1.1 authorization=True"))
        // The same over TLS arrives, so the log can tell.
        _ = try Self.get(lab, "spy-tls") { $0.authorization = credential.basic }
        #expect(lab.log("raw-servers").contains("spy-tls GET /v2/ HTTP/1.1 authorization=True"))
    }

    /// Whatever a caller passes, it stays one request.
    @Test(arguments: ["\r\nX-Evil: 1", "\n", "\0", "\u{7F}", "\u{1B}[2J"])
    func aControlCharacterIsNotSent(text: String) throws {
        let lab = try Lab.running()
        let changes: [(String, (inout HTTPRequest) -> Void)] = [
            ("Accept", { $0.accept = ["application/x" + text] }),
            (
                "Content-Type",
                { request in
                    request.method = .put
                    request.body = HTTPBody(.bytes([1]), type: "application/x" + text)
                }
            ),
            ("X-Field", { $0.fields = [("X-Field", "value" + text)] }),
            ("header", { $0.fields = [("X-Field" + text, "value")] }),
        ]
        for (part, change) in changes {
            #expect(try Self.get(lab, "tls", change).failure == .unsendable(part))
        }
        #expect(try Self.get(lab, "tls") { $0.fields = [("X-Field", "value é")] }.response?.status == 200)
    }

    @Test func whatIsReceivedIsBounded() throws {
        let lab = try Lab.running()
        let body = try Self.get(lab, "raw-endless-body") { $0.limits.bodyBytes = 10_000 }
        #expect(body.response?.body.count == 10_000)
        #expect(body.response?.isTruncated == true)
        let short = try Self.get(lab, "raw-short-body")
        #expect(short.response?.isTruncated == true)
        for server in ["raw-endless-header", "raw-endless-line", "raw-endless-informational"] {
            #expect(try Self.get(lab, server).failure == .headersTooLarge, "\(server)")
        }
    }

    @Test func noRedirectIsFollowed() throws {
        let lab = try Lab.running()
        let exchange = try Self.get(lab, "front-redirect-elsewhere")
        #expect(exchange.response?.status == 307)
    }

    /// Several reasons at once, and nothing was asked over the refused connection.
    @Test func everyReasonIsRecordedAndNothingIsSent() throws {
        let lab = try Lab.running()
        let request = HTTPRequest(.get, try #require(HTTPURL(lab.url("front-expired") + "/v2/never-asked")))
        let exchange = try HTTPTransport(trust: .certificates([])).perform(request) { _ in true }
        #expect(exchange.failure == .certificateRejected)
        let codes = Set((exchange.handshake?.problems ?? []).map(\.code))
        #expect(!codes.isDisjoint(with: VerificationCode.issuerUnknown))
        #expect(!codes.isDisjoint(with: VerificationCode.expired))
        #expect(exchange.handshake?.chain.first?.ipAddresses == ["127.0.0.1"])
        #expect(!lab.nginxLog.contains("never-asked"))
    }

    @Test func aChainIsRecordedAsSent() throws {
        let lab = try Lab.running()
        let exchange = try Self.get(lab, "front-chain")
        let chain = exchange.handshake?.chain ?? []
        #expect(chain.map(\.commonName) == ["chain", "Lab Intermediate CA"])
        #expect(chain.map(\.isCA) == [false, true])
        #expect(exchange.handshake?.version == "TLSv1.3")
    }

    @Test func cancellingEndsAnExchange() throws {
        let lab = try Lab.running()
        let request = HTTPRequest(.get, try #require(HTTPURL(lab.url("raw-silent-tls") + "/v2/")))
        var seen: [HTTPMilestone] = []
        let exchange = try HTTPTransport(trust: Self.trust(lab)).perform(request) { milestone in
            seen.append(milestone)
            return milestone < .requesting
        }
        #expect(exchange.failure == .cancelled)
        #expect(seen == seen.sorted())
    }
}
