import FoundationEssentials
import MirrorCore
import MirrorSystem
import Texts
import Wizard

/// Answers as JSON: `{"mirrors": [{"endpoint": "https://172.18.0.20:5000"}]}`; every key may be missing.
enum AnswersFile {
    static func read(_ path: String) throws -> Answers {
        let bytes = try Files.read(path)
        do {
            return try JSONDecoder().decode(Answers.self, from: Data(bytes))
        } catch {
            throw Console.fail(
                Phrase("command.answersNotRead", ["path": path]),
                .dataError
            )
        }
    }
}
