import Testing

@Suite struct CommandSmokeTests {
    @Test func builds() {
        #expect(Bool(true))
    }
}
