import Testing

@Suite struct RegistryClientSmokeTests {
    @Test func builds() {
        #expect(Bool(true))
    }
}
