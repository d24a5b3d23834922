/// Between two looks at something that tells nobody when it changes, where no cancellation may cut the wait short.
package func pause(milliseconds: Int) { _ = Sleeper().sleep(until: .now + .milliseconds(milliseconds)) }
