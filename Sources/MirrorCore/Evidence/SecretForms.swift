import GoData

/// The ways in which somebody may say a secret back: as it is, quoted for JSON, a URL, a form or HTML, and in base64,
/// alone or as a part of something longer.
package struct SecretForms: Sendable {
    private struct Form {
        let bytes: [UInt8]
        /// What of its base64 does not depend on its neighbours; the characters around belong to it as well.
        let isEncoded: Bool
    }

    /// By their first bytes, the longest first.
    private let forms: [UInt32: [Form]]
    private let heads: [Bool]

    package static let none = SecretForms([String]())

    /// - Parameter minimum: of bytes in a secret that stands between other letters; a shorter one is a word of its own.
    package init(_ secrets: some Sequence<String>, minimum: Int = 4) {
        var plain: Set<[UInt8]> = []
        var encoded: Set<[UInt8]> = []
        for secret in secrets where secret.utf8.count >= minimum {
            for form in Self.forms(of: secret) { plain.insert(Array(form.utf8)) }
            for form in Self.cores(of: Array(secret.utf8)) { encoded.insert(form) }
        }
        let all = plain.map { Form(bytes: $0, isEncoded: false) } + encoded.map { Form(bytes: $0, isEncoded: true) }
        let sorted = all.sorted { $0.isEncoded != $1.isEncoded ? !$0.isEncoded : $0.bytes.count > $1.bytes.count }
        forms = Dictionary(grouping: sorted.filter { $0.bytes.count >= 4 }) { Self.head($0.bytes[...]) }
        var heads = [Bool](repeating: false, count: 256)
        for form in sorted { if let first = form.bytes.first { heads[Int(first)] = true } }
        self.heads = heads
    }

    package init(_ secrets: [Secret], minimum: Int = 4) {
        self.init(secrets.map { $0.reveal { $0 } }, minimum: minimum)
    }

    package var isEmpty: Bool { forms.isEmpty }

    package func masked(_ text: String) -> String {
        guard !isEmpty else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var at = 0
        var isChanged = false
        while at < bytes.count {
            guard heads[Int(bytes[at])], bytes.count - at >= 4,
                let form = forms[Self.head(bytes[at...])]?.first(where: { matches($0, bytes, at) })
            else {
                result.append(bytes[at])
                at += 1
                continue
            }
            isChanged = true
            at += form.bytes.count
            if form.isEncoded {
                // What stands before it is its beginning, what follows its end.
                while let last = result.last, Self.isBase64(last) { result.removeLast() }
                while at < bytes.count, Self.isBase64(bytes[at]) || bytes[at] == 0x3D { at += 1 }
            }
            result += Array(Redaction.mark.utf8)
        }
        return isChanged ? String(decoding: result, as: UTF8.self) : text
    }

    private static func head(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private func matches(_ form: Form, _ bytes: [UInt8], _ at: Int) -> Bool {
        bytes[at...].starts(with: form.bytes) && (form.isEncoded || isWhole(form.bytes, bytes, at))
    }

    /// A short secret counts where it is a word of its own, or every `latest` would hold the password `test`.
    private func isWhole(_ form: [UInt8], _ bytes: [UInt8], _ at: Int) -> Bool {
        guard form.count < 8 else { return true }
        let end = at + form.count
        return (at == 0 || !Self.isLetter(bytes[at - 1])) && (end == bytes.count || !Self.isLetter(bytes[end]))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        isLetter(byte) && byte < 0x80 || [0x2B, 0x2F, 0x2D, 0x5F].contains(byte)
    }

    // MARK: Forms

    private static func forms(of secret: String) -> Set<String> {
        let bytes = Array(secret.utf8)
        var forms: Set<String> = [secret, quoted(secret), quoted(quoted(secret))]
        for form in [secret, quoted(secret)] { forms.insert(form.replacing("/", with: "\\/")) }
        for digits in ["0123456789ABCDEF", "0123456789abcdef"] {
            let escaped = percent(bytes, Array(digits.utf8), keeps: "-._~")
            forms.formUnion([escaped, escaped.replacing("%20", with: "+")])
            forms.insert(percent(bytes, Array(digits.utf8), keeps: "-._~!$&'()*+,;=:@/"))
            forms.insert(percent(bytes, Array(digits.utf8), keeps: "-._~!$&'()*+,;="))
        }
        for quote in [("&quot;", "&apos;"), ("&#34;", "&#39;"), ("&quot;", "&#x27;"), ("\"", "'")] {
            forms.insert(
                secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                    .replacing("\"", with: quote.0).replacing("'", with: quote.1)
            )
        }
        return forms
    }

    /// As a JSON text holds it, and Go's `%q`.
    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private static func percent(_ bytes: [UInt8], _ digits: [UInt8], keeps: String) -> String {
        var result: [UInt8] = []
        for byte in bytes {
            if isLetter(byte) && byte < 0x80 || keeps.utf8.contains(byte) {
                result.append(byte)
            } else {
                result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// For each of the three places that it can have in what was encoded; with the signs of either alphabet, and as a URL
    /// or JSON escapes them.
    private static func cores(of bytes: [UInt8]) -> Set<[UInt8]> {
        guard bytes.count >= 6 else { return [] }
        var cores: Set<[UInt8]> = []
        for shift in 0..<3 {
            let code = Array(Base64.encode([UInt8](repeating: 0, count: shift) + bytes).utf8)
            let core = code[[0, 2, 3][shift]..<(shift + bytes.count) * 8 / 6]
            let text = String(decoding: core, as: UTF8.self)
            cores.insert(Array(core))
            cores.insert(Array(text.replacing("+", with: "-").replacing("/", with: "_").utf8))
            cores.insert(Array(text.replacing("/", with: "\\/").utf8))
            cores.insert(Array(text.replacing("+", with: "%2B").replacing("/", with: "%2F").utf8))
            cores.insert(Array(text.replacing("+", with: "%2b").replacing("/", with: "%2f").utf8))
        }
        return cores
    }
}
