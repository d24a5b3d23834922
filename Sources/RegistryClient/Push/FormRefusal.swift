/// Whether a manifest was refused for what it is, rather than for what it names: a registry that takes OCI's alone says so under
/// 415, or 400 with words.
extension RegistryError.Refusal {
    package var isAboutForm: Bool {
        if [406, 415].contains(status) { return true }
        guard status >= 400, ![401, 403, 408, 413, 425, 429].contains(status) else { return false }
        guard !codes.contains(where: { ["MANIFEST_BLOB_UNKNOWN", "NAME_UNKNOWN", "NAME_INVALID"].contains($0) }) else {
            return false
        }
        if codes.contains(where: { ["MANIFEST_INVALID", "UNSUPPORTED"].contains($0) }) { return true }
        let text = (words + " " + detail).lowercased()
        return ["media type", "mediatype", "media-type", "content type", "content-type"].contains { text.contains($0) }
    }
}

extension RegistryError {
    package var isAboutForm: Bool { if case .refused(let refusal) = self { refusal.isAboutForm } else { false } }
}
