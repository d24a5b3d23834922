import RegistryClient
import Testing

@Suite struct HTTPURLTests {
    @Test func originsAreCompared() throws {
        let rows = [
            ("https://Registry.Example/v2/", "https://registry.example:443"), ("http://h", "http://h:80"),
            ("https://10.0.0.1:5000/a?b=c#d", "https://10.0.0.1:5000"),
            ("https://[fd00::1]:5000", "https://[fd00::1]:5000"),
            // An address in other spellings is the same place.
            ("https://2130706433/", "https://127.0.0.1:443"),
        ]
        for (text, origin) in rows { #expect(try #require(HTTPURL(text), "\(text)").origin == origin) }
    }

    @Test func othersAreRefused() {
        for text in [
            "", "registry.example", "/v2/", "ftp://h/", "file:///etc/passwd", "https://", "https://user:pass@h/",
            "https://user@h/", "https://h:99999/", "https://h\r\nX: 1/", "https://a b/", "javascript:1",
            "https://h/a\0b", "https://h/a\tb", "https://h/a b", "https://h/\u{7F}", "https://h/v2/\r\nX: 1",
            "https://h/" + String(repeating: "a", count: 10_000),
        ] {
            #expect(HTTPURL(text) == nil, "\(text.prefix(40))")
        }
    }

    @Test func locationsResolve() throws {
        let base = try #require(HTTPURL("https://h:5000/v2/"))
        #expect(base.resolving("/login")?.text == "https://h:5000/login")
        #expect(base.resolving("x")?.text == "https://h:5000/v2/x")
        #expect(base.resolving("//other/x")?.origin == "https://other:443")
        #expect(base.resolving("http://h:5000/v2/")?.origin == "http://h:5000")
        #expect(base.resolving("ftp://h/") == nil)
    }

    @Test func queriesAreEscaped() throws {
        let realm = try #require(HTTPURL("https://h/token?a=1"))
        let url = realm.adding(query: [("scope", "repository:a/b:pull"), ("service", "x&y=z #\r\n")])
        #expect(url?.text == "https://h/token?a=1&scope=repository%3Aa%2Fb%3Apull&service=x%26y%3Dz%20%23%0D%0A")
    }
}
