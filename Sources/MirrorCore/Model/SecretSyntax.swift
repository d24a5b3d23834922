/// Kubernetes object names: RFC 1123 labels and subdomains.
enum SecretSyntax {
    static func isNamespace(_ text: String) -> Bool { text.utf8.count <= 63 && isLabel(text[...]) }

    static func isName(_ text: String) -> Bool {
        text.utf8.count <= 253 && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isLabel)
    }

    private static func isLabel(_ text: Substring) -> Bool {
        !text.isEmpty && text.first != "-" && text.last != "-"
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "-") }
    }
}
