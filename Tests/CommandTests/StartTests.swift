import Foundation
import TestSupport
import Testing

/// What a start costs.
@Suite struct StartTests {
    /// libcurl and OpenSSL bring thirty libraries along; they are opened by what needs them.
    @Test func networkLibrariesAreNotLoadedAtTheStart() throws {
        let result = try Tool.run("/usr/bin/ldd", [Tool.mirrorctl])
        #expect(result.output.contains("libyaml"))
        for name in ["libcurl", "libssl", "libcrypto"] { #expect(!result.output.contains(name), "\(name)") }
    }
}
