import ArgumentParser
import Diagnosis
import MirrorSystem
import Operations
import Texts
import Threads

/// Where images come from that are to be looked at.
struct AuditInputOptions: ParsableArguments {
    @Argument(help: help("audit.images", "image"))
    var image: [String] = []

    @Option(help: help("audit.list", "file"))
    var images: [String] = []

    @Option(help: help("audit.package", "file"))
    var package: [String] = []

    @Option(help: help("audit.pods", "file"))
    var pods: [String] = []

    @Option(help: help("audit.nodes", "file"))
    var nodes: [String] = []

    @Option(help: help("audit.kubeconfig", "file"))
    var kubeconfig: String?

    func validate() throws {
        let lists = [image, images, package, pods, nodes]
        guard kubeconfig != nil || lists.contains(where: { !$0.isEmpty }) else {
            throw ValidationError(texts("command.audit.noImages"))
        }
        guard (images + pods + nodes).count(where: Files.isStandardInput) <= 1 else {
            throw ValidationError(texts("command.audit.twoStreams"))
        }
    }

    /// All of them.
    func images(_ cancellation: Cancellation) throws -> AuditImages {
        var all = AuditImages()
        for name in image { all.add(name) }
        for path in images { all.add(lines: String(decoding: try Files.readStream(path), as: UTF8.self)) }
        for path in pods { try read(.pods, path, into: &all) }
        for path in nodes { try read(.nodes, path, into: &all) }
        if let kubeconfig { try Console.saying { () throws(Refusal) in try all.ask(kubeconfig, cancellation) } }
        for path in package {
            all.add(
                try Console.saying { () throws(Refusal) in
                    let file = try PushSession.file(path, encoding: .gzip, signature: nil)
                    return try OpenedPackage.looking(file, stop: cancellation)
                }
            )
        }
        return all
    }

    private func read(_ kind: AuditImages.Answer, _ path: String, into all: inout AuditImages) throws {
        let bytes = try Files.readStream(path, limit: Kubectl.largestList)
        try Console.saying { () throws(Refusal) in try all.take(bytes, kind, from: path) }
    }
}
