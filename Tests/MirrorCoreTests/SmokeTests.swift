import Testing

@Suite struct MirrorCoreSmokeTests {
    @Test func builds() {
        #expect(Bool(true))
    }
}
