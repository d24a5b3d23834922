/// Cluster config files that several tests begin with.
package enum ClusterSamples {
    /// Pools of two versions; the proxy has a login.
    package static let hybrid = """
        gcrKeyPath: /keys/gcr.json
        registryMirrors:
        - endpoint: https://10.9.0.1:5000
          hosts:
          - docker.io
          - quay.io
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: hybrid1
        spec:
          type: hybrid
          anthosBareMetalVersion: 1.34.0-gke.566
          proxy:
            url: http://me:s3cret@10.0.0.9:3128
            noProxy: [10.9.0.1, 10.9.0.2]
          controlPlane:
            nodePoolSpec:
              nodes:
              - address: 10.0.0.1
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: NodePool
        metadata:
          name: old
        spec:
          clusterName: hybrid1
          anthosBareMetalVersion: 1.33.200-gke.70
          nodes:
          - address: 10.0.1.1

        """

    /// An admin cluster with these control plane nodes and one mirror.
    package static func admin(_ addresses: [String]) -> String {
        """
        sshPrivateKeyPath: /root/.ssh/id_rsa
        registryMirrors:
        - endpoint: https://172.18.0.20:5000/v2/mirror
          hosts:
          - docker.io
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: admin1
          namespace: cluster-admin1
        spec:
          type: admin
          anthosBareMetalVersion: 1.33.200-gke.70
          controlPlane:
            nodePoolSpec:
              nodes:

        """ + addresses.map { "      - address: \($0)\n" }.joined()
    }
}
