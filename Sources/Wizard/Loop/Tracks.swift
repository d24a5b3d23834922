/// Names a track.
package enum TrackID: String, CaseIterable, Sendable {
    case mirror, trouble, push, upgrade, home
}

/// A walk through the wizard with steps of its own, begun from Home at the step where it was left.
///
/// ADD A TRACK as a case of `TrackID`, a list in `Steps` and a line in `Tracks.all`.
package struct Track: Sendable {
    package let id: TrackID
    package let steps: [any WizardStep]

    /// Those that are on the rail: not the pages of another.
    package var rail: [any WizardStep] { steps.filter { $0.parent == nil } }
}

package enum Tracks {
    package static let all: [Track] = [
        Track(id: .mirror, steps: Steps.mirror), Track(id: .trouble, steps: Steps.trouble),
        Track(id: .push, steps: Steps.push), Track(id: .upgrade, steps: Steps.upgrade),
        Track(id: .home, steps: Steps.home),
    ]

    package static func index(of step: StepID) -> Int {
        all.firstIndex { $0.steps.contains { $0.id == step } } ?? 0
    }
}

extension WizardState {
    /// The track of the current step.
    package var track: Track { Tracks.all[Tracks.index(of: step)] }

    /// To the track of that id, at the step where it was left.
    package mutating func turn(to id: TrackID) {
        guard let track = Tracks.all.first(where: { $0.id == id }) else { return }
        go(to: leftSteps[track.id] ?? track.steps.first?.id ?? step)
    }
}
