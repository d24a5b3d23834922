/// A mirror namespace: repository path components as the distribution spec allows them.
enum NamespaceSyntax {
    /// - Returns: the id and arguments, or `nil` for a usable namespace. An empty text is the root.
    static func problem(in text: String) -> (id: String, arguments: [String: String])? {
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: "/").map(String.init)
        let withoutV2 = parts.first?.lowercased() == "v2" ? Array(parts.dropFirst()) : parts
        // What is to be typed has to be good itself.
        guard withoutV2.allSatisfy({ isComponent($0.lowercased()) }) else {
            return ("namespace.characters", ["text": text])
        }
        if withoutV2.isEmpty { return ("namespace.nothing", [:]) }
        let fixed = withoutV2.joined(separator: "/").lowercased()
        if parts.first == "v2" { return ("namespace.v2", ["fixed": fixed]) }
        if parts.joined(separator: "/") != text { return ("namespace.slashes", ["fixed": fixed]) }
        return parts.allSatisfy { isComponent($0) } ? nil : ("namespace.upperCase", ["fixed": fixed])
    }

    /// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`
    private static func isComponent(_ text: String) -> Bool {
        func isWord(_ character: Character) -> Bool {
            character.isASCII && (character.isLowercase || character.isNumber)
        }
        guard let first = text.first, let last = text.last, isWord(first), isWord(last) else { return false }
        var separator = ""
        for character in text {
            if isWord(character) {
                let allowed =
                    separator.isEmpty || [".", "_", "__"].contains(separator) || separator.allSatisfy { $0 == "-" }
                guard allowed else { return false }
                separator = ""
            } else {
                separator.append(character)
            }
        }
        return true
    }
}
