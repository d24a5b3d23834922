/// Whether a refusal is about the size of a request. Only 413 says so by its number; other registries and fronts say it in
/// words, under 400, 403, 416 or 500.
extension RegistryError.Refusal {
    package var isTooLarge: Bool {
        if status == 413 { return true }
        guard status >= 400, ![401, 404, 408, 425, 429].contains(status) else { return false }
        if codes.contains(where: { Self.codes.contains($0) }) { return true }
        return SizeWords(codes.joined(separator: " ") + " " + words + " " + detail).speakOfALimit
    }

    /// OCI distribution's, and those of object stores.
    private static let codes: Set<String> = ["SIZE_INVALID", "EntityTooLarge", "RequestEntityTooLarge"]
}

/// Foreign words, read for one question.
private struct SizeWords {
    private let text: String
    private let words: Set<String>

    init(_ text: String) {
        self.text = text.lowercased()
        words = Set(self.text.split { !($0.isLetter || $0.isNumber || $0 == ".") }.map(String.init))
    }

    private func has(_ phrases: [String]) -> Bool { phrases.contains { text.contains($0) } }

    /// "Too large", or a limit together with a size. What smaller requests do not help against is left out: quotas, full
    /// disks, rates, and long headers or addresses.
    var speakOfALimit: Bool {
        guard words.isDisjoint(with: Self.otherLimits) else { return false }
        if has(["too large", "too big", "toolarge", "too_large", "larger than", "oversize"]) { return true }
        return has(["limit", "exceed", "maximum", "at most", "max size", "max_size"])
            && (!words.isDisjoint(with: Self.sizes) || namesBytes)
    }

    private static let otherLimits: Set<String> = [
        "quota", "quotas", "rate", "storage", "disk", "space", "header", "headers", "cookie", "uri", "url", "pulls",
        "requests",
        "connections", "times",
    ]
    private static let sizes: Set<String> = ["size", "body", "payload", "length", "chunk", "bytes", "entity"]

    /// A number with a unit: `4MB`, `4.00 MiB`.
    private var namesBytes: Bool {
        var isAfterNumber = false
        for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == ".") }) {
            let unit = word.drop { $0.isNumber || $0 == "." }
            if isAfterNumber || unit.count < word.count, Self.units.contains(String(unit)) { return true }
            isAfterNumber = unit.isEmpty
        }
        return false
    }

    private static let units: Set<String> = ["b", "k", "kb", "kib", "m", "mb", "mib", "g", "gb", "gib"]
}
