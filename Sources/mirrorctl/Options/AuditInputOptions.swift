import ArgumentParser
import Diagnosis
import ImagePackage
import MirrorCore
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
        for path in pods { try all.read(.pods, path) }
        for path in nodes { try all.read(.nodes, path) }
        if let kubeconfig { try ask(kubeconfig, &all, cancellation) }
        for path in package {
            let opened = try Console.saying { () throws(Refusal) in
                let file = try PushSession.file(path, encoding: .gzip, signature: nil)
                return try OpenedPackage.looking(file, stop: cancellation)
            }
            for image in opened.contents.images { all.add(image, of: opened.name) }
        }
        return all
    }

    private func ask(_ kubeconfig: String, _ all: inout AuditImages, _ cancellation: Cancellation) throws {
        let kubectl = Kubectl(kubeconfig: kubeconfig, deadlineSeconds: 120)
        for kind in AuditImages.Answer.allCases {
            let answer = try Console.saying { () throws(Refusal) in
                do throws(KubectlError) {
                    return try kubectl.objects(kind.command(kubeconfig), cancellation: cancellation)
                } catch {
                    throw cancellation.isCancelled ? Refusal(Phrase("audit.interrupted"), .interrupted) : Refusal(error)
                }
            }
            try all.take(answer, kind, kind.command(kubeconfig).words[0])
        }
    }
}

extension AuditImages {
    /// What kubectl is asked for.
    fileprivate enum Answer: CaseIterable {
        case pods, nodes

        func command(_ kubeconfig: String?) -> ShellCommand {
            self == .pods ? KubectlCommand.pods(kubeconfig: kubeconfig) : KubectlCommand.nodes(kubeconfig: kubeconfig)
        }
    }

    fileprivate mutating func read(_ kind: Answer, _ path: String) throws {
        try take(try Files.readStream(path, limit: Kubectl.largestList), kind, path)
    }

    fileprivate mutating func take(_ bytes: [UInt8], _ kind: Answer, _ path: String) throws {
        do throws(AuditInputError) {
            switch kind {
            case .pods: try add(pods: bytes)
            case .nodes: try add(nodes: bytes)
            }
        } catch {
            throw Console.fail(error.problem(path: path, command: kind.command(nil).description), .dataError)
        }
    }

    /// Under each of its tags, else by digest.
    fileprivate mutating func add(_ image: PackagedImage, of package: String) {
        guard !image.isNameGuessed else { return add(image.name, user: package, isNameless: true) }
        for tag in image.tags { add("\(image.name):\(tag)", user: package) }
        guard image.tags.isEmpty else { return }
        guard let digest = image.manifests()?.last?.digest else {
            return add(image.name, user: package, isNameless: true)
        }
        add("\(image.name)@\(digest)", user: package)
    }
}
