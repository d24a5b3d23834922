/// Between two looks at something that tells nobody when it changes, where no cancellation may cut the wait short.
package func pause(milliseconds: Int) { pause(until: .now + .milliseconds(milliseconds)) }

/// Waits for a moment, and for nothing else.
package func pause(until moment: ContinuousClock.Instant) { _ = Sleeper().sleep(until: moment) }
