import Diagnosis

/// What became of a push or an audit.
package struct PushOutcome: Equatable, Sendable {
    /// One for each image of the package; `nil` when it was not come to.
    package var images: [PushEvent.ImageEnd?]
    /// What ended all of it.
    package var failure: PushFailure?
    /// What went well here, and may not for nodes.
    package var warnings: [Finding] = []

    package init(images: [PushEvent.ImageEnd?], failure: PushFailure? = nil) {
        self.images = images
        self.failure = failure
    }

    package var isComplete: Bool {
        failure == nil
            && images.allSatisfy { end in
                switch end {
                case .pushed, .present: true
                case .failed, nil: false
                }
            }
    }

    package var isInterrupted: Bool { failure == .cancelled }
}
