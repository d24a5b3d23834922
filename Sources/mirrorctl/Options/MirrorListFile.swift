import MirrorCore
import Operations
import Texts

/// `--mirrors FILE`
enum MirrorListFile {
    static func read(_ path: String, preferring place: MirrorPlace?) throws -> [MirrorDraft] {
        let given = try Files.readStream(path)
        do throws(MirrorList.Problem) {
            return try MirrorList.drafts(in: given, preferring: place)
        } catch {
            throw said(error, path)
        }
    }

    private static func said(_ problem: MirrorList.Problem, _ path: String) -> any Error {
        switch problem {
        case .notYAML(let error): return Files.fail(error, path: path)
        case .privateRegistries: return Console.fail(Phrase("listEdit.privateRegistries", ["path": path]), .dataError)
        case .none: return Console.fail(Phrase("command.noMirrors", ["path": path]), .dataError)
        case .unusable(let keys):
            for key in keys { Console.error("\(printable(path)): \(texts(key.phrase))") }
            return Console.fail(Phrase("listEdit.unusableList"), .dataError)
        }
    }
}
