/// The themes embedded in the binary. ADD A THEME HERE: its file stands in `files`.
package enum EmbeddedThemes {
    /// Name and TOML text, in the order `mirrorctl themes` lists them.
    package static let all: [(name: String, toml: [UInt8])] = [
        ("dark", PackageResources.dark_toml),
        ("light", PackageResources.light_toml),
        ("colourblind-dark", PackageResources.colourblind_dark_toml),
        ("colourblind-light", PackageResources.colourblind_light_toml),
        ("high-contrast", PackageResources.high_contrast_toml),
        ("monochrome", PackageResources.monochrome_toml),
    ]
}
