import FoundationEssentials

func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

/// Standard alphabet, padding required, as Go's `base64.StdEncoding` reads it; line ends are ignored.
func decodedBase64(_ text: String) -> [UInt8]? {
    let plain = text.filter { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
    return Data(base64Encoded: plain).map { Array($0) }
}
