import Containerd

/// What the name of a backup says of the text that took its place: enough of a digest to tell whether the file is still
/// as it was written.
package enum BackupMark {
    package static func of(_ written: [UInt8]) -> String { String(SHA256.hex(written).prefix(12)) }
}
