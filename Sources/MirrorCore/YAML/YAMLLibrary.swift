import CYAML

/// The library that reads cluster config files.
package enum YAMLLibrary {
    package static var version: String { yaml_get_version_string().map { String(cString: $0) } ?? "" }
}
