/// The parts of a distinguished name that error texts need, and whether Go can read it at all.
struct GoName: Equatable, Sendable {
    var commonName = ""
    var organization = ""

    init() {}

    /// - Parameter content: of the RDNSequence.
    init(_ content: ArraySlice<UInt8>, _ release: GoRelease) throws(GoRefusal) {
        typealias Tag = DERReader.Tag
        func refusal(_ tail: String) -> GoRefusal { GoRefusal(.name, "x509: invalid RDNSequence" + tail) }
        var reader = DERReader(content)
        while !reader.isEmpty {
            guard var set = reader.read(Tag.set) else { throw refusal("") }
            while !set.isEmpty {
                guard var pair = set.read(Tag.sequence) else { throw refusal(": invalid attribute") }
                guard let type = pair.objectIdentifier() else { throw refusal(": invalid attribute type") }
                guard let value = pair.any() else { throw refusal(": invalid attribute value") }
                let text = try Self.text(value, release)
                // The last common name and the first organization, as pkix.Name has them.
                if type == "2.5.4.3" { commonName = text }
                if type == "2.5.4.10", organization.isEmpty { organization = text }
            }
        }
    }

    private static func text(_ value: DERReader.Element, _ release: GoRelease) throws(GoRefusal) -> String {
        func refusal(_ reason: String, _ rule: GoRule = .name) -> GoRefusal {
            GoRefusal(rule, "x509: invalid RDNSequence: invalid attribute value: " + reason)
        }
        let bytes = value.content
        switch value.tag {
        case 20:  // T61String
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        case 19:
            guard bytes.allSatisfy(isPrintable) else { throw refusal("invalid PrintableString") }
        case 12:
            guard let text = String(validating: bytes, as: UTF8.self) else { throw refusal("invalid UTF-8 string") }
            return text
        case 30:
            guard bytes.count.isMultiple(of: 2) else { throw refusal("invalid BMPString") }
            var units: [UInt16] = []
            var index = bytes.startIndex
            while index < bytes.endIndex {
                units.append(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]))
                index += 2
            }
            if units.last == 0 { units.removeLast() }
            let isReserved: (UInt16) -> Bool = {
                $0 >= 0xFFFE || (0xFDD0...0xFDEF).contains($0) || (0xD800...0xDFFF).contains($0)
            }
            if units.contains(where: isReserved), GoRule.reservedCharacters.isKept(by: release) {
                throw refusal("invalid BMPString", .reservedCharacters)
            }
            return String(decoding: units, as: UTF16.self)
        case 22:
            guard bytes.allSatisfy({ $0 < 0x80 }) else { throw refusal("invalid IA5String") }
        case 18:
            let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) || $0 == 0x20 }
            guard bytes.allSatisfy(isDigit) else { throw refusal("invalid NumericString") }
        default: throw refusal("unsupported string type: \(value.tag)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPrintable(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x27...0x29, 0x2B...0x2F: true
        // Blank, colon, = and ?, and * and &, which real certificates hold.
        case 0x20, 0x3A, 0x3D, 0x3F, 0x2A, 0x26: true
        default: false
        }
    }
}

/// UTCTime and GeneralizedTime as Go takes them.
enum GoTime {
    static func read(_ reader: inout DERReader) throws(GoRefusal) -> Int64 {
        typealias Tag = DERReader.Tag
        if reader.peeks(Tag.utcTime) {
            guard let text = reader.element(Tag.utcTime)?.content, let time = utc(Array(text)) else {
                throw GoRefusal(.time, "x509: malformed UTCTime")
            }
            return time
        }
        if reader.peeks(Tag.generalizedTime) {
            guard let text = reader.element(Tag.generalizedTime)?.content, let time = generalized(Array(text)) else {
                throw GoRefusal(.time, "x509: malformed GeneralizedTime")
            }
            return time
        }
        throw GoRefusal(.time, "x509: unsupported time format")
    }

    private static func utc(_ text: [UInt8]) -> Int64? {
        guard text.count >= 2, let short = number(text[0..<2]) else { return nil }
        let year = short < 50 ? 2000 + short : 1900 + short
        let rest = text.dropFirst(2)
        // Without seconds it is no DER, and Go takes it.
        guard let zone = rest.firstIndex(where: { !(0x30...0x39).contains($0) }) else { return nil }
        let digits = rest[..<zone]
        guard digits.count == 10 || digits.count == 8, let offset = offset(rest[zone...]) else { return nil }
        return seconds(year, digits.count == 8 ? digits + [0x30, 0x30] : digits).map { $0 - offset }
    }

    private static func generalized(_ text: [UInt8]) -> Int64? {
        guard text.count >= 15, let year = number(text[0..<4]), let offset = offset(text[14...]) else { return nil }
        return seconds(year, text[4..<14]).map { $0 - offset }
    }

    /// `Z`, or `+0100`; a zone of no offset must be `Z`.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int64? {
        if zone.elementsEqual([0x5A]) { return 0 }
        guard zone.count == 5, let sign = zone.first, sign == 0x2B || sign == 0x2D,
            let hours = number(zone.dropFirst().prefix(2)), let minutes = number(zone.suffix(2)), hours < 24,
            minutes < 60,
            hours + minutes > 0
        else { return nil }
        let offset = (hours * 60 + minutes) * 60
        return sign == 0x2D ? -offset : offset
    }

    /// Ten digits: month, day, hour, minute, second.
    private static func seconds(_ year: Int64, _ digits: ArraySlice<UInt8>) -> Int64? {
        let fields = stride(from: digits.startIndex, to: digits.endIndex, by: 2).compactMap {
            number(digits[$0..<min($0 + 2, digits.endIndex)])
        }
        guard fields.count == 5, (1...12).contains(fields[0]), fields[2] < 24, fields[3] < 60, fields[4] < 60 else {
            return nil
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[Int(fields[0]) - 1]).contains(fields[1]) else { return nil }
        // Days from civil: eras of 400 years beginning on 1 March.
        let shifted = fields[0] <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (fields[0] + (fields[0] > 2 ? -3 : 9)) + 2) / 5 + fields[1] - 1
        let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
        return ((days * 24 + fields[2]) * 60 + fields[3]) * 60 + fields[4]
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// RFC 3339, as Go prints a time in UTC.
    static func text(_ seconds: Int64) -> String {
        let minute = civilTime(seconds)
        let second = ((seconds % 60) + 60) % 60
        return minute.replacing(" UTC", with: "").replacing(" ", with: "T") + ":" + (second < 10 ? "0" : "")
            + "\(second)Z"
    }
}
