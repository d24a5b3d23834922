import Containerd
import Texts

extension PullPlan {
    /// Who is asked first, and whether a failure there shows: one sentence.
    package var verdict: Phrase {
        let values = ["image": reference.normalized, "registryHost": reference.registryHost]
        if let error {
            let key = error.isOurLimit ? "why.verdict.beyondLimit" : "why.verdict.error"
            return Phrase(key, values.merging(["text": error.text]) { $1 })
        }
        guard let first = resolving.first else { return Phrase("why.verdict.nobody", values) }
        var arguments = values.merging(["first": first.endpoint.baseURL]) { $1 }
        guard !first.isUpstream else { return Phrase("why.verdict.upstream", arguments) }
        guard let next = resolving.dropFirst().first else { return Phrase("why.verdict.onlyMirror", arguments) }
        arguments["next"] = next.endpoint.baseURL
        let key = next.isUpstream ? "why.verdict.mirrorThenUpstream" : "why.verdict.mirrorThenMirror"
        arguments["last"] = resolving.last?.endpoint.baseURL
        return Phrase(key, arguments)
    }

    /// A failure of the first host goes unnoticed while another one has the image.
    package var isFailureSilent: Bool { error == nil && resolving.count > 1 }
}

extension PullAttempt {
    /// How the connection is secured, one phrase for each fact.
    package var tls: [Phrase] {
        let tls = endpoint.tls
        if endpoint.scheme == "http" { return [Phrase("why.tls.plain")] }
        var phrases: [Phrase] = []
        if endpoint.fallsBackToHTTP { phrases.append(Phrase("why.tls.httpsFirst")) }
        if tls.skipVerify == true { phrases.append(Phrase("why.tls.skipVerify")) }
        if let files = tls.caFiles, !files.isEmpty {
            phrases.append(Phrase("why.tls.ca", ["files": files.joined(separator: ", ")]))
        } else if tls.skipVerify != true {
            phrases.append(Phrase("why.tls.system"))
        }
        if let pairs = tls.clientPairs, !pairs.isEmpty {
            let files = pairs.map(\.certificate).joined(separator: ", ")
            phrases.append(Phrase("why.tls.client", ["files": files]))
        }
        return phrases
    }

    package var credentialPhrase: Phrase {
        switch credential {
        case .config(let key, let source):
            Phrase(
                "why.credential.config",
                ["key": key, "file": source?.file ?? "", "line": "\(source?.line ?? 0)"]
            )
        case .header: Phrase("why.credential.header")
        case .pullRequest: Phrase("why.credential.pullRequest")
        }
    }

    /// Why this host is in the list.
    package var originPhrase: Phrase {
        let name =
            switch endpoint.origin {
            case .hostTable: "hostTable"
            case .server: "server"
            case .upstream: "upstream"
            case .mirror: "mirror"
            }
        return Phrase("why.origin.\(name)")
    }
}
