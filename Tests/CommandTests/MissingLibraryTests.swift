import Foundation
import TestSupport
import Testing

/// libcurl and OpenSSL are opened late: a machine without them is told so by the job that needs one, and only by that.
@Suite struct MissingLibraryTests {
    @Test(arguments: ["libcurl.so.4", "libcrypto.so.3"])
    func theJobThatNeedsItSaysSo(_ library: String) throws {
        let folder = try TemporaryFolder()
        // The loader takes this for the library, and finds that it is none.
        _ = try folder.write(library, "")
        let environment = ["LD_LIBRARY_PATH": folder.path, "HOME": folder.path]
        let words = ["probe", "https://127.0.0.1:1", "--proxy", "none"]
        let probe = try Tool.run(Tool.mirrorctl, words, environment: environment)
        #expect(probe.status == 69)
        #expect(probe.errors.contains(library) && probe.errors.contains("apt-get install libcurl4 libssl3"))
        #expect(probe.output.isEmpty)
        let releases = try Tool.run(Tool.mirrorctl, ["releases"], environment: environment)
        #expect(releases.status == 0 && releases.errors.isEmpty)
    }
}
