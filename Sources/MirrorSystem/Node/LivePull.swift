import Containerd
import MirrorCore
import RegistryClient

/// Makes the attempts of a plan, from this machine or through a node, with the node's CA files, and says what each host
/// answered.
///
/// Only what finds the name is asked: HEAD and GET of manifests, and tokens by GET. Nothing is downloaded.
package struct LivePull {
    package struct Exchange: Equatable, Sendable {
        /// Index of the attempt.
        package let attempt: Int
        package let request: RegistryRequest
        package let answer: RegistryAnswer
    }

    private let plan: PullPlan
    private let view: NodeView
    private let secondsPerRequest: Int

    package init(plan: PullPlan, view: NodeView, secondsPerRequest: Int = 10) {
        self.plan = plan
        self.view = view
        self.secondsPerRequest = secondsPerRequest
    }

    /// This machine, or a tree: the unit's files say which proxies containerd has.
    package init(plan: PullPlan, files: any NodeFiles) {
        self.init(plan: plan, view: NodeView(withProxiesOf: files))
    }

    /// - Parameter each: after every exchange.
    package func run(
        credentials: RegistryCredentials,
        each: (Exchange) -> Void = { _ in }
    ) -> (exchanges: [Exchange], outcome: PullFlow.Outcome) {
        for secret in credentials.secrets { SaidBack.note(secret) }
        let asker = RegistryAsker(view, plan.rules.version, secondsPerRequest: secondsPerRequest)
        var exchanges: [Exchange] = []
        var flow = plan.flow(credentials: credentials)
        let outcome = flow.run { request in
            let tls = request.endpoint.map { plan.attempts[$0].endpoint.tls } ?? RegistryEndpoint.TLS()
            let answer = asker.answer(request, tls)
            let exchange = Exchange(attempt: request.endpoint ?? 0, request: request, answer: answer)
            exchanges.append(exchange)
            each(exchange)
            return answer
        }
        if case .failed(let text) = outcome { return (exchanges, .failed(URLLogin.masked(SaidBack.masked(text)))) }
        return (exchanges, outcome)
    }
}
