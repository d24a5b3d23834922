/// The cluster config file mirrors a registry host, and the node asks others for it, or in another order.
struct MirrorNotUsed: NodeRule {
    let code = "MIR0816"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let expected = node.inspection.expected, node.explainer != nil, !expected.mirrors.isEmpty else {
            return []
        }
        let places = Dictionary(node.hosts.indices.map { (node.hosts[$0].name, $0) }) { first, _ in first }
        return expected.endpointsByHost.compactMap { host, endpoints in
            let wanted = endpoints.map(NodeJudgement.address)
            guard let plan = places[host.name].map({ node.hosts[$0].plan }) else { return nil }
            let found = plan.error == nil ? plan.resolving.filter { !$0.isUpstream }.map(NodeJudgement.address) : []
            guard found.filter(wanted.contains) != wanted else { return nil }
            let evidence = wanted.map { "- " + $0 } + plan.resolving.map { "+ " + $0.endpoint.baseURL }
            return finding(node, plan.error.map { ["! " + $0.text] } ?? evidence, ["registryHost": host.name])
        }
    }
}
