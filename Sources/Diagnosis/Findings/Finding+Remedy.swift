import MirrorCore

extension Finding {
    /// A mirror with the value that the finding holds in its place; `nil` where it holds none.
    package func mended(_ draft: MirrorDraft) -> MirrorDraft? {
        var mended = draft
        switch code {
        // The port speaks the other protocol.
        case "MIR0107": mended.endpoint = draft.endpoint.withScheme("http")
        case "MIR0108": mended.endpoint = draft.endpoint.withScheme("https")
        // The one file with certificates in that folder.
        case "MIR0209":
            guard let near = arguments["near"] else { return nil }
            mended.caCertPath = near
        // The image is in this namespace.
        case "MIR0408":
            guard let found = arguments["found"] else { return nil }
            if let path = draft.endpoint.firstRange(of: "/v2") {
                mended.endpoint = String(draft.endpoint[..<path.lowerBound])
            }
            mended.mirrorNamespace = found == "–" ? "" : found
        case "MIR0410", "MIR0411", "MIR0412", "MIR0413":
            guard let fixed = arguments["fixed"] else { return nil }
            mended.endpoint = fixed
        default: return nil
        }
        return mended == draft ? nil : mended
    }
}

extension String {
    fileprivate func withScheme(_ scheme: String) -> String {
        firstRange(of: "://").map { scheme + self[$0.lowerBound...] } ?? self
    }
}
