/// A `hosts.toml` was passed over, so its mirrors were never asked.
struct TracedHostsFileIgnored: TraceRule {
    let code = "MIR0866"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        guard let first = trace.undecodedHostsFiles.first else { return [] }
        return [finding([first], trace, host: nil)]
    }
}
