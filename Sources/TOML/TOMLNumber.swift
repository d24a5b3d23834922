/// Integers and floats of TOML 1.0.
enum TOMLNumber {
    enum Reading: Equatable {
        case integer(Int64)
        case float(Double)
        case outOfRange
        /// Looks like a number, is none: `01`, `1__0`, `.5`.
        case malformed
        case notANumber
    }

    static func read(_ bytes: [UInt8]) -> Reading {
        guard let first = bytes.first else { return .notANumber }
        let hasSign = first == 0x2B || first == 0x2D
        let body = bytes.dropFirst(hasSign ? 1 : 0)
        guard let leading = body.first, leading.isDigit else {
            return hasSign || first == 0x2E || first == 0x5F ? .malformed : .notANumber
        }
        if leading == 0x30, let mark = body.dropFirst().first, let radix = radixes[mark] {
            return hasSign ? .malformed : readPrefixed(body.dropFirst(2), radix: radix)
        }
        if body.contains(where: { $0 == 0x2E || $0 == 0x65 || $0 == 0x45 }) { return readFloat(bytes, body) }
        guard let digits = plainDigits(body), body.count == 1 || leading != 0x30 else { return .malformed }
        let text = (first == 0x2D ? "-" : "") + digits
        return Int64(text).map(Reading.integer) ?? .outOfRange
    }

    private static let radixes: [UInt8: Int] = [0x78: 16, 0x6F: 8, 0x62: 2]

    private static func readPrefixed(_ body: ArraySlice<UInt8>, radix: Int) -> Reading {
        guard let digits = withoutUnderscores(body, isDigit: { isDigit($0, radix: radix) }) else { return .malformed }
        return Int64(digits, radix: radix).map(Reading.integer) ?? .outOfRange
    }

    private static func isDigit(_ byte: UInt8, radix: Int) -> Bool {
        switch byte {
        case 0x30...0x39: Int(byte - 0x30) < radix
        case 0x41...0x46, 0x61...0x66: radix == 16
        default: false
        }
    }

    /// `int [. digits] [e [sign] digits]`
    private static func readFloat(_ bytes: [UInt8], _ body: ArraySlice<UInt8>) -> Reading {
        var rest = body
        var text = bytes.first == 0x2D ? "-" : ""
        func take(while isPart: (UInt8) -> Bool) -> String? {
            let part = rest.prefix(while: isPart)
            rest = rest.dropFirst(part.count)
            return plainDigits(part)
        }
        let isDigitOrUnderscore: (UInt8) -> Bool = { $0.isDigit || $0 == 0x5F }
        guard let whole = take(while: isDigitOrUnderscore), whole.count == 1 || body.first != 0x30 else {
            return .malformed
        }
        text += whole
        if rest.first == 0x2E {
            rest = rest.dropFirst()
            guard let fraction = take(while: isDigitOrUnderscore) else { return .malformed }
            text += "." + fraction
        }
        if let mark = rest.first, mark == 0x65 || mark == 0x45 {
            rest = rest.dropFirst()
            text += "e"
            if let sign = rest.first, sign == 0x2B || sign == 0x2D {
                text += sign == 0x2D ? "-" : "+"
                rest = rest.dropFirst()
            }
            guard let exponent = take(while: isDigitOrUnderscore) else { return .malformed }
            text += exponent
        }
        guard rest.isEmpty, let value = Double(text) else { return .malformed }
        return .float(value)
    }

    private static func plainDigits(_ bytes: ArraySlice<UInt8>) -> String? {
        withoutUnderscores(bytes, isDigit: \.isDigit)
    }

    /// The digits, or `nil` unless every underscore stands between two of them.
    private static func withoutUnderscores(_ bytes: ArraySlice<UInt8>, isDigit: (UInt8) -> Bool) -> String? {
        var digits: [UInt8] = []
        var previousIsDigit = false
        for byte in bytes {
            if byte == 0x5F {
                guard previousIsDigit else { return nil }
                previousIsDigit = false
            } else {
                guard isDigit(byte) else { return nil }
                digits.append(byte)
                previousIsDigit = true
            }
        }
        return previousIsDigit ? String(decoding: digits, as: UTF8.self) : nil
    }
}
