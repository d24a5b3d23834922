/// Where containerd's two TOML libraries leave the standard, as far as registry files can meet it.
///
/// Observed with go-toml v1.9 (containerd 1.6, 1.7) and go-toml v2.2 (2.x).
package struct TOMLDialect: Equatable, Sendable {
    /// A file that begins with U+FEFF is refused.
    package var refusesByteOrderMark = false
    /// `[a."x]y"]` is refused: the header is cut at the first `]`.
    package var refusesBracketInHeader = false
    /// An inline table may end with a comma or span lines.
    package var looseInlineTables = false

    package static let standard = TOMLDialect()
    package static let goTOMLv1 = TOMLDialect(refusesBracketInHeader: true)
    package static let goTOMLv2 = TOMLDialect(refusesByteOrderMark: true)
}
