import Testing

@Suite struct ConformanceSmokeTests {
    @Test func builds() {
        #expect(Bool(true))
    }
}
