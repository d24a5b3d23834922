import CCurl

/// `sha256:…` of bytes, as registries name them.
package func contentDigest(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    guard mc_sha256(bytes, bytes.count, &digest) == 1 else { return "sha256:" }
    return "sha256:" + hexadecimal(digest)
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
