/// A pull as a conversation: it says what is asked next, and takes the answer.
///
/// The same flow simulates (answers from a script), explains, and drives a live trace. It is a pure function of the
/// answers so far: each step runs containerd's own procedure from its beginning, which costs nothing at the few dozen
/// requests that one object takes.
///
/// Source: `remotes/docker/resolver.go`, `fetcher.go`, `authorizer.go` (1.x), `core/remotes/docker/…` (2.x).
package struct PullFlow: Sendable {
    package enum Operation: Equatable, Sendable {
        /// From a name to a descriptor.
        case resolve
        case fetch(ContentDescriptor)
    }

    package struct Input: Sendable {
        package var rules: ContainerdRules
        package var endpoints: [RegistryEndpoint]
        /// As it was given to the resolver; error texts repeat it.
        package var reference: String
        package var operation: Operation
        /// `registry.headers`
        package var headers: [HTTPField] = []
        /// Those of them whose list is empty.
        package var emptyHeaders: [String] = []
        /// `nil`: nobody can be asked, and Basic challenges stay unanswered.
        package var credentials: RegistryCredentials?
        /// Without `config_path` every endpoint has an authorizer of its own.
        package var isLegacy = false

        package init(
            rules: ContainerdRules,
            endpoints: [RegistryEndpoint],
            reference: String,
            operation: Operation,
            headers: [HTTPField] = [],
            credentials: RegistryCredentials? = nil,
            isLegacy: Bool = false
        ) {
            self.rules = rules
            self.endpoints = endpoints
            self.reference = reference
            self.operation = operation
            self.headers = headers
            self.credentials = credentials
            self.isLegacy = isLegacy
        }
    }

    package enum Outcome: Equatable, Sendable {
        case resolved(ContentDescriptor, by: Int)
        case fetched(byteCount: Int, by: Int?)
        /// containerd's error text.
        case failed(String)
    }

    package enum Step: Equatable, Sendable {
        case ask(RegistryRequest)
        case done(Outcome)
    }

    package let input: Input
    package private(set) var answers: [RegistryAnswer] = []

    package init(_ input: Input) { self.input = input }

    package func next() -> Step {
        var run = FlowRun(input, answers: answers)
        do throws(FlowStop) {
            return .done(try run.perform())
        } catch {
            switch error {
            case .needsAnswer(let request): return .ask(request)
            case .failed(let failure): return .done(.failed(failure.text))
            }
        }
    }

    package mutating func take(_ answer: RegistryAnswer) { answers.append(answer) }

    /// Runs to the end with a function that answers at once.
    package mutating func run(_ answer: (RegistryRequest) -> RegistryAnswer) -> Outcome {
        while true {
            switch next() {
            case .ask(let request): take(answer(request))
            case .done(let outcome): return outcome
            }
        }
    }
}

/// What an image is made of.
package struct ContentDescriptor: Equatable, Sendable {
    package let mediaType: String
    package let digest: String
    package let size: Int
    /// Foreign layers name where they are.
    package let urls: [String]

    package init(mediaType: String, digest: String, size: Int, urls: [String] = []) {
        self.mediaType = mediaType
        self.digest = digest
        self.size = size
        self.urls = urls
    }
}
