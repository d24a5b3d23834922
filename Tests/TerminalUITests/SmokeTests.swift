import Testing

@Suite struct TerminalUISmokeTests {
    @Test func builds() {
        #expect(Bool(true))
    }
}
