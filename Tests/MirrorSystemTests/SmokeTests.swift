import Testing

@Suite struct MirrorSystemSmokeTests {
    @Test func builds() {
        #expect(Bool(true))
    }
}
