import ArgumentParser
import MirrorCore
import MirrorSystem
import Operations

struct AdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: texts("command.adopt.abstract"),
        discussion: discussion(
            texts("command.adopt.discussion"),
            examples: "adopt --cluster-config user.yaml \\\n      --from-cluster-yaml live.yaml --yes",
            "adopt --cluster-config user.yaml --cluster admin1 \\\n      --kubeconfig admin1.kc --yes"
        )
    )

    @Option(help: help("adopt.clusterConfig", "file"))
    var clusterConfig: String

    @Option(help: help("adopt.fromClusterYaml", "file"))
    var fromClusterYaml: String?

    @Option(help: help("adopt.cluster", "name"))
    var cluster: String?

    @Option(help: help("adopt.namespace", "ns"))
    var namespace: String?

    @Option(help: help("adopt.kubeconfig", "file"))
    var kubeconfig: String?

    @Flag(help: help("apply.yes"))
    var yes = false

    @Flag(help: help("apply.withoutEffect"))
    var withoutEffect = false

    @OptionGroup var links: HardLinkOption
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let isLive = cluster != nil && kubeconfig != nil
        guard fromClusterYaml != nil || isLive else { throw ValidationError(texts("command.adopt.invalid")) }
    }

    func run() throws {
        let file = try Files.clusterConfig(clusterConfig)
        let source = try source()
        let adoption = try Console.saying { () throws(Refusal) in
            try Adoption(into: file.config, asking: kubeconfig).run(source, texts)
        }
        let planned = try Files.planned(file.snapshot.path) { () throws(ClusterConfigEditError) in
            try PlannedChange(
                file: file,
                placement: MirrorPlacement(type: .user, operation: .update),
                operation: .update,
                mirrors: adoption.mirrors,
                more: adoption.concerns
            )
        }
        try ConfirmedWrite(
            yes: yes,
            withoutEffect: withoutEffect,
            links: links,
            output: output,
            kubeconfig: kubeconfig ?? "ADMIN_KUBECONFIG"
        ).run(planned)
    }

    /// The managing cluster, from a saved answer or from kubectl.
    private func source() throws -> Adoption.Source {
        if let fromClusterYaml {
            return .answer(try Files.readStream(fromClusterYaml), name: cluster, namespace: namespace)
        }
        return .kubectl(name: cluster ?? "", namespace: namespace, kubeconfig: kubeconfig ?? "")
    }
}
