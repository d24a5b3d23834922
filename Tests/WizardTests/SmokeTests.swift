import Testing

@Suite struct WizardSmokeTests {
    @Test func builds() {
        #expect(Bool(true))
    }
}
