/// The node asks a mirror that the cluster config file does not have.
struct MirrorNotExpected: NodeRule {
    let code = "MIR0817"
    let severity = Finding.Severity.warning

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let expected = node.inspection.expected else { return [] }
        let known = Dictionary(expected.endpointsByHost.map { ($0.host.name, $0.endpoints) }) { first, _ in first }
        return node.hosts.compactMap { host in
            let wanted = (known[host.name] ?? []).map(NodeJudgement.address)
            let extra = host.plan.resolving.filter { !$0.isUpstream && !wanted.contains(NodeJudgement.address($0)) }
            guard !extra.isEmpty else { return nil }
            let evidence = extra.map { attempt in
                let place = attempt.endpoint.source.map { " (\($0.file):\($0.line))" } ?? ""
                return attempt.endpoint.baseURL + place
            }
            return finding(node, evidence, ["registryHost": host.name])
        }
    }
}
