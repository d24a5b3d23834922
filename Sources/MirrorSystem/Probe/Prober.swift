import Diagnosis
import RegistryClient
import Threads

/// Finds out how a mirror answers, on the caller's thread.
///
/// It goes through the proxy that the plan names, or else that the environment names for the endpoint as Go reads it.
package struct Prober: Sendable {
    private let origin: ProbeOrigin

    /// - Parameter origin: whose connections, CA files and logins are used; this machine's unless another is given.
    package init(from origin: ProbeOrigin = .thisMachine) { self.origin = origin }

    /// Runs the phases in order until one fails; later ones are then skipped.
    ///
    /// It ends at the latest at the plan's deadline, and within a tenth of a second after a cancellation.
    /// - Parameter progress: called on this thread after each change, with everything seen so far.
    package func probe(
        _ plan: ProbePlan,
        cancellation: Cancellation = Cancellation(),
        progress: @escaping @Sendable (ProbeReport) -> Void = { _ in }
    ) -> ProbeReport {
        ProbeRun(plan, origin, cancellation, progress).run()
    }
}
