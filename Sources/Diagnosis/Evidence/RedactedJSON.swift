import FoundationEssentials

/// JSON in which every text went through `Redaction`; keys, numbers and structure stay.
indirect enum RedactedJSON: Codable {
    case null
    case flag(Bool)
    case whole(Int64)
    case number(Double)
    case text(String)
    case list([RedactedJSON])
    case object([String: RedactedJSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let whole = try? value.decode(Int64.self) {
            self = .whole(whole)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([RedactedJSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: RedactedJSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .flag(let flag): try value.encode(flag)
        case .whole(let whole): try value.encode(whole)
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        case .list(let list): try value.encode(list)
        case .object(let object): try value.encode(object)
        }
    }

    private func redacted(_ known: SecretForms) -> RedactedJSON {
        switch self {
        case .text(let text): .text(Redaction.text(text, known: known))
        case .list(let list): .list(list.map { $0.redacted(known) })
        case .object(let object): .object(object.mapValues { $0.redacted(known) })
        default: self
        }
    }

    /// - Returns: `nil` when the value is none that JSON can hold.
    static func bytes(_ value: some Encodable, known: SecretForms) -> [UInt8]? {
        guard let plain = try? JSONEncoder().encode(value),
            let tree = try? JSONDecoder().decode(RedactedJSON.self, from: plain)
        else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(tree.redacted(known))).map { Array($0) }
    }
}
