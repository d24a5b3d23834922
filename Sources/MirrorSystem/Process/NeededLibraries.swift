import RegistryClient

/// Libraries that are opened when a job first needs them, and not at the start.
package enum NeededLibraries {
    /// - Parameter handler: gets the loader's words; it ends the program.
    package static func whenMissing(_ handler: @escaping @convention(c) (UnsafePointer<CChar>?) -> Void) {
        MissingLibrary.handle(by: handler)
    }
}
