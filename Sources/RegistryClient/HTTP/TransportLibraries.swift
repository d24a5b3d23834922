import CCurl

/// libcurl and what it brings along, as they were loaded.
package enum TransportLibraries {
    /// `libcurl/7.88.1 OpenSSL/3.0.19 …` taken apart; opens the libraries.
    package static var versions: [(name: String, version: String)] {
        guard let text = curl_version() else { return [] }
        return String(cString: text).split(separator: " ").compactMap { word in
            let parts = word.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, ["libcurl", "OpenSSL"].contains(parts[0]) else { return nil }
            return (String(parts[0]), String(parts[1]))
        }
    }
}
