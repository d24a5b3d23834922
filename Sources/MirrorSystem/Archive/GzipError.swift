/// Why bytes are not gzip, or cannot be made it.
package enum GzipError: Error, Equatable, Sendable {
    /// Not gzip, or damaged: its checksum differs.
    case damaged
    /// It ends in the middle.
    case cutOff
    /// More bytes come out than the reader allows.
    case tooLarge
    case noMemory
}
