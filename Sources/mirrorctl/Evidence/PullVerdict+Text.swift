import Containerd
import Diagnosis
import Operations
import Texts

extension PullVerdict {
    func print(_ output: OutputOptions, live: LivePullResult? = nil) throws {
        let findings = findings.map(\.withoutSecrets)
        if output.isJSON {
            try output.print(WhyJSON(plan: plan, findings: findings, live: live))
        } else {
            Console.out(WhyText(plan: plan, findings: findings, live: live).text)
        }
        if hasProblem || live?.isGood(plan) == false { throw ExitStatus.problem.exit }
    }
}

extension PullRefusal {
    /// Says why nothing is explained, and gives what to throw.
    func said(of image: String, _ output: OutputOptions) throws -> any Error {
        guard case .noStart(let error, let version) = self else { return Console.fail(problem, .dataError) }
        let finding = VersionComparison.doesNotStart(error, version: version)
        if output.isJSON {
            try output.print(WhyJSON(image: image, version: version, error: error, findings: [finding]))
        } else {
            Console.out(texts(verdict) + "\n\n" + FindingText(finding).text)
        }
        return ExitStatus.problem.exit
    }
}
