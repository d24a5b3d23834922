import GoData

/// What `kubectl get … -o json` prints.
extension AuditImages {
    /// Pods, and whatever has a template of one: Deployments, DaemonSets, Jobs, CronJobs …
    package mutating func add(pods bytes: [UInt8]) throws(AuditInputError) {
        let objects = try Self.objects(bytes)
        var kinds: [String] = []
        var hasAny = false
        for object in objects {
            guard let spec = Self.podSpec(of: object) else {
                if let kind = object["kind"]?.string, !kinds.contains(kind) { kinds.append(kind) }
                continue
            }
            hasAny = true
            let metadata = object["metadata"]
            let parts = [metadata?["namespace"]?.string, metadata?["name"]?.string]
            add(podSpec: spec, user: parts.compactMap(\.self).joined(separator: "/"))
        }
        guard hasAny || kinds.isEmpty else { throw .otherKinds(kinds) }
    }

    private mutating func add(podSpec spec: JSONValue, user: String) {
        for key in ["initContainers", "containers", "ephemeralContainers"] {
            for container in spec[key]?.elements ?? [] {
                add(container["image"], policy: container["imagePullPolicy"], user: user)
            }
        }
        // An image as a volume is pulled like any other.
        for volume in spec["volumes"]?.elements ?? [] {
            add(volume["image"]?["reference"], policy: volume["image"]?["pullPolicy"], user: user)
        }
    }

    private mutating func add(_ image: JSONValue?, policy: JSONValue?, user: String) {
        guard let name = image?.string, !name.isEmpty else { return }
        add(name, user: user, isNeverPulled: policy?.string == "Never")
    }

    private static func podSpec(of object: JSONValue) -> JSONValue? {
        let spec = object["spec"]
        let candidates = [
            spec, spec?["template"]?["spec"], spec?["jobTemplate"]?["spec"]?["template"]?["spec"],
            object["template"]?["spec"],
        ]
        return candidates.compactMap(\.self).first { $0["containers"]?.elements != nil }
    }

    /// Images that nodes have: `status.images`.
    package mutating func add(nodes bytes: [UInt8]) throws(AuditInputError) {
        let objects = try Self.objects(bytes)
        var kinds: [String] = []
        var hasAny = false
        for object in objects {
            guard object["status"]?["nodeInfo"] != nil || object["status"]?["images"] != nil else {
                if let kind = object["kind"]?.string, !kinds.contains(kind) { kinds.append(kind) }
                continue
            }
            hasAny = true
            let node = object["metadata"]?["name"]?.string ?? ""
            let images = object["status"]?["images"]?.elements ?? []
            if images.count == Self.imagesOfStatus { cutNodes.append(node) }
            for image in images {
                let names = (image["names"]?.elements ?? []).compactMap(\.string)
                for name in Self.pulledAgain(names) { add(name, user: node) }
            }
        }
        guard hasAny || kinds.isEmpty else { throw .otherKinds(kinds) }
    }

    /// kubelet's `nodeStatusMaxImages`, unless it is told otherwise: the largest ones.
    static let imagesOfStatus = 50

    /// Of the names of one image those that somebody wrote: a digest beside a tag is what the tag was resolved to.
    static func pulledAgain(_ names: [String]) -> [String] {
        let known = names.filter { !$0.contains("<none>") && !$0.isEmpty }
        let tagged = Set(known.filter { !$0.contains("@") }.map(Self.repository))
        return known.filter { !$0.contains("@") || !tagged.contains(Self.repository($0)) }
    }

    private static func repository(_ name: String) -> Substring {
        if let at = name.firstIndex(of: "@") { return name[..<at] }
        let start = name.lastIndex(of: "/") ?? name.startIndex
        return name[..<(name[start...].firstIndex(of: ":") ?? name.endIndex)]
    }

    /// Every object, those of lists one by one.
    private static func objects(_ bytes: [UInt8]) throws(AuditInputError) -> [JSONValue] {
        let root: JSONValue
        do throws(JSONError) { root = try JSONText.value(bytes) } catch { throw .notJSON(error.text) }
        if let items = root["items"]?.elements { return items }
        guard root["kind"]?.string != nil else { throw .otherKinds([]) }
        return [root]
    }
}
