/// Whether the registry knows the project (Harbor), organization (Quay) or first path part that the endpoint leads to.
package enum ProjectFacts: Equatable, Sendable, Codable {
    case unknown
    case exists(HTTPFacts)
    /// The registry said so itself.
    case missing(project: String, HTTPFacts)
}
