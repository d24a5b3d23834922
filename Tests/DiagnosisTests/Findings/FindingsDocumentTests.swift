import Diagnosis
import TestSupport
import Testing
import Texts

@Suite struct FindingsDocumentTests {
    /// `RECORD=1` writes it; a stale one fails.
    @Test func theDocumentIsWhatTheRulesSay() {
        expectGolden(FindingsDocument(texts: .english).markdown, "../docs/findings.md")
    }

    @Test func everyCodeIsThereOnce() {
        let codes = FindingCode.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes == findingCodes.sorted())
        for catalogue in Catalogue.all {
            for code in codes { #expect(catalogue("\(code).title") != "\(code).title", "\(catalogue.language)") }
        }
    }
}
