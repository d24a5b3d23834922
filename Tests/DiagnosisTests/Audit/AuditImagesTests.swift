import Diagnosis
import Testing

/// Which images lists, Pods and nodes name.
@Suite struct AuditImagesTests {
    private func read(_ pods: String) throws(AuditInputError) -> [AuditImage] {
        var images = AuditImages()
        try images.add(pods: Array(pods.utf8))
        return images.all
    }

    private static func pod(_ name: String, _ spec: String, kind: String = "Pod") -> String {
        "{\"kind\": \"\(kind)\", \"metadata\": {\"namespace\": \"ns\", \"name\": \"\(name)\"}, \"spec\": \(spec)}"
    }

    @Test func everyContainerOfAPodCounts() throws {
        let spec = """
            {"initContainers": [{"image": "gcr.io/a/init:1"}], "containers": [{"image": "nginx"}, {"image": ""}, {}],
             "ephemeralContainers": [{"image": "busybox:1"}],
             "volumes": [{"image": {"reference": "quay.io/a/data:1"}}, {"emptyDir": {}}]}
            """
        let list = "{\"kind\": \"List\", \"items\": [\(Self.pod("a", spec)), \(Self.pod("b", spec))]}"
        let images = try read(list)
        #expect(images.map(\.name) == ["gcr.io/a/init:1", "nginx", "busybox:1", "quay.io/a/data:1"])
        #expect(images.allSatisfy { $0.users == ["ns/a", "ns/b"] })
    }

    @Test(arguments: [
        "{\"template\": {\"spec\": {\"containers\": [{\"image\": \"a/b:1\"}]}}}",
        "{\"jobTemplate\": {\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"image\": \"a/b:1\"}]}}}}}",
        "{\"containers\": [{\"image\": \"a/b:1\"}]}",
    ])
    func whateverHasATemplateOfAPodCounts(spec: String) throws {
        #expect(try read(Self.pod("x", spec, kind: "Thing")).map(\.name) == ["a/b:1"])
    }

    @Test func neverIsOnlyNeverWhereEverybodySaysSo() throws {
        let never = "{\"containers\": [{\"image\": \"a:1\", \"imagePullPolicy\": \"Never\"}]}"
        let always = "{\"containers\": [{\"image\": \"a:1\", \"imagePullPolicy\": \"Always\"}]}"
        for (specs, isNever) in [
            ([never], true), ([never, never], true), ([never, always], false), ([always, never], false),
        ] {
            let items = specs.map { Self.pod("p", $0) }.joined(separator: ",")
            let found = try read("{\"items\": [\(items)]}")
            #expect(found.map(\.isNeverPulled) == [isNever])
            #expect(found.map(\.users) == [["ns/p"]])
        }
    }

    @Test func whatIsNoAnswerOfKubectlIsSaidToBeNone() throws {
        #expect(throws: AuditInputError.self) { try read("apiVersion: v1") }
        #expect(throws: AuditInputError.otherKinds(["Node"])) {
            try read("{\"items\": [{\"kind\": \"Node\", \"spec\": {}}]}")
        }
        #expect(throws: AuditInputError.otherKinds([])) { try read("{}") }
        #expect(try read("{\"kind\": \"List\", \"items\": []}").isEmpty)
        #expect(throws: AuditInputError.otherKinds(["Pod"])) {
            var list = AuditImages()
            try list.add(nodes: Array("{\"items\": [\(Self.pod("p", "{\"containers\": []}"))]}".utf8))
        }
    }

    private func nodes(_ names: [[String]]) throws -> AuditImages {
        let list = names.map { names in
            "{\"names\": [" + names.map { "\"\($0)\"" }.joined(separator: ",") + "], \"sizeBytes\": 1}"
        }
        var images = AuditImages()
        let node =
            "{\"kind\": \"Node\", \"metadata\": {\"name\": \"n1\"}, \"status\": {\"images\": [\(list.joined(separator: ","))]}}"
        try images.add(nodes: Array("{\"items\": [\(node)]}".utf8))
        return images
    }

    private static let digest = "@sha256:" + String(repeating: "a", count: 64)

    private static let byDigest = "gcr.io/a/b" + digest
    private static let portByDigest = "h:5000/a" + digest
    private static let names: [([String], [String])] = [
        ([byDigest, "gcr.io/a/b:1"], ["gcr.io/a/b:1"]), ([byDigest], [byDigest]),
        ([portByDigest, "h:5000/a:1", "h:5000/a:2"], ["h:5000/a:1", "h:5000/a:2"]),
        ([portByDigest, "gcr.io/a:1"], [portByDigest, "gcr.io/a:1"]),
        (["<none>@<none>", "<none>:<none>"], []), (["gcr.io/a/b@<none>", "gcr.io/a/b:1"], ["gcr.io/a/b:1"]), ([], []),
    ]

    /// A digest beside a tag is what the tag was resolved to; a registry's port is no tag.
    @Test(arguments: names)
    func ofANodesImageTheNamesThatSomebodyWrote(names: [String], pulled: [String]) throws {
        #expect(try nodes([names]).all.map(\.name) == pulled)
    }

    @Test func aListThatMayBeCutIsNoticed() throws {
        let names = (0..<50).map { ["gcr.io/a/b\($0):1"] }
        #expect(try nodes(names).cutNodes == ["n1"])
        #expect(try nodes(Array(names.dropLast())).cutNodes.isEmpty)
    }

    @Test func aListHasOneImageALine() {
        var images = AuditImages()
        images.add(lines: "nginx:1.25\r\n\n  # none\n\tquay.io/a/b:1 \nnginx:1.25\n#x\nlast")
        #expect(images.all.map(\.name) == ["nginx:1.25", "quay.io/a/b:1", "last"])
    }
}
