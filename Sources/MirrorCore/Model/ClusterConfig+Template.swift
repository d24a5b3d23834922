import Texts

extension ClusterConfig {
    /// Reads a template that is not YAML before it is filled in; what is filled in counts as not known.
    package init(template bytes: [UInt8]) throws(YAMLError) {
        try self.init(yaml: TemplateMask(bytes).bytes)
        let filler = String(repeating: Character(Unicode.Scalar(TemplateMask.filler)), count: 4)
        func clear(_ text: inout String) { if text.contains(filler) { text = "" } }
        if var cluster {
            clear(&cluster.name)
            clear(&cluster.namespace)
            clear(&cluster.versionText)
            if cluster.proxy?.url.contains(filler) == true { cluster.proxy?.url = "" }
            cluster.controlPlaneNodes.removeAll { $0.contains(filler) }
            cluster.loadBalancerNodes.removeAll { $0.contains(filler) }
            self.cluster = cluster
        }
        if header?.gcrKeyPath?.contains(filler) == true { header?.gcrKeyPath = "{{ }}" }
        header?.paths.removeAll { $0.path.contains(filler) }
        for index in nodePools.indices {
            clear(&nodePools[index].name)
            clear(&nodePools[index].clusterName)
            nodePools[index].nodes.removeAll { $0.contains(filler) }
        }
        // What these say is not so before the template is filled in.
        let hidden: Set<String> = ["cluster.note.duplicateKey", "cluster.note.placeholder", "cluster.note.notExpanded"]
        notes.removeAll { hidden.contains($0.key) || $0.arguments.values.contains { $0.contains(filler) } }
        notes.insert(Phrase("cluster.note.template"), at: 0)
    }

    /// Read as a template: commands take such a file only when they are told so.
    package var isTemplate: Bool { notes.contains { $0.key == "cluster.note.template" } }
}
