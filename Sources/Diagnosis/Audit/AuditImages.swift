import Texts

/// An image that nodes may pull, and who names it.
package struct AuditImage: Equatable, Sendable {
    /// As it is written there; untrusted text.
    package let name: String
    /// `NAMESPACE/POD`, a node's name, a package's: in the order in which they were met.
    package fileprivate(set) var users: [String]
    /// Whoever names it says `imagePullPolicy: Never`.
    package fileprivate(set) var isNeverPulled: Bool
    /// The name is made up: whoever has the image does not say what it is called.
    package let isNameless: Bool
}

/// Images from everywhere that was looked at, each spelling once.
package struct AuditImages: Equatable, Sendable {
    package private(set) var all: [AuditImage] = []
    /// Nodes whose list of images may be longer than they say.
    package internal(set) var cutNodes: [String] = []
    private var places: [String: Int] = [:]

    package init() {}

    /// - Parameter user: who names it; `nil` for a list that says no more.
    package mutating func add(
        _ name: String,
        user: String? = nil,
        isNeverPulled: Bool = false,
        isNameless: Bool = false
    ) {
        if let place = places[name] {
            if let user, all[place].users.last != user { all[place].users.append(user) }
            all[place].isNeverPulled = all[place].isNeverPulled && isNeverPulled
            return
        }
        places[name] = all.count
        let users = user.map { [$0] } ?? []
        all.append(AuditImage(name: name, users: users, isNeverPulled: isNeverPulled, isNameless: isNameless))
    }

    /// One image a line; what begins with `#` is no image.
    package mutating func add(lines text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let name = line.drop(while: \.isWhitespace)
            guard let last = name.lastIndex(where: { !$0.isWhitespace }), !name.hasPrefix("#") else { continue }
            add(String(name[...last]))
        }
    }
}

/// Why a saved answer of kubectl gives no images.
package enum AuditInputError: Error, Equatable, Sendable {
    /// Go's words.
    case notJSON(String)
    /// The kinds that are there instead.
    case otherKinds([String])

    /// - Parameter command: what prints the right one.
    package func problem(path: String, command: String) -> Phrase {
        switch self {
        case .notJSON(let words): Phrase("audit.notJSON", ["path": path, "words": words, "command": command])
        case .otherKinds(let kinds):
            Phrase(
                "audit.otherKinds",
                ["path": path, "kinds": kinds.isEmpty ? "–" : kinds.joined(separator: ", "), "command": command]
            )
        }
    }
}
