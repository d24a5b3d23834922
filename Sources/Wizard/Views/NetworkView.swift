import Diagnosis
import Texts

/// The way to the mirror: proxies where one is named, and the addresses of the name where there are several.
extension ProbeView {
    func addNetwork(of report: ProbeReport, to body: inout Body) {
        let table = ProxyTable(report)
        if table.isWorthShowing {
            body.gap()
            body.add(texts("proxy.title"), .label)
            for row in table.rows {
                let decision = fittingWithDots(texts(row.decision), width: max(8, body.width - 16))
                body.add([Span("  " + texts(row.party.title).padded(to: 14) + decision, .hint)])
                for setting in row.settings { body.add(printable(setting), .hint, indent: 16) }
            }
        }
        guard report.addressFacts.count > 1 else { return }
        body.gap()
        body.add(texts("addresses.title"), .label)
        for address in report.addressFacts { body.add(printable(address.evidence), .hint, indent: 2) }
    }
}
