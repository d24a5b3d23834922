import Glibc

/// What a file that takes another's place has to have of it.
struct KeptProperties: Sendable {
    let status: stat
    let attributes: ExtendedAttributes
}
