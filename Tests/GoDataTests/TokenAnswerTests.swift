import GoData
import Testing

/// The words are those of Go 1.19's `encoding/json` for containerd's structs.
@Suite struct TokenAnswerTests {
    @Test func tokensAreTakenFromWhatGoReads() throws {
        let rows: [(String, String, String)] = [
            (#"{"token":"a"}"#, "a", ""), (#"{"access_token":"b"}"#, "", "b"), (#"{"Token":"a","TOKEN":"c"}"#, "c", ""),
            (#"{"token":"a","expires_in":300,"issued_at":"2026-11-29T19:47:14.5+09:00"} and more"#, "a", ""),
            (#"{"token":null,"issued_at":null}"#, "", ""), ("null", "", ""),
        ]
        for (body, token, access) in rows {
            let answer = try TokenAnswer(Array(body.utf8))
            #expect(answer.token == token && answer.accessToken == access, "\(body)")
        }
        // The answer to a POST has no `token`.
        #expect(try TokenAnswer(Array(#"{"token":"a"}"#.utf8), toPOST: true).token == "")
    }

    @Test func whatGoDoesNotDecodeIsNamedInItsWords() {
        let rows: [(String, String)] = [
            ("", "EOF"), (" \n", "EOF"), ("{", "unexpected EOF"),
            ("<html>", "invalid character '<' looking for beginning of value"),
            ("[]", "json: cannot unmarshal array into Go value of type auth.FetchTokenResponse"),
            (
                #"{"token":"a","expires_in":"300"}"#,
                "json: cannot unmarshal string into Go struct field FetchTokenResponse.expires_in of type int"
            ),
            (
                #"{"token":"a","expires_in":300.5}"#,
                "json: cannot unmarshal number 300.5 into Go struct field FetchTokenResponse.expires_in of type int"
            ),
            (
                #"{"token":{}}"#,
                "json: cannot unmarshal object into Go struct field FetchTokenResponse.token of type string"
            ),
        ]
        for (body, words) in rows {
            do throws(JSONError) {
                _ = try TokenAnswer(Array(body.utf8))
                Issue.record("\(body)")
            } catch {
                #expect(TokenAnswer.words(error, body: Array(body.utf8)) == words)
            }
        }
        for time in [
            "yesterday", "2026-11-29 19:47:14Z", "2026-13-29T19:47:14Z", "2026-11-29T19:47:14", "2026-11-29T24:00:00Z",
        ] {
            #expect(throws: JSONError.self) { try TokenAnswer(Array(#"{"token":"a","issued_at":"\#(time)"}"#.utf8)) }
        }
    }
}
