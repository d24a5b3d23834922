import FoundationEssentials
import Glibc
import MirrorCore
import MirrorSystem
import Texts

/// A plan on disk: JSON, 0600, never over a file that is there.
package enum PlanFile {
    package static func write(_ plan: ChangePlan, to path: String) throws(Refusal) {
        let bytes = try bytes(plan, path)
        do throws(FileError) { try create(bytes, path) } catch { throw Refusal(writing: error) }
    }

    /// As `FILE.plan`, with a number where there is one already.
    /// - Returns: its path.
    package static func write(_ plan: ChangePlan, beside file: String) throws(Refusal) -> String {
        let bytes = try bytes(plan, file)
        var number = 1
        while true {
            let path = file + ".plan" + (number == 1 ? "" : "-\(number)")
            do throws(FileError) {
                try create(bytes, path)
                return path
            } catch {
                guard case .exists = error, number < 100 else { throw Refusal(writing: error) }
                number += 1
            }
        }
    }

    private static func create(_ bytes: [UInt8], _ path: String) throws(FileError) {
        _ = try AtomicWriter().create(path, bytes, mode: 0o600)
    }

    private static func bytes(_ plan: ChangePlan, _ path: String) throws(Refusal) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let text = try? encoder.encode(plan) else {
            throw Refusal(Phrase("plan.notRead", ["path": path]), .ioError)
        }
        return [UInt8](text) + [0x0A]
    }

    package static func read(_ path: String) throws(Refusal) -> ChangePlan {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSnapshot(reading: path).bytes
            // One that anybody may write could be anybody's.
            try HandedFile.check(path)
        } catch {
            throw Refusal(reading: error)
        }
        guard let plan = try? JSONDecoder().decode(ChangePlan.self, from: Data(bytes)),
            plan.mirrorctlPlan == ChangePlan.format, plan.clusterConfig.path.hasPrefix("/"),
            plan.materials.count <= ChangePlan.mostMaterials
        else { throw notRead(path) }
        return plan
    }

    package static func notRead(_ path: String) -> Refusal {
        Refusal(Phrase("plan.notRead", ["path": path]), .dataError)
    }
}
