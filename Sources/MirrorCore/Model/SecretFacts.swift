/// What may be known of a Secret without looking into it.
package struct SecretFacts: Equatable, Sendable {
    package let reference: SecretReference
    /// `Opaque`, `kubernetes.io/dockerconfigjson`
    package let type: String
    /// Names of its entries, never what they hold.
    package let keys: [String]
    /// Value of `baremetal.cluster.gke.io/mark-source`; `true` has it forwarded to other clusters' namespaces.
    package let markSource: String?

    package static let markSourceKey = "baremetal.cluster.gke.io/mark-source"

    package init(reference: SecretReference, type: String, keys: [String], markSource: String?) {
        self.reference = reference
        self.type = type
        self.keys = keys
        self.markSource = markSource
    }

    /// `nil` when the object is no Secret.
    init?(_ object: YAMLNode) {
        guard object["kind"]?.text == "Secret", object["apiVersion"]?.text == "v1" else { return nil }
        self.init(
            reference: SecretReference(
                namespace: object[path: "metadata", "namespace"]?.text ?? "",
                name: object[path: "metadata", "name"]?.text ?? ""
            ),
            type: object["type"]?.text ?? "",
            keys: ["data", "stringData"].flatMap { (object[$0]?.entries ?? []).map(\.key) },
            markSource: object[path: "metadata", "annotations"]?[Self.markSourceKey]?.text
        )
    }
}
