import MirrorCore
import Texts
import Threads

extension Kubectl {
    /// Looks for each Secret; what could not be asked is an answer too.
    package func checks(
        of references: [SecretReference],
        _ texts: Catalogue,
        cancellation: Cancellation = Cancellation()
    ) -> [SecretReference: SecretCheck] {
        var checks: [SecretReference: SecretCheck] = [:]
        for reference in references where checks[reference] == nil {
            do throws(KubectlError) {
                checks[reference] = try secret(reference, cancellation: cancellation).map { .found($0) } ?? .missing
            } catch {
                checks[reference] = .failed(texts(error.problem))
            }
        }
        return checks
    }
}
