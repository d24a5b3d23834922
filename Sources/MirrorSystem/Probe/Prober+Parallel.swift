import Diagnosis
import Dispatch
import Synchronization

extension Prober {
    /// Probes all plans side by side, each on a thread of its own, and returns the reports in their order.
    ///
    /// Every probe keeps its own deadline, so all of them together take as long as the slowest; more than `limit` wait
    /// for a place.
    package func probe(_ plans: [ProbePlan], cancellation: Cancellation, limit: Int = 32) -> [ProbeReport] {
        if plans.count == 1 { return [probe(plans[0], cancellation: cancellation)] }
        let reports = Mutex<[Int: ProbeReport]>([:])
        let next = Atomic<Int>(0)
        let group = DispatchGroup()
        withExtendedLifetime(group) {
            for _ in 0..<min(limit, plans.count) {
                // A serial queue of its own: a probe blocks its thread, and must not take one of a few shared ones.
                DispatchQueue(label: "probe").async(group: group) {
                    while true {
                        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < plans.count else { return }
                        let report = probe(plans[index], cancellation: cancellation)
                        reports.withLock { $0[index] = report }
                    }
                }
            }
            group.wait()
        }
        return reports.withLock { found in plans.indices.map { found[$0] ?? ProbeReport(plan: plans[$0]) } }
    }
}
