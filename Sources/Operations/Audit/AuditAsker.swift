import Containerd
import Diagnosis
import MirrorCore
import MirrorSystem
import Threads

/// Judges images on one thread, by the engine: it says what is asked next, and a host that is no mirror ends the asking.
final class AuditAsker {
    private let job: AuditJob
    private var sources: [AuditSource]
    private let exchanges: [AuditExchanges]
    private let memory: AuditMemory
    private let cancellation: Cancellation

    init(_ job: AuditJob, _ sources: [AuditSource], _ memory: AuditMemory, _ cancellation: Cancellation) {
        self.job = job
        self.sources = sources
        self.memory = memory
        self.cancellation = cancellation
        exchanges = sources.map { source in
            let view = NodeView(files: source.explainer.files, proxies: job.proxies)
            let asker = RegistryAsker(view, source.explainer.rules.version)
            return AuditExchanges(asker, memory, job.materials, cancellation)
        }
    }

    /// - Parameter reference: normalized.
    func ways(of reference: String) -> [AuditWay] {
        sources.indices.map { source in
            let plan: PullPlan
            do throws(ImageReferenceError) {
                plan = try sources[source].explainer.explain(reference)
            } catch {
                return AuditWay(asked: [], result: .nobody(error.description))
            }
            let route = AuditRoute(plan, job.bounds)
            if let settled = route.settled(asks: job.asks) { return AuditWay(asked: route.asked, result: settled) }
            return ask(route, source)
        }
    }

    private func ask(_ route: AuditRoute, _ source: Int) -> AuditWay {
        var flow = route.plan.flow(credentials: sources[source].credentials)
        var doubts: [AuditDoubt] = []
        var answers: [String: String] = [:]
        func way(_ result: AuditResult) -> AuditWay {
            AuditWay(asked: route.asked, result: result, answers: answers)
        }
        func way(unless result: AuditResult) -> AuditWay { way(doubts.isEmpty ? result : .unchecked(doubts)) }
        while true {
            switch flow.next() {
            case .ask(let request):
                guard let index = request.endpoint, route.isAskable(index) else {
                    return way(unless: request.endpoint.map(route.beyond) ?? .upstreamNext)
                }
                let endpoint = route.plan.attempts[index].endpoint
                let (answer, doubt) = exchanges[source].answer(request, endpoint, route, index)
                if let doubt, !doubts.contains(doubt) { doubts.append(doubt) }
                if request.purpose != .token { answers[endpoint.baseURL] = Self.words(answer) }
                flow.take(answer)
            case .done(.resolved(let descriptor, let index)):
                let endpoint = route.plan.attempts[index].endpoint
                if memory.isAgreeing(endpoint.baseURL) {
                    return way(.unchecked([.agreesToAll(host: endpoint.host)]))
                }
                guard AuditRoute.isManifest(descriptor.mediaType) else {
                    return way(.nobody("\(endpoint.host): \(descriptor.mediaType)"))
                }
                return way(route.found(by: index))
            case .done(.failed(let text)): return way(unless: .nobody(URLLogin.masked(SaidBack.masked(text))))
            case .done(.fetched): return way(.unchecked(doubts))
            }
        }
    }

    private static func words(_ answer: RegistryAnswer) -> String {
        switch answer {
        case .response(let response): HTTPStatus.line(response.status)
        case .failure(let failure): failure.text
        }
    }

    /// Asks the mirrors of a registry host for an image that nobody has: one that has it says yes to everything.
    func prove(_ registryHost: String) {
        let number = UInt64.random(in: .min ... .max)
        let reference = "\(registryHost)/mirrorctl/audit-\(String(number, radix: 16)):none"
        for (source, way) in ways(of: reference).enumerated() {
            guard case .mirror(let index) = way.result else { continue }
            let plan = try? sources[source].explainer.explain(reference)
            guard let plan, plan.attempts.indices.contains(index) else { continue }
            memory.agrees(plan.attempts[index].endpoint.baseURL)
        }
    }
}
