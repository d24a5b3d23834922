import Glibc
import MirrorCore
import MirrorSystem
import Synchronization
import Texts

/// `--run-bmctl`: what is to be run once the file is written. Whatever stands against it is found before the write.
package struct BmctlRun: Sendable {
    package let command: ShellCommand
    /// The cluster config file.
    package let path: String
    /// What has to be said before it is run.
    package let warning: Phrase?

    package init(for planned: PlannedChange, kubeconfig: String?) throws(Refusal) {
        guard let cluster = planned.file.config.cluster, !cluster.name.isEmpty else {
            throw Refusal(Phrase("bmctl.noCluster"), .dataError)
        }
        guard cluster.hasUsableName else {
            throw Refusal(Phrase("cluster.unusableName", ["name": cluster.name]), .dataError)
        }
        guard ChildProcess.path(of: "bmctl") != nil else { throw Refusal(Phrase("bmctl.notFound"), .unavailable) }
        path = planned.change.path
        let workspace: String?
        (workspace, warning) = try Self.workspace(of: planned.file.snapshot, cluster.name)
        if planned.operation == .create {
            command = BmctlCommand.createCluster(cluster.name)
            return
        }
        let kubeconfig = try Self.kubeconfig(kubeconfig, cluster, beside: planned.file.snapshot.target)
        let version = Self.installedVersion() ?? cluster.version
        command = BmctlCommand.update(
            cluster.name,
            kubeconfig: kubeconfig,
            isQuiet: version.map { ReleaseTable.current.has("quietUpdate", in: $0) } ?? false,
            workspace: workspace
        )
    }

    /// Runs it on our terminal and waits for its end, whatever signal comes: a cluster is not to be left half-way.
    ///
    /// - Parameter outputToError: standard output belongs to something else.
    /// - Returns: its exit status; 128 and the signal's number when one ended it.
    package func run(outputToError: Bool) throws(Refusal) -> Int32 {
        let child = ChildProcess(command.words[0], Array(command.words.dropFirst()))
        let forwarding = SignalForwarding()
        defer { forwarding.end() }
        do {
            return try child.attached(outputToError: outputToError, started: SignalForwarding.begin).code
        } catch {
            throw Refusal(error.problem, .unavailable)
        }
    }

    // MARK: Before the write

    /// `bmctl version`, which must not take long.
    private static func installedVersion() -> GDCVersion? {
        var child = ChildProcess("bmctl", ["version"])
        child.deadlineSeconds = 10
        guard let result = try? child.run(), result.status.isSuccess else { return nil }
        return GDCVersion(printed: String(decoding: result.output + result.errors, as: UTF8.self))
    }

    private static func kubeconfig(
        _ given: String?,
        _ cluster: ClusterConfig.Cluster,
        beside file: String
    ) throws(Refusal) -> String {
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        let own = folder + "/" + cluster.name + "-kubeconfig"
        let isUser = cluster.type == .user
        if let given {
            guard access(given, R_OK) == 0 else {
                throw Refusal(Phrase("file.notFound", ["path": given]), .noInput)
            }
            if isUser, given.hasSuffix("/" + cluster.name + "-kubeconfig") || given == cluster.name + "-kubeconfig" {
                throw Refusal(Phrase("bmctl.ownKubeconfig", ["path": given]), .dataError)
            }
            return given
        }
        if isUser { throw Refusal(Phrase("bmctl.noAdminKubeconfig"), .usage) }
        guard access(own, R_OK) == 0 else { throw Refusal(Phrase("bmctl.noKubeconfig"), .usage) }
        return own
    }

    /// bmctl finds the file by the cluster's name: `WORKSPACE/NAME/NAME.yaml`.
    ///
    /// - Returns: what bmctl has to be told; `nil` when it finds the file itself, or cannot be told, with a warning then.
    private static func workspace(
        of file: FileSnapshot,
        _ name: String
    ) throws(Refusal) -> (path: String?, warning: Phrase?) {
        let ending = "/\(name)/\(name).yaml"
        let usual = PlanMaker.absolute("bmctl-workspace") + ending
        if let found = realpath(usual, nil) {
            defer { free(found) }
            if String(cString: found) == file.target { return (nil, nil) }
        }
        if file.target.hasSuffix(ending) { return (String(file.target.dropLast(ending.count)), nil) }
        if access(usual, F_OK) == 0 {
            throw Refusal(Phrase("bmctl.otherFile", ["other": usual, "path": file.path]), .dataError)
        }
        return (nil, Phrase("bmctl.elsewhere", ["name": name, "path": file.path]))
    }
}
