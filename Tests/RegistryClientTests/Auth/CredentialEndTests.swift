import Foundation
import Testing

@testable import RegistryClient

/// What a login carries about its own end, and what it does not.
@Suite struct CredentialEndTests {
    private func end(_ entry: String, for host: String = "r:5000") throws -> CredentialEnd {
        try DockerConfig(parsing: Array(#"{"auths":{"r:5000":\#(entry)}}"#.utf8)).end(of: host)
    }

    private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    /// With the alphabet of URLs and without `=`, as in a JWT.
    private func segment(_ text: String) -> String {
        base64(text).replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    private func jwt(_ payload: String) -> String { "\(segment(#"{"alg":"none"}"#)).\(segment(payload)).c2ln" }

    private func login(_ user: String, _ password: String) -> String {
        #"{"auth":"\#(base64("\(user):\(password)"))"}"#
    }

    @Test func tokensSayTheirEnd() throws {
        let token = jwt(#"{"sub":"ünï>?~","exp":1790000000}"#)
        #expect(try end(login("u", token)) == .at(1_790_000_000))
        #expect(try end(#"{"username":"u","password":"\#(token)"}"#) == .at(1_790_000_000))
        #expect(try end(#"{"identitytoken":"\#(token)"}"#) == .at(1_790_000_000))
        #expect(try end(#"{"registrytoken":"\#(token)"}"#) == .at(1_790_000_000))
        #expect(try end(login("u", jwt(#"{"exp":1790000000.75}"#))) == .at(1_790_000_000))
        #expect(try end(login("u", jwt(#"{"exp":1.79e9}"#))) == .at(1_790_000_000))
        // The earliest of several counts.
        let both = #"{"auth":"\#(base64("u:" + token))","identitytoken":"\#(jwt(#"{"exp":5}"#))"}"#
        #expect(try end(both) == .at(5))
        let amazon = base64(#"{"payload":"x","datakey":"y","version":"2","type":"DATA_KEY","expiration":1790000001}"#)
        #expect(try end(login("AWS", amazon)) == .at(1_790_000_001))
    }

    @Test func whatSaysNothingIsNotGuessed() throws {
        for password in ["secret", "a.b.c", "x.y", "1790000000", jwt(#"{"exp":"1790000000"}"#), jwt("{}"), jwt("[]")] {
            #expect(try end(login("u", password)) == .password, "\(password)")
        }
        for payload in [#"{"exp":-1}"#, #"{"exp":0}"#, #"{"exp":1e300}"#, #"{"exp":null}"#] {
            #expect(try end(login("u", jwt(payload))) == .password, "\(payload)")
        }
        #expect(try end(#"{"identitytoken":"opaque"}"#) == .token)
        #expect(try end(login("oauth2accesstoken", "ya29.x")) == .shortLived(user: "oauth2accesstoken"))
        #expect(try end(login("_json_key", "{}")) == .password)
        for nothing in ["{}", #"{"auth":""}"#, #"{"auth":"!"}"#] { #expect(try end(nothing) == .nothing, "\(nothing)") }
        #expect(try end(login("u", "p"), for: "other:5000") == .nothing)
    }
}
