import ImagePackage
import MirrorCore
import RegistryClient

/// What of Debian's libraries the program has loaded, save the one that draws.
package enum MachineLibraries {
    package static var versions: [(name: String, version: String)] {
        [("libyaml", YAMLLibrary.version)] + TransportLibraries.versions + CodecLibraries.versions
    }
}
