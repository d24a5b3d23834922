import CXZ
import CZlib
import CZstd

/// The libraries that unpack and pack, as they were loaded.
package enum CodecLibraries {
    package static var versions: [(name: String, version: String)] {
        [
            ("liblzma", String(cString: mx_version())), ("libzstd", String(cString: ZSTD_versionString())),
            ("zlib", String(cString: zlibVersion())),
        ]
    }
}
