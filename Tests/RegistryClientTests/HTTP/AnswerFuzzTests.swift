import RegistryClient
import TestSupport
import Testing

/// What registries answer, in every wrong form: numbers without end, places that are none, documents that are none.
@Suite struct AnswerFuzzTests {
    @Test func aRangeIsBelievedOnlyWhereItCanBe() {
        #expect(PushClient.held("0-8388607") == 8_388_608)
        #expect(PushClient.held("bytes=0-41") == 42)
        #expect(PushClient.held("0-0") == 0)
        for range in [
            "", "-", "0", "0-", "-5", "1-5", "0--1", "0-x", "0-5-6", "0-9223372036854775807", "0-18446744073709551615",
            "0-99999999999999999999999", "bytes 0-5", "0-1125899906842624", "0 - 5", "0-5/10",
        ] {
            #expect(PushClient.held(range) == nil, "\(range)")
        }
    }

    @Test func randomAnswersAreReadWithoutATrap() throws {
        var random = SeededGenerator(seed: 41)
        let base = try #require(HTTPURL("https://registry.example:5000/v2/a/blobs/uploads/1"))
        let parts = [
            "0", "-", "9223372036854775807", "bytes=", "/", "?", "#", "..", "%00", "\0", "\r\n", ":", "@", "[", "]",
            "http://",
            "https://", "é", "\"", "{", "}", "[[[[", ",", "errors", "Range: ", "Location: ", "Link: <", ">; rel=next",
            "Retry-After: ", "Content-Length: ", "Date: ", "Thu, 01 Jan 1970 00:00:00 GMT", "-1",
        ]
        for _ in 0..<Mutation.rounds * 60 {
            let count = Int.random(in: 1...12, using: &random)
            let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let held = PushClient.held(text)
            #expect(held.map { (0...(1 << 50)).contains($0) } ?? true)
            let headers = HTTPHeaders(block: Array("HTTP/1.1 500 X\r\n\(text)\r\n".utf8))
            let response = HTTPResponse(url: base, status: 500, headers: headers, body: Array(text.utf8), end: .whole)
            let refusal = RegistryError.Refusal(response, now: 0)
            #expect((0...86_400).contains(refusal.retryAfterSeconds ?? 0))
            _ = (refusal.isTooLarge, refusal.isAboutForm, response.challenges, response.uploadLocation, headers.date)
            // What resolves can be asked for again, and holds nothing that ends a line.
            guard let place = base.resolving(text) else { continue }
            #expect(
                HTTPURL(place.text) != nil && !place.text.utf8.contains { $0 < 0x21 || $0 == 0x7F },
                "\(place.text)"
            )
        }
    }

    @Test func aLimitOnSizeIsToldByItsWords() {
        func refusal(_ status: Int, _ words: String, codes: [String] = [], detail: String = "")
            -> RegistryError.Refusal
        {
            RegistryError.Refusal(status: status, codes: codes, words: words, detail: detail)
        }
        for sized in [
            refusal(413, ""),
            refusal(416, "the request body is too large and exceeds the maximum permissible limit of 4.00MiB"),
            refusal(400, "maximum chunk size is 5242880 bytes"), refusal(403, "body exceeds limit of 10 MB"),
            refusal(500, "http: request body too large"), refusal(400, "", codes: ["SIZE_INVALID"]),
            refusal(400, "no", detail: "payload limit: 4MiB"), refusal(422, "chunk larger than 1048576"),
        ] {
            #expect(sized.isTooLarge, "\(sized)")
        }
        for other in [
            refusal(403, "quota exceeded: limit 10 GB"), refusal(429, "too large a number of requests"),
            refusal(403, "rate limit exceeded"), refusal(500, "disk full, storage limit of 5 GB"),
            refusal(400, "Request Header Or Cookie Too Large"), refusal(401, "body too large"), refusal(403, "denied"),
            refusal(416, "first byte is 5 instead of 6"), refusal(400, "digest does not match, 4 bytes"),
        ] {
            #expect(!other.isTooLarge, "\(other)")
        }
    }
}
