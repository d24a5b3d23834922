import Diagnosis
import Testing

@Suite struct TypedPathTests {
    @Test func onlyThePathIsPutRight() {
        let rows: [(String, TypedPath.Fault, String, String)] = [
            ("https://h:5000/ns", .noV2, "https://h:5000/v2/ns", "/ns"),
            ("https://h:5000/ns/v2", .noV2, "https://h:5000/v2/ns", "/ns/v2"),
            ("https://h:5000/v2/v2/ns", .doubledV2, "https://h:5000/v2/ns", "/v2/v2/ns"),
            ("https://h:5000/v2/ns/", .slash, "https://h:5000/v2/ns", "/v2/ns/"),
            ("https://h:5000/", .slash, "https://h:5000", "/"),
            ("https://h/v2", .bareV2, "https://h", "/v2"),
        ]
        for (text, fault, fixed, path) in rows {
            let typed = TypedPath(text)
            #expect(typed?.fault == fault, "\(text)")
            #expect(typed?.fixed == fixed, "\(text)")
            #expect(typed?.path == path, "\(text)")
        }
        for text in ["https://h:5000", "https://h:5000/v2/a/b", "h:5000/ns", "ftp://h/ns", "https://u@h/ns", ""] {
            #expect(TypedPath(text) == nil, "\(text)")
        }
    }
}
