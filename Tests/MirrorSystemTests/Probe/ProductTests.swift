import Diagnosis
import MirrorSystem
import TestSupport
import Testing

/// A registry is named by what it says about itself.
@Suite struct ProductTests {
    @Test func eachProductIsNamed() throws {
        let lab = try Lab.running()
        let products: [String: RegistryProduct] = [
            "tls": .distribution, "basic": .distribution, "token": .distribution, "raw-harbor": .harbor,
            "raw-quay": .quay, "raw-nexus": .nexus, "raw-artifactory": .artifactory, "raw-zot": .zot,
        ]
        for (server, product) in products {
            var plan = ProbePlan(endpoint: endpoint(lab.url(server)))
            plan.caCertPath = lab.caPath
            let known = RecognizedRegistry(Prober().probe(plan))
            #expect(known?.product == product, "\(server)")
            #expect(known?.evidence.isEmpty == false)
        }
        #expect(Set(products.values) == Set(RegistryProduct.allCases))
    }

    @Test func aPageIsNoProduct() throws {
        let lab = try Lab.running()
        for server in ["front-page200", "front-page404", "front-expired"] {
            var plan = ProbePlan(endpoint: endpoint(lab.url(server)))
            plan.caCertPath = lab.caPath
            #expect(RecognizedRegistry(Prober().probe(plan)) == nil, "\(server)")
        }
    }

    /// Harbor's own API is asked over the registry's own origin, and only where a project may be missing.
    @Test func harborIsAskedAboutItsProjects() throws {
        let lab = try Lab.running()
        var plan = ProbePlan(endpoint: endpoint(lab.url("raw-harbor")))
        plan.caCertPath = lab.caPath
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.images = ["gcr.io/asked/tool:1"]
        let report = Prober().probe(plan)
        guard case .exists = report.project else {
            Issue.record("\(report.project)")
            return
        }
        #expect(
            lab.log("raw-servers").contains("raw-harbor HEAD /api/v2.0/projects?project_name=asked HTTP/1.1 basic=True")
        )
    }
}
