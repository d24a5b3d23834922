import Diagnosis
import RegistryClient

/// The certificates in a CA file on this machine.
package enum CAFile {
    package static func facts(_ path: String?) -> CAFileFacts { readCAFile(path).facts }

    /// SHA-256, `AB:CD:…`; empty when the file cannot be read or holds none.
    package static func fingerprints(_ path: String) -> Set<String> {
        guard case .success(let bytes) = readWhole(path, limit: 1 << 20) else { return [] }
        return Set(Certificate.all(inPEM: bytes).map(\.fingerprint))
    }
}
