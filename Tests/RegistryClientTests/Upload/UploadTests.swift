import Foundation
import RegistryClient
import TestSupport
import Testing

/// Opening, filling and cancelling an upload of a real registry.
@Suite struct UploadTests {
    private static func client(_ lab: Lab, _ server: String, _ credential: Credential? = nil) throws -> RegistryClient {
        let pem = try Data(contentsOf: URL(fileURLWithPath: lab.caPath))
        let trust = Trust.certificates(Certificate.all(inPEM: Array(pem)).map(\.der))
        return RegistryClient(
            root: try #require(HTTPURL(lab.url(server))),
            transport: try HTTPTransport(trust: trust),
            credential: credential
        )
    }

    @Test func anUploadIsOpenedFilledAndForgotten() throws {
        let lab = try Lab.running()
        for server in ["tls", "basic", "front-push"] {
            let credential = server == "basic" ? Credential(username: "puller", password: "lab-secret") : nil
            let client = try Self.client(lab, server, credential)
            var upload = try #require(client.openUpload(repository: "upload-test/\(server)").upload, "\(server)")
            #expect(upload.elsewhere == nil)
            let first = upload.location
            let body = HTTPBody(.bytes([UInt8](repeating: 7, count: 3 << 20)))
            #expect(client.append(body, to: &upload).response?.status == 202, "\(server)")
            #expect(upload.location != first)
            #expect(client.cancel(upload).response?.status == 204)
            // It is gone. A few bytes: behind a front, more would meet a connection that the registry has closed.
            #expect(client.append(HTTPBody(.bytes([7])), to: &upload).response?.status == 404)
        }
    }

    /// Announcing costs no bytes and leaves the upload as it was.
    @Test func aBodyThatIsAnnouncedIsNotSent() throws {
        let lab = try Lab.running()
        let client = try Self.client(lab, "tls")
        var upload = try #require(client.openUpload(repository: "upload-test/announced").upload)
        let before = upload.location
        #expect(client.append(HTTPBody(.announced(10 << 30)), to: &upload).failure == .bodyWanted)
        #expect(upload.location == before)
        #expect(client.append(HTTPBody(.bytes([1, 2, 3])), to: &upload).response?.status == 202)
        #expect(client.cancel(upload).response?.status == 204)
    }

    @Test func aFrontRefusesWhatIsTooMuch() throws {
        let lab = try Lab.running()
        let client = try Self.client(lab, "front-small-body")
        var upload = try #require(client.openUpload(repository: "upload-test/limit").upload)
        #expect(client.append(HTTPBody(.announced((6 << 20) + 1)), to: &upload).response?.status == 413)
        #expect(client.append(HTTPBody(.announced(6 << 20)), to: &upload).failure == .bodyWanted)
        let large = HTTPBody(.bytes([UInt8](repeating: 0, count: (6 << 20) + 1)))
        #expect(client.append(large, to: &upload).response?.status == 413)
        #expect(client.cancel(upload).response?.status == 204)
    }

    /// A front that does not say which scheme it was asked by.
    @Test func aPlaceElsewhereIsToldAndNotFollowed() throws {
        let lab = try Lab.running()
        let client = try Self.client(lab, "front-good")
        let upload = try #require(client.openUpload(repository: "upload-test/elsewhere").upload)
        #expect(upload.elsewhere?.scheme == "http")
        #expect(upload.location.origin == client.root.origin)
        #expect(client.cancel(upload).response?.status == 204)
    }
}
