import GoData

extension PullPlan {
    package func flow(
        _ operation: PullFlow.Operation = .resolve,
        credentials: RegistryCredentials? = RegistryCredentials()
    ) -> PullFlow {
        var input = PullFlow.Input(
            rules: rules,
            endpoints: attempts.map(\.endpoint),
            reference: reference.normalized,
            operation: operation,
            headers: headers,
            credentials: credentials,
            isLegacy: isLegacy
        )
        input.emptyHeaders = emptyHeaders
        return PullFlow(input)
    }

    package var isLegacy: Bool { if case .mirrors = origin { true } else { false } }

    /// Lets the engine answer: the hosts before this one have failed, this one answers so, all others are well.
    package func outcome(of attempt: PullAttempt, answering kind: AnswerKind) -> AttemptOutcome {
        var flow = flow()
        let outcome = flow.run { request in
            guard let endpoint = request.endpoint else { return .failure(.refused) }
            if endpoint < attempt.index { return .response(RegistryResponse(status: 404)) }
            return endpoint == attempt.index ? kind.answer(to: request) : Self.wellAnswer
        }
        switch outcome {
        case .resolved(_, let index) where index == attempt.index: return .accepted
        case .resolved(_, let index): return .next(attempts[index])
        case .fetched: return .accepted
        case .failed(let text): return .fails(text)
        }
    }

    /// What the Pod event shows when every host answers so.
    package func podError(everyoneAnswering kind: AnswerKind) -> String? {
        var flow = flow()
        guard case .failed(let text) = flow.run(kind.answer) else { return nil }
        return podEvent(text)
    }

    private static let wellAnswer = RegistryAnswer.response(
        RegistryResponse(
            status: 200,
            headers: [
                HTTPField("Content-Type", "application/vnd.oci.image.manifest.v1+json"),
                HTTPField("Docker-Content-Digest", "sha256:" + String(repeating: "a", count: 64)),
                HTTPField("Content-Length", "2"),
            ]
        )
    )

    /// What the Pod event shows whatever anybody answers; `nil` where only we do not know what containerd does.
    package var eventOfError: String? { error.flatMap { $0.isOurLimit ? nil : podEvent($0.text) } }

    /// CRI's words around an error of the resolver.
    package func wrapped(_ text: String) -> String {
        let what =
            mode == .local
            ? "failed to resolve reference \(GoText.quoted(reference.normalized))" : "failed to resolve image"
        return "failed to pull and unpack image \(GoText.quoted(reference.normalized)): \(what): \(text)"
    }

    /// kubelet's words around an error of CRI.
    package func podEvent(_ text: String) -> String { podEvent(wrapped: wrapped(text)) }

    /// - Parameter text: from `wrapped`.
    package func podEvent(wrapped text: String) -> String {
        let code = text.hasSuffix("not found") ? "NotFound" : "Unknown"
        return "Failed to pull image \(GoText.quoted(image)): rpc error: code = \(code) desc = \(text)"
    }
}
