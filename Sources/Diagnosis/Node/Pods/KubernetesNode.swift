import GoData

/// A node as the cluster's API names it.
package struct KubernetesNode: Equatable, Sendable {
    package let name: String
    /// InternalIP.
    package let addresses: [String]
    /// Its `Ready` condition; a kubelet that is silent starts no pod.
    package let isReady: Bool

    package init(name: String, addresses: [String], isReady: Bool) {
        self.name = name
        self.addresses = addresses
        self.isReady = isReady
    }
}

/// The nodes of a cluster, as kubectl prints them with `template`.
package struct KubernetesNodes: Equatable, Sendable {
    package let all: [KubernetesNode]
    private let byAddress: [[UInt8]: Int]

    /// Name, addresses and readiness, one node a line: a whole Node object is thousands of lines, most of them its images.
    package static let template =
        "{{range .items}}{{.metadata.name}}{{\"\\t\"}}{{range .status.addresses}}{{if eq .type \"InternalIP\"}}{{.address}} {{end}}{{end}}"
        + "{{\"\\t\"}}{{range .status.conditions}}{{if eq .type \"Ready\"}}{{.status}}{{end}}{{end}}{{\"\\n\"}}{{end}}"

    /// Lines that name no node are left out.
    package init(printed text: String) {
        all = text.split(separator: "\n").prefix(20_000).compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, Self.isName(parts[0]) else { return nil }
            let addresses = parts[1].split(separator: " ").map(String.init).filter { GoIP.parse($0) != nil }
            return KubernetesNode(name: parts[0], addresses: addresses, isReady: parts[2] == "True")
        }
        let pairs = all.enumerated().flatMap { index, node in
            node.addresses.compactMap { address in GoIP.parse(address).map { ($0, index) } }
        }
        byAddress = Dictionary(pairs) { first, _ in first }
    }

    /// By its name, or by an address in any spelling.
    package func node(_ target: String) -> KubernetesNode? {
        if let named = all.first(where: { $0.name == target }) { return named }
        return GoIP.parse(target).flatMap { byAddress[$0] }.map { all[$0] }
    }

    /// A DNS subdomain, as the API wants it: what is one is neither an option nor a path, in no document.
    package static func isName(_ text: String) -> Bool {
        text.utf8.count <= 253 && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isLabel)
    }

    /// A DNS label: a namespace.
    package static func isLabel(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        func isAlphanumeric(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
        guard (1...63).contains(bytes.count), let first = bytes.first, let last = bytes.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last) && bytes.allSatisfy { isAlphanumeric($0) || $0 == 0x2D }
    }
}
