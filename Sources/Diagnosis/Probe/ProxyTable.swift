import MirrorCore
import Texts

/// Who would ask for the mirror through a proxy, and because of what: this machine, the nodes, and what the probe did.
package struct ProxyTable: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package enum Party: String, Sendable, CaseIterable {
            case workstation, nodes, probe

            /// `proxy.PARTY`
            package var title: Phrase { Phrase("proxy.\(rawValue)") }
        }

        package let party: Party
        /// `nil` for nodes that nothing is known about.
        package let proxy: ProxyAddress?
        package let decision: Phrase
        /// `HTTPS_PROXY=…`, `NO_PROXY=…`: what decided, as written.
        package let settings: [String]
    }

    package let rows: [Row]

    package init(_ report: ProbeReport) {
        let here = report.proxySettings.decision(for: report.plan.endpoint)
        let workstation = Row(
            party: .workstation,
            proxy: here.proxy,
            decision: here.phrase,
            settings: report.proxySettings.evidence(for: here)
        )
        let probe = Row(
            party: .probe,
            proxy: report.proxy,
            decision: report.proxy.map { Phrase("proxy.through", ["proxy": $0.text]) } ?? Phrase("proxy.direct"),
            settings: []
        )
        rows = [workstation, Self.nodes(report), probe]
    }

    /// Something names a proxy somewhere.
    package var isWorthShowing: Bool { rows.contains { $0.proxy != nil || !$0.settings.isEmpty } }

    private static func nodes(_ report: ProbeReport) -> Row {
        guard report.plan.nodeProxy != nil else {
            return Row(party: .nodes, proxy: nil, decision: Phrase("proxy.noCluster"), settings: [])
        }
        guard let settings = report.nodeProxySettings else {
            return Row(party: .nodes, proxy: nil, decision: Phrase("proxy.clusterHasNone"), settings: [])
        }
        let decision = settings.decision(for: report.plan.endpoint)
        return Row(
            party: .nodes,
            proxy: decision.proxy,
            decision: decision.phrase,
            settings: settings.evidence(for: decision)
        )
    }
}
