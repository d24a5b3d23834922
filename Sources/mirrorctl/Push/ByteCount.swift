/// `4.1 GiB`, `812 KiB`
func byteCount(_ bytes: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    var value = Double(bytes)
    var unit = 0
    while value >= 1024, unit < units.count - 1 {
        value /= 1024
        unit += 1
    }
    guard unit > 0 else { return "\(bytes) B" }
    let tenths = Int((value * 10).rounded())
    return value < 100 ? "\(tenths / 10).\(tenths % 10) \(units[unit])" : "\(tenths / 10) \(units[unit])"
}

/// Bytes of `500K`, `20M`, `1G` (1024 each) or a plain number; `nil` for anything else and for 0.
func byteCount(parsing text: String) -> Int? {
    let scale = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30][text.suffix(1).uppercased()]
    guard let number = Int(scale == nil ? text[...] : text.dropLast()), number > 0 else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: scale ?? 1)
    return overflow ? nil : bytes
}

/// `49 s`, `3 min`, `2 h 5 min`
func timeSpan(_ seconds: Int) -> String {
    switch seconds {
    case ..<100: "\(seconds) s"
    case ..<5400: "\((seconds + 30) / 60) min"
    default: "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
}
