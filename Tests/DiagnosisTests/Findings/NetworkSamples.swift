import Diagnosis
import MirrorCore

/// Reports with something wrong on the way to the mirror, or with what it does to its client.
extension ReportSamples {
    static let network: [String: ProbeReport] = [
        "MIR0120": changed { $0.proxySettings = ProxySettings(environment: ["HTTPS_PROXY": "10.0.0.9:3128"]) },
        "MIR0121": planned { plan in
            plan.nodeProxy = ClusterConfig.Proxy.absent
            plan.nodeProxy?.url = "http://10.0.0.9:3128"
        },
        "MIR0122": failed(.refused),
        "MIR0123": failed(.wantsLogin(answer: ["HTTP/1.1 407 Proxy Authentication Required"])),
        "MIR0124": failed(.refusedTunnel(status: 403, answer: ["HTTP/1.1 403 Access violation"])),
        "MIR0125": failed(.refusedTunnel(status: 503, answer: ["HTTP/1.1 503 Service Unavailable"])),
        "MIR0126": failed(.silent),
        "MIR0127": changed { $0.proxySettings = ProxySettings(environment: ["HTTPS_PROXY": "ftp://h"]) },
        "MIR0128": failed(.overTLS),
        "MIR0130": changed { report in
            report.addressFacts = [
                AddressFacts(address: "10.0.0.1", outcome: .connected, milliseconds: 1),
                AddressFacts(address: "fd00::1", outcome: .timedOut),
            ]
        },
        "MIR0140": changed { $0.ping?.bodyEnd = .cut },
        "MIR0141": changed { $0.ping?.bodyEnd = .broken },
        "MIR0142": changed { $0.ping?.encoding = "gzip" },
        "MIR0143": {
            var facts = answer(302)
            facts.redirectsToItself = true
            return pinged(facts)
        }(),
        "MIR0144": changed { report in
            report.login?.sent = .nothing(.foreignRealm)
            report.login?.token = nil
            report.login?.hasToken = false
            report.login?.answer = nil
            (report.images, report.mirrorNamespace) = ([], .notChecked)
        },
    ]

    private static func planned(_ change: (inout ProbePlan) -> Void) -> ProbeReport {
        var plan = good.plan
        change(&plan)
        var report = ProbeReport(plan: plan, startedAt: good.startedAt)
        report.isFinished = true
        return report
    }
}
