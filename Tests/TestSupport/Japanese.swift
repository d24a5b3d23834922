import Texts

extension Catalogue {
    /// The language that is unlike English in every way.
    package static var japanese: Catalogue { named("ja") ?? .english }
}
