import Diagnosis
import MirrorSystem
import Texts

/// `node --via kubectl --clean`: deletes pods that earlier calls have left behind, after a yes.
enum PodCleaning {
    static func run(_ options: PodOptions) throws {
        let access = options.access
        let pods = try said { () throws(PodFailure) in try access.ownPods() }
        let values = ["namespace": access.namespace, "count": "\(pods.count)"]
        guard !pods.isEmpty else { return Console.out(texts("pods.none", values)) }
        for pod in pods { Console.error(PodText.line(pod)) }
        Console.error(texts("pods.inUse"))
        guard try options.yes || Console.confirm(texts("pods.askDelete", values), needsYes: "pods.needsYes") else {
            throw Console.fail(Phrase("pods.notDeleted"), .interrupted)
        }
        try said { () throws(PodFailure) in try access.deleteOwnPods() }
        Console.out(texts("pods.deleted", values))
    }

    private static func said<Value>(_ work: () throws(PodFailure) -> Value) throws -> Value {
        do throws(PodFailure) { return try work() } catch {
            throw Console.fail(Phrase("pods.notCleaned", ["words": error.words]), .unavailable)
        }
    }
}
