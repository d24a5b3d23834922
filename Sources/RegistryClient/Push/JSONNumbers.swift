import FoundationEssentials

/// The numbers of a token server's answer, which `JSONValue` leaves out.
struct JSONNumbers: Decodable {
    var expiresIn: Int?

    private enum CodingKeys: String, CodingKey { case expiresIn = "expires_in" }

    init(_ body: [UInt8]) { self = (try? JSONDecoder().decode(Self.self, from: Data(body))) ?? JSONNumbers() }

    private init() {}
}
