/// A password or token that cannot print itself; its bytes are reached only through `reveal`.
package struct Secret: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    package init(_ value: String) { self.value = value }

    package var isEmpty: Bool { value.isEmpty }
    package var description: String { "‹redacted›" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }

    /// Hands the value to the one place that sends it.
    package func reveal<Result, Failure>(_ body: (String) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(value)
    }
}
