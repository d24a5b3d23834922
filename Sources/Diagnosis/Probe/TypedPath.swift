import MirrorCore

/// An endpoint whose path is not as GDC spells it, and what it must have meant.
package struct TypedPath: Equatable, Sendable, Codable {
    package enum Fault: String, Sendable, CaseIterable, Codable {
        /// `https://HOST/NAMESPACE`
        case noV2
        /// `https://HOST/v2/v2/NAMESPACE`, or a namespace that begins with `v2/`.
        case doubledV2
        /// `https://HOST/v2/NAMESPACE/`
        case slash
        /// `https://HOST/v2`
        case bareV2
    }

    /// As typed.
    package let text: String
    package let fault: Fault
    /// As GDC spells it.
    package let fixed: String

    package init(text: String, fault: Fault, fixed: String) {
        self.text = text
        self.fault = fault
        self.fixed = fixed
    }

    /// `nil` when the endpoint is good as it stands, or wrong in another way.
    package init?(_ text: String) {
        do {
            _ = try EndpointSyntax(text)
            return nil
        } catch {
            guard let fixed = error.arguments["fixed"] else { return nil }
            switch error.id {
            case "endpoint.noV2": fault = .noV2
            case "endpoint.doubledV2": fault = .doubledV2
            case "endpoint.trailingSlash": fault = .slash
            case "endpoint.bareV2": fault = .bareV2
            default: return nil
            }
            self.text = text
            self.fixed = fixed
        }
    }

    /// The path as containerd would take it: `/NAMESPACE`.
    package var path: String {
        let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
    }
}

/// What the registry says to a node that asks where the typed path leads.
package struct TypedPathFacts: Equatable, Sendable, Codable {
    package let typed: TypedPath
    /// `nil` when it was not asked.
    package var answer: HTTPFacts?

    package init(typed: TypedPath, answer: HTTPFacts? = nil) {
        self.typed = typed
        self.answer = answer
    }
}
