import FoundationEssentials
import Glibc
import MirrorCore
import MirrorSystem
import Texts

/// A plan on disk: JSON, 0600, never over a file that is there.
package enum PlanFile {
    package static func write(_ plan: ChangePlan, to path: String) throws(Refusal) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let text = try? encoder.encode(plan) else {
            throw Refusal(Phrase("plan.notRead", ["path": path]), .ioError)
        }
        do throws(FileError) {
            _ = try AtomicWriter(secondsSince1970: time(nil)).create(path, [UInt8](text) + [0x0A], mode: 0o600)
        } catch .changedOnDisk {
            throw Refusal(Phrase("command.fileExists", ["path": path]), .cannotCreate)
        } catch {
            throw Refusal(writing: error)
        }
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
