import GoData
import Secrets

/// The ways in which somebody may say a secret back: as it is, quoted for JSON, a URL, a form or HTML, and in base64,
/// alone or as a part of something longer.
package struct SecretForms: Sendable {
    private struct Form {
        /// In `pool`.
        let start: Int
        /// Bytes of it that have to be there; see `longest`.
        let count: Int
        let whole: Int
        var isPlain: Bool
        /// What of its base64 does not depend on its neighbours; the characters around belong to it as well.
        var isEncoded: Bool
        /// Of a secret that is longer than `most`: the word goes on behind it.
        var isCut = false
        /// The longest other form that it begins with.
        var parent = -1
        /// The first form that begins with the same `count` bytes.
        var first = 0

        /// Of what has to be there.
        var range: Range<Int> { start..<start + count }
    }

    /// A longer secret is known by its first bytes, and goes as far as it is repeated: the work for a text does not hang
    /// on the length of a secret.
    private static let longest = 256
    /// What is kept of a secret: no login is longer, and the forms of one cost thirty times its bytes. Where it is
    /// repeated, all up to the next blank or quote goes.
    private static let most = 64 << 10

    private let pool: [UInt8]
    /// In the order of their bytes.
    private let forms: [Form]
    /// By their first four bytes.
    private let groups: [UInt32: Range<Int>]
    private let heads: [Bool]

    package static let none = SecretForms([String]())

    /// - Parameter minimum: of bytes in a secret that stands between other letters; a shorter one is a word of its own.
    package init(_ secrets: some Sequence<String>, minimum: Int = 4) {
        var pool: [UInt8] = []
        var found: [Form] = []
        func add(_ bytes: some Collection<UInt8>, isEncoded: Bool, isCut: Bool) {
            guard bytes.count >= 4 else { return }
            let count = min(bytes.count, Self.longest)
            let form = Form(
                start: pool.count,
                count: count,
                whole: bytes.count,
                isPlain: !isEncoded,
                isEncoded: isEncoded,
                isCut: isCut
            )
            found.append(form)
            pool += bytes
        }
        for whole in Set(secrets) where whole.utf8.count >= minimum {
            let isCut = whole.utf8.count > Self.most
            let secret = isCut ? Self.beginning(of: whole) : whole
            for form in Self.forms(of: secret) { add(form.utf8, isEncoded: false, isCut: isCut) }
            for form in Self.cores(of: Array(secret.utf8)) { add(form, isEncoded: true, isCut: isCut) }
        }
        pool.withUnsafeBufferPointer { pool in
            found.sort { Self.bytes($0, pool).lexicographicallyPrecedes(Self.bytes($1, pool)) }
        }
        (forms, groups, heads) = pool.withUnsafeBufferPointer { Self.linked(found, $0) }
        self.pool = pool
    }

    package init(_ secrets: [Secret], minimum: Int = 4) {
        self.init(secrets.map { $0.reveal { $0 } }, minimum: minimum)
    }

    package var isEmpty: Bool { forms.isEmpty }

    /// In one pass over the text, however many secrets there are.
    package func masked(_ text: String) -> String { Self.masked(text, by: [self]) }

    /// As if the secrets of all of them stood in one.
    static func masked(_ text: String, by sets: [SecretForms]) -> String {
        let sets = sets.filter { !$0.isEmpty }
        guard !sets.isEmpty else { return text }
        let bytes = Array(text.utf8)
        let result = bytes.withUnsafeBufferPointer { bytes in
            withPools(sets[...], []) { pools in masked(bytes, Array(zip(sets, pools))) }
        }
        return result.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private typealias Pool = UnsafeBufferPointer<UInt8>

    private static func withPools<Value>(_ sets: ArraySlice<SecretForms>, _ open: [Pool], _ body: ([Pool]) -> Value)
        -> Value
    {
        guard let first = sets.first else { return body(open) }
        return first.pool.withUnsafeBufferPointer { withPools(sets.dropFirst(), open + [$0], body) }
    }

    /// - Returns: `nil` for a text without any.
    private static func masked(_ bytes: UnsafeBufferPointer<UInt8>, _ sets: [(SecretForms, Pool)]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        var isChanged = false
        while at < bytes.count {
            guard let (length, isEncoded) = match(bytes, at, sets) else {
                result.append(bytes[at])
                at += 1
                continue
            }
            isChanged = true
            at += length
            if isEncoded {
                // What stands before it is its beginning, what follows its end.
                while let last = result.last, isBase64(last) { result.removeLast() }
                while at < bytes.count, isBase64(bytes[at]) || bytes[at] == 0x3D { at += 1 }
            }
            result += Array(Redaction.mark.utf8)
        }
        return isChanged ? result : nil
    }

    /// The longest of any, one of a secret itself before one of its base64.
    private static func match(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ sets: [(SecretForms, Pool)])
        -> (length: Int, isEncoded: Bool)?
    {
        var best: (length: Int, isEncoded: Bool)?
        for (set, pool) in sets where set.heads[Int(text[at])] {
            guard let found = set.match(text, at, pool) else { continue }
            guard let known = best else {
                best = found
                continue
            }
            if found.isEncoded == known.isEncoded ? found.length > known.length : known.isEncoded { best = found }
        }
        return best
    }

    /// The longest form that stands at a place, one of the secret itself before one of its base64.
    private func match(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ pool: UnsafeBufferPointer<UInt8>)
        -> (length: Int, isEncoded: Bool)?
    {
        guard text.count - at >= 4, let group = groups[Self.head(text[at..<at + 4])] else { return nil }
        let rest = text[at...]
        // Whatever the text begins with, the last form that is not behind the text begins with it as well.
        var (low, high) = (group.lowerBound, group.upperBound)
        while low < high {
            let middle = (low + high) / 2
            let form = forms[middle]
            let bytes = pool[form.range]
            if rest.lexicographicallyPrecedes(bytes) { high = middle } else { low = middle + 1 }
        }
        guard low > group.lowerBound else { return nil }
        let last = forms[low - 1]
        let common = Self.common(pool[last.range], rest)
        var encoded: Int?
        var index = low - 1
        while index >= 0 {
            let form = forms[index]
            if form.count <= common {
                if form.isPlain, isWhole(form.count, text, at) { return (length(form, index, rest, pool), false) }
                if form.isEncoded, encoded == nil { encoded = length(form, index, rest, pool) }
            }
            index = form.parent
        }
        return encoded.map { ($0, true) }
    }

    /// As far as the text goes on like one of those that begin like this one.
    private func length(
        _ form: Form,
        _ index: Int,
        _ rest: Slice<UnsafeBufferPointer<UInt8>>,
        _ pool: UnsafeBufferPointer<UInt8>
    ) -> Int {
        guard form.count == Self.longest else { return form.count }
        var (low, high) = (form.first, index + 1)
        while low < high {
            let middle = (low + high) / 2
            if rest.lexicographicallyPrecedes(Self.bytes(forms[middle], pool)) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        let neighbours = max(form.first, low - 1)...min(index, low)
        return neighbours.reduce(form.count) { longest, index in
            let common = Self.common(Self.bytes(forms[index], pool), rest)
            guard forms[index].isCut, common == forms[index].whole else { return max(longest, common) }
            return max(longest, Self.endOfWord(rest, common))
        }
    }

    /// Up to the next blank, or quote that is not escaped.
    private static func endOfWord(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ count: Int) -> Int {
        var at = text.startIndex + count
        while at < text.endIndex, text[at] > 0x20 {
            if [0x22, 0x27].contains(text[at]), text[at - 1] != 0x5C { break }
            at += 1
        }
        return at - text.startIndex
    }

    /// Whole letters only.
    private static func beginning(of secret: String) -> String {
        var end = secret.utf8.index(secret.startIndex, offsetBy: most)
        while secret.utf8[end] & 0xC0 == 0x80 { secret.utf8.formIndex(before: &end) }
        return String(secret[..<end])
    }

    private static func common(_ form: Slice<UnsafeBufferPointer<UInt8>>, _ rest: Slice<UnsafeBufferPointer<UInt8>>)
        -> Int
    {
        zip(form, rest).prefix { $0 == $1 }.count
    }

    private static func bytes(_ form: Form, _ pool: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        pool[form.start..<form.start + form.whole]
    }

    private static func head(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Each form once, with those that it begins with.
    private static func linked(_ sorted: [Form], _ pool: UnsafeBufferPointer<UInt8>)
        -> (forms: [Form], groups: [UInt32: Range<Int>], heads: [Bool])
    {
        var forms: [Form] = []
        var groups: [UInt32: Range<Int>] = [:]
        var heads = [Bool](repeating: false, count: 256)
        // Those that the last one begins with, the longest at the end.
        var open: [Int] = []
        for form in sorted {
            let bytes = bytes(form, pool)
            if let last = forms.last, self.bytes(last, pool).elementsEqual(bytes) {
                forms[forms.count - 1].isPlain = last.isPlain || form.isPlain
                forms[forms.count - 1].isEncoded = last.isEncoded || form.isEncoded
                forms[forms.count - 1].isCut = last.isCut || form.isCut
                continue
            }
            while let last = open.last, !bytes.prefix(form.count).starts(with: pool[forms[last].range]) {
                open.removeLast()
            }
            var form = form
            let index = forms.count
            form.first = index
            if let last = open.last, forms[last].count == form.count {
                (form.first, form.parent) = (forms[last].first, forms[last].parent)
                open.removeLast()
            } else {
                form.parent = open.last ?? -1
            }
            open.append(index)
            forms.append(form)
            heads[Int(bytes[bytes.startIndex])] = true
            let head = head(bytes.prefix(4))
            groups[head] = (groups[head]?.lowerBound ?? index)..<index + 1
        }
        return (forms, groups, heads)
    }

    /// A short secret counts where it is a word of its own, or every `latest` would hold the password `test`.
    private func isWhole(_ count: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard count < 8 else { return true }
        let end = at + count
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
