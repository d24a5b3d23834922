import Diagnosis
import MirrorSystem
import Secrets
import Texts

extension EvidenceBundle {
    /// The bundle as a file, opened once and judged the same: what is left out of it takes nothing from what it says.
    /// - Parameter known: secrets that were met on the way.
    package func proven(known: [Secret]) throws(Refusal) -> (bytes: [UInt8], opened: EvidenceBundle) {
        let bytes: [UInt8]
        let opened: EvidenceBundle
        do throws(EvidenceFile.Failure) {
            bytes = try EvidenceFile.bytes(self, known: known + SaidBack.secrets)
            opened = try EvidenceFile.bundle(bytes)
        } catch {
            throw Refusal(error.phrase, .dataError)
        }
        guard EvidenceBundleVerdict(opened) == EvidenceBundleVerdict(self) else {
            throw Refusal(Phrase("evidence.differs"), .dataError)
        }
        return (bytes, opened)
    }
}
