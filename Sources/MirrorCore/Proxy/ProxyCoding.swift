// What a bundle keeps of proxies: everything but logins.

extension ProxyAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let address = ProxyAddress(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no proxy"))
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension ProxySettings: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(environment: try decoder.singleValueContainer().decode([String: String].self))
    }

    package func encode(to encoder: any Encoder) throws {
        var environment: [String: String] = [:]
        for setting in [http, https, noProxy].compactMap({ $0 }) { environment[setting.name] = setting.shown }
        var container = encoder.singleValueContainer()
        try container.encode(environment)
    }
}
