import MirrorCore

/// A pod that lives for the moment in which a node is read, or pulls.
package struct NodePod: Equatable, Sendable {
    package enum Purpose: Equatable, Sendable {
        /// Sees the node's files and its network; the image has a shell, `sleep` and `chroot`.
        case reads
        /// Is pulled and cannot run: the canary.
        case pulls
    }

    package let purpose: Purpose
    package let name: String
    package let namespace: String
    /// Of one call of mirrorctl: what finds all that it has created.
    package let run: String
    /// The node's name in the API.
    package let node: String
    package let image: String
    /// After these it ends by itself, whatever has become of us.
    package let seconds: Int

    package init(
        _ purpose: Purpose,
        name: String,
        namespace: String,
        run: String,
        node: String,
        image: String,
        seconds: Int
    ) {
        self.purpose = purpose
        self.name = name
        self.namespace = namespace
        self.run = run
        self.node = node
        self.image = image
        self.seconds = seconds
    }

    /// Of all pods that mirrorctl creates.
    package static let ownLabel = "app.kubernetes.io/managed-by=mirrorctl"
    package static let runKey = "mirrorctl/run"
    package static let container = "node"
    /// Where the node's files are.
    package static let hostFolder = "/host"

    /// As it is given to the cluster and shown before; its node is chosen, so that no scheduler is asked.
    package var manifest: String {
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: \(name)
          namespace: \(namespace)
          labels:
            app.kubernetes.io/managed-by: mirrorctl
            \(Self.runKey): \(YAMLText.scalar(run))
        spec:
          nodeName: \(YAMLText.scalar(node))
          hostNetwork: true
          hostPID: \(purpose == .reads)
          dnsPolicy: Default
          restartPolicy: Never
          activeDeadlineSeconds: \(seconds)
          terminationGracePeriodSeconds: 1
          automountServiceAccountToken: false
          enableServiceLinks: false
          tolerations: [{operator: Exists}]
          containers:
          - name: \(Self.container)
            image: \(YAMLText.scalar(image))
        \(purpose == .reads ? reading : pulling)
        """
    }

    /// Its node's files, read only, and the rights to read all of them: no more of root than that. systemd answers nobody
    /// from another process namespace. The profiles are those under which a node's own programs run; with a container's,
    /// they would not see the node.
    private var reading: String {
        """
            imagePullPolicy: IfNotPresent
            command: [/bin/sh, -c, "exec sleep \(seconds)"]
            resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {memory: 256Mi}}
            securityContext:
              runAsUser: 0
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: {drop: [ALL], add: [DAC_READ_SEARCH, SYS_CHROOT, SYS_PTRACE]}
              appArmorProfile: {type: Unconfined}
              seLinuxOptions: {type: spc_t}
            volumeMounts:
            - {name: host, mountPath: \(Self.hostFolder), readOnly: true, recursiveReadOnly: IfPossible}
          volumes:
          - name: host
            hostPath: {path: /, type: Directory}

        """
    }

    /// It always asks the registry, and what it would run is a file that nobody may execute.
    private var pulling: String {
        """
            imagePullPolicy: Always
            command: [/canary]
            resources: {requests: {cpu: 1m, memory: 8Mi}, limits: {memory: 32Mi}}
            securityContext:
              runAsUser: 65534
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: {drop: [ALL]}

        """
    }
}
