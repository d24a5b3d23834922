import RegistryClient
import Testing

@Suite struct HTTPHeadersTests {
    @Test func fieldsInTheirOrder() {
        let block =
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"a:b\"\r\nX:\r\nnonsense\r\n"
            + "www-authenticate:  Bearer x\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n"
        let headers = HTTPHeaders(block: Array(block.utf8))
        #expect(headers.all("WWW-Authenticate") == ["Basic realm=\"a:b\"", "Bearer x"])
        #expect(headers["x"] == "")
        #expect(headers["unexpectedResponse"] == nil)
        #expect(headers.date == 784_111_777)
        #expect(HTTPHeaders(block: Array("HTTP/1.1 200\r\nDate: later\r\n".utf8)).date == nil)
        #expect(HTTPHeaders(block: []).fields.isEmpty)
    }

    @Test(arguments: [
        ("120", 120), ("0", 0), ("-5", 0), ("soon", nil), ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
        ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("999999999", 86_400),
    ])
    func retryAfterInBothForms(text: String, seconds: Int?) {
        let headers = HTTPHeaders(block: Array("HTTP/1.1 503\r\nRetry-After: \(text)\r\n".utf8))
        #expect(headers.retryAfterSeconds(now: 784_111_777) == seconds)
    }
}
