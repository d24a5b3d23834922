import Diagnosis
import Synchronization
import Threads

extension Prober {
    /// Probes all plans side by side, each on a thread of its own, and returns the reports in their order.
    ///
    /// Every probe keeps its own deadline, so all of them together take as long as the slowest; more than `limit` wait
    /// for a place.
    package func probe(_ plans: [ProbePlan], cancellation: Cancellation, limit: Int = 32) -> [ProbeReport] {
        if plans.count == 1 { return [probe(plans[0], cancellation: cancellation)] }
        let reports = Mutex<[Int: ProbeReport]>([:])
        ThreadGroup.each(plans.count, "probe", threads: limit) { index in
            let report = probe(plans[index], cancellation: cancellation)
            reports.withLock { $0[index] = report }
        }
        return reports.withLock { found in plans.indices.map { found[$0] ?? ProbeReport(plan: plans[$0]) } }
    }
}
