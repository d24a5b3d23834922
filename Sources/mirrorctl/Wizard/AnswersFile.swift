import MirrorCore
import MirrorSystem
import Operations
import Texts
import Wizard

extension AnswersFile {
    static func read(_ path: String) throws -> AnswersFile {
        let bytes = try Files.read(path)
        do throws(AnswersError) {
            return try AnswersFile(reading: String(decoding: bytes, as: UTF8.self))
        } catch {
            let fix = error.fix.map { "\n  \(Mark.remedy) " + texts($0) } ?? ""
            Console.error("mirrorctl: \(printable(path)):\(error.line): \(texts(error.problem))\(fix)")
            throw ExitStatus.dataError.exit
        }
    }
}
