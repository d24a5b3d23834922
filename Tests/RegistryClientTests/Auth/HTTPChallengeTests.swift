import RegistryClient
import TestSupport
import Testing

@Suite struct HTTPChallengeTests {
    @Test func whatRegistriesSend() {
        let bearer =
            #"Bearer realm="https://auth.example.com/token",service="registry.example.com",scope="repository:a/b:pull""#
        let rows: [(String, [HTTPChallenge])] = [
            (#"Basic realm="lab""#, [HTTPChallenge(scheme: "basic", parameters: ["realm": "lab"])]),
            (
                bearer,
                [
                    HTTPChallenge(
                        scheme: "bearer",
                        parameters: [
                            "realm": "https://auth.example.com/token", "service": "registry.example.com",
                            "scope": "repository:a/b:pull",
                        ]
                    )
                ]
            ),
            ("Negotiate", [HTTPChallenge(scheme: "negotiate")]),
            (
                #"Negotiate, BASIC Realm = "a, b=c \"d\"" , Bearer realm=x"#,
                [
                    HTTPChallenge(scheme: "negotiate"),
                    HTTPChallenge(scheme: "basic", parameters: ["realm": #"a, b=c "d""#]),
                    HTTPChallenge(scheme: "bearer", parameters: ["realm": "x"]),
                ]
            ),
            // The first of equal names counts: a second realm cannot take its place.
            (#"Bearer realm="a",realm="b""#, [HTTPChallenge(scheme: "bearer", parameters: ["realm": "a"])]),
            (#"Basic realm="unclosed"#, [HTTPChallenge(scheme: "basic", parameters: ["realm": "unclosed"])]),
            ("", []), (" , ,", []), ("=", []),
        ]
        for (header, challenges) in rows { #expect(HTTPChallenge.parse(header) == challenges, "\(header)") }
    }

    /// What is written by the grammar is read as it was meant.
    @Test func readsWhatItsGrammarWrites() {
        var random = SeededGenerator(seed: 1)
        let letters = Array("abc:/. =,\"\\é\u{1B}")
        for _ in 0..<2_000 {
            let count = Int.random(in: 1...3, using: &random)
            let challenges = (0..<count).map { index in
                var parameters: [String: String] = [:]
                for name in ["realm", "service", "scope"].shuffled(using: &random).prefix(
                    .random(in: 1...3, using: &random)
                ) {
                    let length = Int.random(in: 0...6, using: &random)
                    parameters[name] = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
                }
                return HTTPChallenge(scheme: "s\(index)", parameters: parameters)
            }
            let header = challenges.map { challenge in
                let pairs = challenge.parameters.map { name, value in
                    let quoted = value.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
                    return "\(name)=\"\(quoted)\""
                }
                return "\(challenge.scheme) "
                    + pairs.joined(separator: [",", ", ", " , "].randomElement(using: &random) ?? ",")
            }
            #expect(HTTPChallenge.parse(header.joined(separator: ", ")) == challenges)
        }
    }

    @Test func anythingIsReadWithoutHarm() {
        var random = SeededGenerator(seed: 2)
        let alphabet = Array("Bearer realm=\"\\,; \t\u{0}\u{1B}é")
        for _ in 0..<5_000 {
            let length = Int.random(in: 0...60, using: &random)
            let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "," })
            #expect(HTTPChallenge.parse(text).count <= 16)
        }
        #expect(HTTPChallenge.parse(String(repeating: "a,", count: 100_000)).count <= 16)
    }
}
