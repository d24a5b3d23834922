/// A template with what a template engine would fill in made neutral, byte for byte in place, so that the rest can be
/// read as YAML: Jinja `{{ }}` `{% %}` `{# #}`, Helm `{{ }}`, Terraform `${ }` `%{ }`, shell `${ }`.
struct TemplateMask: Sendable {
    /// As long as the template, with the same line ends.
    let bytes: [UInt8]
    /// Stands for every byte of a value; at least four in a row.
    static let filler = UInt8(ascii: "~")

    /// The parts that were masked, in order.
    private let tags: [Tag]

    private struct Tag: Sendable {
        let range: Range<Int>
        /// `1` for a tag that begins a part that is repeated or left out, `-1` for one that ends it.
        let step: Int
    }

    init(_ template: [UInt8]) {
        var masked = template
        var tags: [Tag] = []
        var ends = TemplateTagEnds(template)
        var at = 0
        while at + 1 < template.count {
            guard let kind = Kind(template[at], template[at + 1]), let end = kind.end(at, &ends) else {
                at += 1
                continue
            }
            // Alone in its lines it is a comment: a statement, or a whole block to come.
            let isAlone = Self.isAlone(at..<end, in: template)
            for index in at..<end where template[index] != 0x0A && template[index] != 0x0D {
                masked[index] = isAlone ? UInt8(ascii: "#") : Self.filler
            }
            tags.append(Tag(range: at..<end, step: kind.step(template[at..<end], isAlone: isAlone)))
            at = end
        }
        bytes = masked
        self.tags = tags
        self.template = template
    }

    var isTemplate: Bool { !tags.isEmpty }

    private let template: [UInt8]

    /// Whether the same is filled in, in the same order.
    func fillsIn(as other: TemplateMask) -> Bool {
        tags.count == other.tags.count
            && zip(tags, other.tags).allSatisfy { template[$0.range] == other.template[$1.range] }
    }

    /// Whether a range of bytes can be edited: nothing in it is filled in, nor is all of it repeated or left out.
    func isPlain(_ range: Range<Int>) -> Bool {
        let depth = tags.prefix { $0.range.lowerBound < range.lowerBound }.reduce(0) { $0 + $1.step }
        return depth == 0 && !tags.contains { $0.range.overlaps(range) || range.contains($0.range.lowerBound) }
    }

    private static func isAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        let before = bytes[..<range.lowerBound].last { !isBlank($0) }
        let after = bytes[range.upperBound...].first { !isBlank($0) }
        return before.map(isLineBreak) ?? true && after.map(isLineBreak) ?? true
    }
}

extension TemplateMask {
    /// How a tag opens.
    private enum Kind {
        case value, statement, comment, braces

        init?(_ first: UInt8, _ second: UInt8) {
            switch (first, second) {
            case (UInt8(ascii: "{"), UInt8(ascii: "{")): self = .value
            case (UInt8(ascii: "{"), UInt8(ascii: "%")): self = .statement
            case (UInt8(ascii: "{"), UInt8(ascii: "#")): self = .comment
            case (UInt8(ascii: "$"), UInt8(ascii: "{")), (UInt8(ascii: "%"), UInt8(ascii: "{")): self = .braces
            default: return nil
            }
        }

        /// After the closing mark of the tag at an offset; `nil` when there is none where it has to be.
        func end(_ start: Int, _ ends: inout TemplateTagEnds) -> Int? {
            switch self {
            case .value: ends.value(from: start + 2)
            case .statement: ends.statement(from: start + 2)
            case .comment: ends.comment(from: start + 2)
            case .braces: ends.brace(of: start + 1)
            }
        }

        /// Whether the tag opens or closes a part.
        func step(_ tag: ArraySlice<UInt8>, isAlone: Bool) -> Int {
            // Helm's statements look like Jinja's variables, but stand in lines of their own.
            if self == .comment || self == .value && !isAlone { return 0 }
            let text = tag.dropFirst(2).drop { !(0x61...0x7A).contains($0) }
            let word = String(decoding: text.prefix { (0x61...0x7A).contains($0) }, as: UTF8.self)
            if word.hasPrefix("end") { return -1 }
            let openers: Set<String> =
                switch self {
                case .statement: ["if", "for", "macro", "block", "filter", "call", "raw", "with", "autoescape"]
                case .value: ["if", "range", "with", "define", "block"]
                case .braces: tag.first == UInt8(ascii: "%") ? ["if", "for"] : []
                case .comment: []
                }
            return openers.contains(word) ? 1 : 0
        }
    }
}
