import Containerd
import Foundation
import GoData
import MirrorCore

/// `scripted_responses`: the first entry that matches answers, `times` limits how often.
struct AnswerScript {
    private var entries: [(match: [String], left: Int, answer: ScriptedAnswer, word: String)]

    private enum ScriptedAnswer {
        case response(RegistryResponse)
        case failure(String)
    }

    init(_ responses: [JSONValue]) {
        entries = responses.map { response in
            let match = (response["match"]?.string ?? "").split(separator: "&&").map(String.init)
            let left = response["times"]?.int ?? .max
            if let error = response["error"]?.string {
                return (match, left, .failure(error), "error:\(error)")
            }
            let status = response["status"]?.int ?? 0
            let headers = (response["headers"]?.object ?? [:]).flatMap { name, value in
                (value.strings ?? [value.string ?? ""]).map { HTTPField(name, $0) }
            }
            let body = Array((response["body"]?.string ?? "").utf8)
            return (match, left, .response(RegistryResponse(status: status, headers: headers, body: body)), "\(status)")
        }
    }

    mutating func answer(_ request: RegistryRequest) -> (RegistryAnswer, String) {
        let authorization = request.authorization?.reveal { $0.lowercased() } ?? ""
        let kind = authorization.hasPrefix("bearer") ? "bearer" : authorization.hasPrefix("basic") ? "basic" : "none"
        let line = "\(request.method) \(request.url) auth=\(kind)"
        guard let index = entries.firstIndex(where: { $0.left > 0 && $0.match.allSatisfy(line.contains) }) else {
            return (.failure(.other("no scripted response")), "unscripted")
        }
        entries[index].left -= 1
        let entry = entries[index]
        // A HEAD has no body, whatever the script holds.
        switch entry.answer {
        case .failure(let name): return (.failure(Self.failure(name, request)), entry.word)
        case .response(let response) where request.method == "HEAD":
            return (.response(RegistryResponse(status: response.status, headers: response.headers)), entry.word)
        case .response(let response): return (.response(response), entry.word)
        }
    }

    private static func failure(_ name: String, _ request: RegistryRequest) -> ExchangeFailure {
        switch name {
        case "refused": .refused
        case "timeout": .timeout
        case "dns": .noSuchHost(URL(string: request.url)?.host() ?? "")
        case "x509-unknown-authority": .x509("certificate signed by unknown authority")
        case "tls-http-response": .httpOnHTTPS
        // The script's error is a text, and no timeout to Go, as the real one would be.
        case "tls-handshake-timeout": .other(ExchangeFailure.handshakeTimeout.text)
        case "eof": .endOfFile
        case "reset": .reset
        default: .other(name)
        }
    }
}
