/// Cluster config files as an operator has them, comments included.
enum ClusterFiles {
    static let adminHeader = """
        # keys bmctl needs
        gcrKeyPath: bmctl-workspace/.sa-keys/gcr.json
        sshPrivateKeyPath: /root/.ssh/id_rsa   # this workstation's

        """

    static let adminRest =
        """
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cluster-admin1
        ---

        """ + adminCluster + """
              controlPlane:
                nodePoolSpec:
                  nodes:
                  - address: 10.200.0.2

            """

    /// Up to its version.
    static let adminCluster = """
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: admin1
          namespace: cluster-admin1
        spec:
          type: admin
          anthosBareMetalVersion: 1.33.200-gke.70

        """

    static let user = """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cluster-user1
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: user1
          namespace: cluster-user1
        spec:
          type: user   # made in March
          anthosBareMetalVersion: 1.33.200-gke.70
          nodeConfig:
            podDensity:
              maxPodsPerNode: 250

        """
}
