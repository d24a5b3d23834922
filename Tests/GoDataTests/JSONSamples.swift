import TestSupport

/// Documents that tell readers of JSON apart.
enum JSONSamples {
    static let texts = [
        "", " ", "\n\t\r ", "null", "true", "false", "tru", "nul", "fals", "truE", "nulL", "0", "-0", "-", "01", "-01",
        "1.", "1.5", ".5",
        "1e", "1e+", "1e5", "1E-5", "+1", "1e999", "0x1", "NaN", "Infinity", "\"", "\"a", "\"a\"", "'a'", "\"a\" \"b\"",
        "\"a\"x",
        "[", "[]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1]]", "[[]]", "{", "{}", "{}}", "{,}", "{\"a\"", "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\" 1}", "{a:1}", "{'a':1}", "{\"a\":1}{\"b\":2}",
        "{\"a\":1}\n{\"b\":2}\n",
        "{1:2}", "{\"a\":,}", "{\"a\"::1}", "{\"a\":1,,\"b\":2}", "{\"a\":1};", "// c\n{}", "{} // c", "{/* c */}",
        "# c\n{}", "{\"a\":1 # c\n}",
        "\"\u{1}\"", "\"a\nb\"", "\"a\tb\"", "\"\u{7F}\"", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\u0041\"",
        "\"\\/\\b\\f\\n\\r\\t\\\\\\\"\"",
        "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"",
        "\"\\ud83d\\ud83d\\ude00\"", "\"\\uD83D\\uDE00\\u00e9\"",
        "\u{FEFF}{}", "{}\u{FEFF}", "\u{A0}{}", "{}\u{A0}", "{\u{A0}}", "“a”", "{“a”:1}", "é", "{\"é\":\"é\"}", "\u{0}",
        "{}\u{0}", "<html>", "a: b",
        "---\na: b", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1},\"a\":{\"c\":2}}", "{\"a\":[1],\"a\":[]}", "{\"\":1}",
        "{\"a\":\"\"}",
        "[true,false,null,0,\"x\",[],{}]", "\u{2028}", "{\"a\":\u{B}1}", "{\"a\":1}\u{1A}", "{\"a\":TRUE}", "[\"a\",]",
        "[-]", "[1.e5]", "[--1]",
    ]

    static let raw: [[UInt8]] = [
        [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], [0xFE, 0xFF, 0x00, 0x7B, 0x00, 0x7D],
        [0x7B, 0x00, 0x7D, 0x00],
        [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xE3, 0x81, 0x22], [0x22, 0xE3, 0x81, 0xE3, 0x81, 0x82, 0x22],
        [0x22, 0xED, 0xA0, 0x80, 0x22],
        [0x22, 0xF0, 0x9F, 0x98, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
        [0x22, 0x80, 0x5C, 0x6E, 0xFF, 0x22],
        [0xAD], [0x80], [0xA0], [0x7F], [0xC3, 0xA9], [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D],
    ]

    static let deep: [[UInt8]] = [9_999, 10_000, 10_001, 50_000].flatMap { depth in
        [Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)]
    }

    /// Good documents with a byte changed, taken out, doubled or put in.
    static func mutations(of seeds: [String], count: Int) -> [[UInt8]] {
        var random = SeededGenerator(seed: 21)
        let alphabet = Array("{}[]\",:\\/'#x0-1.eE \n\t\u{1}truenlfas".utf8) + [0xFF, 0xEF, 0xBB, 0x00]
        return (0..<count).map { _ in
            var bytes = Array((seeds.randomElement(using: &random) ?? "").utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: 0...bytes.count, using: &random)
                let byte = alphabet.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<4, using: &random) {
                case 0 where at < bytes.count: bytes[at] = byte
                case 1 where at < bytes.count: bytes.remove(at: at)
                case 2 where at < bytes.count: bytes.insert(bytes[at], at: at)
                default: bytes.insert(byte, at: at)
                }
            }
            return bytes.filter { $0 != 0x0A || Bool.random(using: &random) }
        }
    }

    static let configs = [
        #"{"auths":{"h:5000":{"auth":"YTpi","username":"u","password":"p"}},"credsStore":"desktop","credHelpers":{"g":"gcr"}}"#,
        #"{"auths":{"h":{"auth":"one"},"h":{"username":"two"}}}"#, #"{"auths":{"h":{"auth":"one","auth":"two"}}}"#,
        #"{"auths":{"h":{"auth":"one"}},"auths":{"g":{"auth":"two"}}}"#,
        #"{"auths":{"h":{"auth":"one"}},"auths":{"h":{"username":"x"}}}"#,
        #"{"auths":{"h":{"auth":"one"}},"auths":null}"#, #"{"auths":null,"auths":{"h":{"auth":"one"}}}"#,
        #"{"auths":{"h":null}}"#,
        #"{"auths":{"h":{"auth":"one","auth":null}}}"#, #"{"Auths":{"h":{"AUTH":"one"}}}"#,
        #"{"AUTHS":{"h":{"Auth":"a","auth":"b"}}}"#,
        #"{"auths":{"h":{"auth":"b","Auth":"a"}}}"#, "{\"auth\u{17F}\":{\"h\":{\"pa\u{17F}\u{17F}word\":\"k\"}}}",
        "{\"cred\u{17F}Store\":\"x\"}",
        "{\"authſ\":{\"H\":{\"auth\":\"1\"},\"h\":{\"auth\":\"2\"}}}", #"{"auths":[]}"#, #"{"auths":"x"}"#,
        #"{"auths":7}"#, #"{"auths":true}"#,
        #"{"auths":{"h":[]}}"#, #"{"auths":{"h":"YTpi"}}"#, #"{"auths":{"h":{"auth":7}}}"#,
        #"{"auths":{"h":{"auth":true}}}"#,
        #"{"auths":{"h":{"auth":{}}}}"#, #"{"auths":{"h":{"auth":["a"]}}}"#, #"{"auths":{"h":{"password":1234}}}"#,
        #"{"credsStore":7}"#,
        #"{"credHelpers":{"h":7}}"#, #"{"credHelpers":[]}"#, "null", "[]", "7", "\"x\"", "{}",
        #"{"other":[1,{"auths":[]}],"auths":{}}"#,
        #"{"auths":{"h":{"extra":[1,2,{"auth":"x"}],"auth":"ok"}}}"#, #"{"auths":{"\u0068":{"auth":"\u0061"}}}"#,
    ]
}
