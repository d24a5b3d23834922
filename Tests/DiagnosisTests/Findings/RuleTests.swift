import Diagnosis
import Testing
import Texts

@Suite struct RuleTests {
    @Test func aGoodReportHasNoFinding() {
        #expect(diagnose(ReportSamples.good) == [])
    }

    @Test func nothingIsSaidBeforeAnythingWasSeen() {
        #expect(diagnose(ProbeReport(plan: ReportSamples.good.plan)) == [])
    }

    /// A cause has one name: its own report gives its code, once, and no other.
    @Test func eachCauseGivesItsOwnFindingAndNoOther() throws {
        for rule in diagnosisRules {
            let report = try #require(ReportSamples.byCode[rule.code], "no sample for \(rule.code)")
            #expect(diagnose(report).map(\.code) == [rule.code], "\(rule.code)")
        }
        #expect(Set(ReportSamples.byCode.keys) == Set(probeCodes))
    }

    @Test func codesAreInOrderAndOnce() {
        #expect(findingCodes == Set(findingCodes).sorted())
        #expect(findingCodes.allSatisfy { $0.count == 7 && $0.hasPrefix("MIR") })
    }

    /// Every language has every text, and every placeholder is filled.
    @Test func everyFindingHasItsTexts() throws {
        for catalogue in Catalogue.all {
            for code in findingCodes {
                for part in ["title", "cause", "next"] {
                    #expect(catalogue.keys.contains("\(code).\(part)"), "\(code)")
                }
            }
            for code in probeCodes {
                let report = try #require(ReportSamples.byCode[code])
                let finding = try #require(diagnose(report).first)
                for phrase in [finding.title, finding.cause, finding.nextStep] {
                    #expect(catalogue.keys.contains(phrase.key), "\(catalogue.language) \(phrase.key)")
                    let names = Self.placeholders(in: catalogue(Phrase(phrase.key)))
                    #expect(
                        names.subtracting(phrase.arguments.keys).subtracting(phrase.parts.keys) == [],
                        "\(phrase.key)"
                    )
                    #expect(!catalogue(phrase).contains("{}"), "\(phrase.key)")
                }
            }
        }
    }

    /// A registry that does anything else with a login than to let it in is no good one, whatever it does.
    @Test(arguments: [100, 300, 302, 307, 400, 401, 403, 404, 405, 409, 418, 429, 500, 503])
    func noAnswerToALoginIsPassedOver(status: Int) {
        var report = ReportSamples.good
        report.login?.answer = ReportSamples.answer(status)
        report[.login].status = .failed
        #expect(diagnose(report).contains { $0.severity == .error })
    }

    @Test func everyPhaseHasItsTitle() {
        for kind in ProbePhase.Kind.allCases { #expect(Catalogue.english.keys.contains(kind.title.key)) }
    }

    @Test func errorsComeBeforeWarnings() {
        var report = ReportSamples.byCode["MIR0501"] ?? ReportSamples.good
        report.tls?.chain[0].notAfter = report.startedAt + 60
        #expect(diagnose(report).map(\.code) == ["MIR0501", "MIR0216"])
    }

    private static func placeholders(in template: String) -> Set<String> {
        Set(template.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) })
    }
}
