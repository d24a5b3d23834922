@testable import Diagnosis

/// What kubectl and the API server say when a node cannot be read through a pod, by the finding that it is.
enum PodWords {
    private static let said: [(code: String, words: String)] = [
        ("MIR0836", "Unable to connect to the server: dial tcp 10.0.0.8:443: i/o timeout"),
        (
            "MIR0836",
            "The connection to the server 127.0.0.1:34679 was refused - did you specify the right host or port?"
        ),
        ("MIR0836", "error: context \"nosuch\" does not exist"),
        (
            "MIR0837",
            "Error from server (Forbidden): nodes is forbidden: User \"ops\" cannot list resource \"nodes\" in API group \"\" at the cluster scope"
        ),
        (
            "MIR0837",
            "Error from server (Forbidden): error when creating \"STDIN\": pods is forbidden: User \"ops\" cannot create resource \"pods\" in API group \"\" in the namespace \"default\""
        ),
        ("MIR0837", "error: You must be logged in to the server (Unauthorized)"),
        (
            "MIR0838",
            "Error from server (Forbidden): error when creating \"STDIN\": pods \"mirrorctl-1-1\" is forbidden: violates PodSecurity \"restricted:latest\": host namespaces (hostNetwork=true, hostPID=true), hostPath volumes (volume \"host\")"
        ),
        (
            "MIR0839",
            "Error from server (Forbidden): error when creating \"STDIN\": pods \"mirrorctl-1-1\" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=9, limited: pods=9"
        ),
        (
            "MIR0839",
            "Error from server: error when creating \"STDIN\": admission webhook \"validate.policy\" denied the request: registry not allowed"
        ),
        (
            "MIR0839",
            "Error from server (NotFound): error when creating \"STDIN\": namespaces \"nosuch\" not found"
        ),
        ("MIR0842", "Error from server (NotFound): pods \"mirrorctl-1-1\" not found"),
        ("MIR0842", "error: cannot exec into a container in a completed pod; current phase is Failed"),
        (
            "MIR0843",
            "Error from server (Forbidden): pods \"mirrorctl-1-1\" is forbidden: User \"ops\" cannot create resource \"pods/exec\" in API group \"\" in the namespace \"default\""
        ),
    ]

    /// What was said, read, and the finding it should be.
    static var read: [(code: String, failure: PodFailure)] {
        said.map { ($0.code, PodFailure(kubectl: $0.words, namespace: "default")) }
    }

    /// One of each.
    static var byCode: [String: PodFailure] {
        let others: [String: PodFailure] = [
            "MIR0835": .notInCluster,
            "MIR0840": .imageNotPulled(image: "gcr.io/tools/busybox:1", "ErrImagePull: not found"),
            "MIR0841": .notStarted("ContainerCreating"),
            "MIR0844": .execFailed("error: Internal error occurred: failed to start exec"),
            "MIR0845": .noStreams(image: "gcr.io/tools/busybox:1"),
        ]
        return others.merging(read.map { ($0.code, $0.failure) }) { first, _ in first }
    }
}
