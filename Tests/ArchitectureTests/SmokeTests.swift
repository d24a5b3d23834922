import Testing

@Suite struct ArchitectureSmokeTests {
    @Test func builds() {
        #expect(Bool(true))
    }
}
