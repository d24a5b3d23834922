import Diagnosis
import GoData
import MirrorCore
import Secrets
import TOML
import TestSupport
import Testing

@Suite struct URLLoginTests {
    @Test(arguments: [
        "https://u:SEED@h", "ftp://u:SEED@h:1/x", "https://u:SEED/@x", "https://u:SE?ED@h", "https://u:#SEED@h",
        "https://SEED@h", "u:SEED@h:5000", "http_proxy=u:SEED@h", "a=http://u:SEED@h,b=http://v:SEED@i",
        "https://u:p@SEED@h", "\"https://u:SEED@h\"", "//u:SEED@h", "see <https://u:SEED%2F@h> and http://SEED@x.",
        "https://u:a bSEED@h", "mirror https://u:a b cSEED/@x is none",
    ])
    func hidesWhatStandsBeforeTheHost(_ text: String) {
        let masked = URLLogin.masked(text)
        #expect(!masked.contains("SEED") && !masked.contains("ED@") && masked.contains("redacted@"), "\(masked)")
        #expect(URLLogin.isIn(text) && URLLogin.masked(masked) == masked)
        #expect(!URLLogin.logins(in: text).isEmpty)
    }

    @Test(arguments: [
        "https://h:5000/v2/ns", "docker.io/library/nginx@sha256:abc", "h:5000/a/b:1@sha256:0123", "root@10.0.0.1",
        "[user@]host", "https://h/v2/a/manifests/x@sha512:ab", "mail: a@b", "", "@", "http://USER:PASSWORD@HOST:PORT",
        "https://10.0.0.1:5000: dial tcp, ask root@h", "Get \"https://h:x\": no port, ask root@h", "https://h: no, a@b",
        "https://h:x is no address of a:b@sha256:01", "https://[::1]:x is none of a@b",
    ])
    func leavesOtherTextAlone(_ text: String) { #expect(URLLogin.masked(text) == text) }

    @Test func quotesAndLineEndsOfJSON() {
        let json = #"{"a":"x\nhttps://u:SE\"ED@h","b":"node:\nroot@h"}"#
        let masked = URLLogin.masked(json, isJSON: true)
        #expect(masked == #"{"a":"x\nhttps://redacted@h","b":"node:\nroot@h"}"#)
    }
}

@Suite struct SecretFormsTests {
    private let secret = #"p/w"S+E&D é1"#

    /// What a server may make of it.
    @Test(arguments: [
        #"is p/w"S+E&D é1 wrong"#, #"{"m":"p/w\"S+E&D é1"}"#, #"{"m":"p\/w\"S+E&D é1"}"#, "p%2Fw%22S%2BE%26D%20%C3%A91",
        "p%2fw%22S%2bE%26D+%c3%a91", "p/w&quot;S+E&amp;D é1", "p/w&#34;S+E&amp;D é1", "p/w%22S+E&D%20%C3%A91",
    ])
    func isFoundAsItIsQuoted(_ text: String) {
        let masked = SecretForms([secret]).masked(text)
        #expect(masked.contains("‹redacted›") && !masked.contains("E&") && !masked.contains("%26"), "\(masked)")
    }

    /// `user:SEEDSECRET`, `xSEEDSECRETy` and the like, with padding and without, in both alphabets.
    @Test(arguments: ["", "u:", "user:", "longer-user:"], ["", "x", "yz"])
    func isFoundInBase64(_ before: String, _ after: String) {
        let whole = before + "SEED?>SECRET~~" + after
        let code = base64(Array(whole.utf8))
        let forms = SecretForms(["SEED?>SECRET~~"])
        let url = code.replacing("+", with: "-").replacing("/", with: "_")
        for text in [code, code.replacing("=", with: ""), url, code.replacing("/", with: "\\/")] {
            let masked = forms.masked("Basic \(text), sent")
            #expect(masked == "Basic ‹redacted›, sent", "\(text): \(masked)")
        }
    }

    /// In whatever order secrets become known, also where one begins with another or is its base64.
    @Test func secretsThatComeLaterAreMaskedAsIfAllWereKnown() {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<200 {
            let secrets = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                String(
                    (0..<Int.random(in: 4...10, using: &random)).map { _ in "abA/".randomElement(using: &random) ?? "a"
                    }
                )
            }
            var growing = GrowingSecretForms(minimum: 4)
            var rest = secrets[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...3, using: &random)
                growing.add(rest.prefix(count))
                rest = rest.dropFirst(count)
            }
            let text = String((0..<60).map { _ in "abA/ ".randomElement(using: &random) ?? " " })
            let encoded = secrets.map { " \(Base64.encode(Array("u:\($0)x".utf8))) " }.joined()
            for text in [text, encoded, secrets.joined(), secrets.joined(separator: " ")] {
                #expect(growing.masked(text) == SecretForms(secrets).masked(text), "\(secrets) \(text)")
            }
            #expect(growing.count == secrets.count)
        }
    }

    /// However many begin alike, and whatever is a part of what.
    @Test func theLongestThatStandsThereCounts() {
        let many = (0..<2000).map { "token-of-a-provider-\($0)" }
        let forms = SecretForms(many + ["token-of-a-provider"])
        #expect(forms.masked("a token-of-a-provider-1999, b") == "a ‹redacted›, b")
        #expect(forms.masked("a token-of-a-provider-x") == "a ‹redacted›-x")
        #expect(forms.masked("a token-of-a-provide") == "a token-of-a-provide")
        // A short one inside of a word is none, and the longer one around it is.
        #expect(SecretForms(["abcd", "abcdefghij"]).masked("abcdefghij abcdef abcd") == "‹redacted› abcdef ‹redacted›")
    }

    @Test func aLongOneGoesAsFarAsItIsRepeated() {
        let long = String(repeating: "0123456789abcdef", count: 64)
        let forms = SecretForms([long, String(long.prefix(600)) + "-another", String(long.prefix(200))])
        #expect(forms.masked("<\(long)>") == "<‹redacted›>")
        #expect(forms.masked("<\(long.prefix(600))-another>") == "<‹redacted›>")
        // Cut off by whoever said it.
        #expect(forms.masked("<\(long.prefix(300))…") == "<‹redacted›…")
        #expect(!forms.masked("<\(long.prefix(220))…").contains(long.prefix(200)))
    }

    @Test func shortOnesAreWordsOfTheirOwn() {
        let forms = SecretForms(["test"])
        #expect(forms.masked("the latest image: test.") == "the latest image: ‹redacted›.")
        #expect(SecretForms(["abc"]).masked("abc") == "abc")
        #expect(SecretForms.none.masked("x") == "x")
    }

    private func base64(_ bytes: [UInt8]) -> String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var result = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = part.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for place in 0..<4 { result.append(place <= part.count ? signs[bits >> (18 - 6 * place) & 63] : "=") }
        }
        return result
    }
}

@Suite struct TOMLOutlineTests {
    private static let broken = """
        # SEEDSECRET0
        version = 2
        [host."https://u:SEEDSECRET1@a:1"] # SEEDSECRET2
        capabilities = [pull]
        server = "https://u:SEEDSECRET3@h"
        header = { X-Api-Key = "SEEDSECRET4" }
        "he\\u0061der".X = ["SEEDSECRET5",
          'SEEDSECRET6']
        password: SEEDSECRET7
        ca = ["/etc/a.pem",
          "/etc/b.pem"]
        token = \"""
        SEEDSECRET8
        \"""
        ca = { x = "SEEDSECRET9" }
        key = "SEEDSECRETa
        SEEDSECRETb
        """

    /// CR LF ends a line, too: a file of Windows is not one line of a harmless key.
    @Test func linesOfCRLFAreLines() {
        let text = "version = 2\r\ntoken = SEEDSECRET\r\npassword: \"SEEDSECRET\"\r\nroot = \"/x\"\r\n"
        let clean = Redaction.file("a.toml", text, known: .none)
        #expect(!clean.contains("SEEDSECRET") && clean.hasPrefix("version = 2\r\n"), "\(clean)")
        #expect(clean.utf8.count { $0 == 0x0A } == 4 && clean.hasSuffix("root = \"/x\"\r\n"))
        let headers = "[host.\"https://h\".header]\r\n  X = [\"abcd\", \"e\"] # why\r\n"
        let hidden = Redaction.file("hosts.toml", headers, known: .none)
        #expect(!hidden.contains("abcd") && hidden.hasSuffix("# why\r\n"), "\(hidden)")
        let log = "password=SEEDSECRET\r\nthe next line\r\n"
        #expect(Redaction.text(log) == "password=‹redacted›\r\nthe next line\r\n")
    }

    @Test func whatGoSaysBackOfItIsHiddenToo() {
        let said = "parse \"https://u:PW2/@127.0.0.1:2\": invalid port \":PW2\" after host"
        #expect(!URLLogin.masked(said).contains("PW2"))
        #expect(!URLLogin.masked(said.replacing("\"", with: "\\\""), isJSON: true).contains("PW2"))
        let typo = "parse \"https://127.0.0.1:5o00\": invalid port \":5o00\" after host"
        #expect(URLLogin.masked(typo) == typo)
    }

    @Test func aFileThatIsNotUnderstoodTellsNothing() throws {
        let clean = Redaction.file("/etc/containerd/certs.d/x/hosts.toml", Self.broken, known: .none)
        #expect(!clean.contains("SEEDSECRET"), "\(clean)")
        #expect(
            clean.contains("capabilities = [pull]") && clean.contains("/etc/b.pem") && clean.contains("version = 2")
        )
        #expect(clean.split(separator: "\n").count == Self.broken.split(separator: "\n").count)
    }

    /// The error is the same, so a bundle is judged as what it was made of.
    @Test func itIsWrongInTheSamePlace() {
        for text in [Self.broken, "a = 1\nb = \"x\\u00e9y\" z\n", "header = { A = \"secret\\q\" }", "x = secretword"] {
            let clean = Redaction.file("a.toml", text, known: .none)
            var (before, after): (TOMLError?, TOMLError?)
            do throws(TOMLError) { _ = try TOMLDocument(text) } catch { before = error }
            do throws(TOMLError) { _ = try TOMLDocument(clean) } catch { after = error }
            #expect(before != nil && before?.line == after?.line && before?.column == after?.column, "\(text) \(clean)")
        }
    }

    @Test func whatItHidesIsFoundElsewhere() {
        let found = SecretScan.secrets(inFiles: [("/x/hosts.toml", Array(Self.broken.utf8))])
        for name in ["SEEDSECRET1", "SEEDSECRET4", "SEEDSECRET5", "SEEDSECRET8", "SEEDSECRETa"] {
            #expect(found.contains { $0 == Secret(name) }, "\(name)")
        }
    }

    /// A text that is never closed is one word of the whole line.
    @Test(arguments: ["x", "é", "\\u00e9", "a/", "\\\""])
    func whatIsLongIsHiddenWherever(unit: String) {
        let secret = "begin" + String(repeating: unit, count: 90_000)
        let text = "version = 2\ntoken = \"\(secret)\nroot = \"/x\"\n"
        let clean = Redaction.file("a.toml", text, known: .none)
        #expect(!clean.contains("begin") && clean.hasSuffix("\nroot = \"/x\"\n"))
        #expect(clean.unicodeScalars.count == text.unicodeScalars.count)
        let forms = SecretForms(SecretScan.secrets(inFiles: [("/a.toml", Array(text.utf8))]))
        #expect(forms.masked("it said \"\(secret)\" once") == "it said \"\(Redaction.mark)\" once")
    }
}
