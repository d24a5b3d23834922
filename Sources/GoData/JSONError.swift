/// Why Go refuses a document.
package struct JSONError: Error, Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case syntax(Expectation)
        /// The document ends too early.
        case end
        /// More levels than Go follows.
        case depth
        /// A member is of another type than the program wants: `string`, `expires_in`, `int`.
        case type(value: String, path: String, wanted: String)
    }

    /// What Go's scanner was at when it met what cannot stand there.
    package enum Expectation: Equatable, Sendable {
        /// The name of a member.
        case name
        case value
        /// More of a string; control characters are none.
        case string
        /// Nothing: the document is over.
        case nothing
        /// Another sign, a digit, a word.
        case other
    }

    package let kind: Kind
    /// Go's words.
    package let text: String
    /// The byte that is wrong, from 0; the number of bytes where they end too early.
    package let offset: Int

    package init(_ kind: Kind, _ text: String, offset: Int = 0) {
        self.kind = kind
        self.text = text
        self.offset = offset
    }

    /// Line and column in characters, both from 1.
    package func place(in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let line = before.split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []
        return (before.count { $0 == 0x0A } + 1, String(decoding: line, as: UTF8.self).unicodeScalars.count + 1)
    }
}
