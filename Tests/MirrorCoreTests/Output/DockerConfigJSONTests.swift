import Foundation
import MirrorCore
import Secrets
import Testing

@Suite struct DockerConfigJSONTests {
    @Test func everyLengthAndLetterOfALoginIsReadBack() throws {
        for (user, password) in [
            ("a", ""), ("a", "b"), ("ab", "c"), ("user", "p:w\"d"), ("_json_key", "{\n}"), ("日本", "世界"),
        ] {
            let text = DockerConfigJSON.text(host: "172.18.0.20:5000", user: user, password: Secret(password))
            let bytes = text.reveal { Data($0.utf8) }
            let json = try #require(
                try JSONSerialization.jsonObject(with: bytes) as? [String: [String: [String: String]]]
            )
            let entry = try #require(json["auths"]?["172.18.0.20:5000"]?["auth"])
            let login = try #require(Data(base64Encoded: entry))
            #expect(String(decoding: login, as: UTF8.self) == "\(user):\(password)")
        }
    }

    @Test func aSecretNeverPrintsItself() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(describing: secret), String(reflecting: secret), dumped, "\([secret])"] {
            #expect(!text.contains("hunter2"))
        }
        #expect(!DockerConfigJSON.masked(host: "h").joined().contains("hunter2"))
    }
}
