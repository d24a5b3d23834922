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
        #expect(headers["nonsense"] == nil)
        #expect(headers.date == 784_111_777)
        #expect(HTTPHeaders(block: Array("HTTP/1.1 200\r\nDate: later\r\n".utf8)).date == nil)
        #expect(HTTPHeaders(block: []).fields.isEmpty)
    }
}
