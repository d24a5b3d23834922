import ArgumentParser
import MirrorCore
import MirrorSystem
import Operations

struct AdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: texts("command.adopt.abstract"),
        discussion: texts("command.adopt.discussion")
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
        let admin = try Self.admin(fromClusterYaml, cluster: cluster, namespace: namespace, kubeconfig: kubeconfig)
        let adoption: MirrorAdoption
        do {
            adoption = try MirrorAdoption(from: admin, into: file.config, checks: checks(admin))
        } catch {
            throw Console.fail(error.problem, fix: error.fix, .dataError)
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
    private static func admin(
        _ path: String?,
        cluster: String?,
        namespace: String?,
        kubeconfig: String?
    ) throws -> LiveCluster {
        do {
            if let path {
                let bytes = try Files.readStream(path)
                return try LiveCluster(kubectl: bytes, name: cluster, namespace: namespace)
            }
            return try Kubectl(kubeconfig: kubeconfig ?? "").cluster(cluster ?? "", namespace: namespace)
        } catch let error as LiveClusterError {
            throw Console.fail(error.problem, fix: error.fix, .dataError)
        } catch let error as KubectlError {
            throw Console.fail(error.problem, fix: error.fix, .unavailable)
        }
    }

    /// What the managing cluster says of the Secrets; nothing without a kubeconfig.
    private func checks(_ admin: LiveCluster) -> [SecretReference: SecretCheck] {
        guard let kubeconfig else { return [:] }
        return Kubectl(kubeconfig: kubeconfig).checks(of: MirrorAdoption.references(of: admin), texts)
    }
}
