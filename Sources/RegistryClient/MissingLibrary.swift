import CLazy

/// libcurl and OpenSSL are opened when they are first needed.
package enum MissingLibrary {
    /// - Parameter handler: gets the loader's words for a library, or a function in it, that is not there. It ends the
    ///   program: what called the library gets nothing from it.
    package static func handle(by handler: @escaping @convention(c) (UnsafePointer<CChar>?) -> Void) {
        ml_when_missing(handler)
    }
}
