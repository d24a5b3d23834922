/// Bytes of `500K`, `20M`, `1G` (1024 each) or a plain number; `nil` for anything else and for 0.
package func byteCount(parsing text: String) -> Int? {
    let scale = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30][text.suffix(1).uppercased()]
    guard let number = Int(scale == nil ? text[...] : text.dropLast()), number > 0 else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: scale ?? 1)
    return overflow ? nil : bytes
}

/// `49 s`, `3 min`, `2 h 5 min`
package func timeSpan(_ seconds: Int) -> String {
    switch seconds {
    case ..<100: "\(seconds) s"
    case ..<5400: "\((seconds + 30) / 60) min"
    default: "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
}
