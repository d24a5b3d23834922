// swift-tools-version: 6.2
// The dependency lists below are the architecture; Tests/ArchitectureTests holds the imports to them.
import PackageDescription

/// CI sets MIRRORCTL_WERROR; a developer's half-finished edit may still warn.
let swift: [SwiftSetting] =
    (Context.environment["MIRRORCTL_WERROR"] == nil ? [] : [.treatAllWarnings(as: .error)]) + [
        .enableUpcomingFeature("ExistentialAny")
    ]

/// What waits for keys and files: less memory at each start is worth more than speed.
let small = swift + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
    name: "mirrorctl",
    products: [.executable(name: "mirrorctl", targets: ["mirrorctl"])],
    dependencies: [
        // Subcommands, help and completion scripts.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // kubectl, bmctl and ssh: signal masks, process groups and pipes done right. Without its Foundation trait.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        // Oracles for the tests only: what we write must be read by parsers that are not ours.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // The only C: thin shims over Debian's libraries, each under the one module that owns it.
        .target(name: "CYAML", linkerSettings: [.linkedLibrary("yaml")]),
        .target(name: "CXattr"),
        // `make` says which commit it builds.
        .target(
            name: "CVersion",
            cSettings: Context.environment["MIRRORCTL_COMMIT"].map { [.define("MIRRORCTL_COMMIT", to: "\"\($0)\"")] }
                ?? []
        ),
        .target(name: "COpen"),
        .target(name: "CMemory"),
        // libcurl and OpenSSL, opened on first use.
        .target(name: "CLazy"),
        .target(name: "CDigest", dependencies: ["CLazy"]),
        .target(name: "CXZ", linkerSettings: [.linkedLibrary("lzma")]),
        .target(name: "CZstd", linkerSettings: [.linkedLibrary("zstd")]),
        .target(name: "CISAL", linkerSettings: [.linkedLibrary("isal")]),
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        .target(name: "CCurl", dependencies: ["CLazy"]),
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
        ),

        // JSON and base64 as Go's standard library reads them.
        .target(name: "GoData", swiftSettings: swift),
        // Threads of their own for work that blocks, and what they wait for.
        .target(name: "Threads", swiftSettings: swift),
        // TOML documents, and where everything stands in them.
        .target(name: "TOML", swiftSettings: swift),
        // What cannot print itself.
        .target(name: "Secrets", swiftSettings: swift),
        // containerd: what it reads and whom it asks, to the letter.
        .target(name: "Containerd", dependencies: ["GoData", "Secrets", "TOML"], swiftSettings: swift),
        // The files of Sources/Texts/languages, a folder for each language.
        .target(name: "CTexts"),
        .target(name: "Texts", dependencies: ["CTexts", "TOML"], exclude: ["languages"], swiftSettings: swift),
        .target(
            name: "MirrorCore",
            dependencies: ["CYAML", "GoData", "Secrets", "TOML", "Texts", "Containerd"],
            resources: [.embedInCode("Releases/releases.toml")],
            swiftSettings: swift
        ),
        // What is judged: facts, rules, findings. Nothing below knows of it.
        .target(
            name: "Diagnosis",
            dependencies: ["MirrorCore", "Containerd", "Secrets", "TOML", "Texts", "GoData"],
            swiftSettings: swift
        ),
        .target(
            name: "ImagePackage",
            dependencies: [
                "MirrorCore", "Containerd", "Texts", "Threads", "GoData", "CMemory", "CDigest", "CXZ", "CZlib", "CZstd",
                "CISAL",
            ],
            swiftSettings: swift
        ),
        .target(name: "RegistryClient", dependencies: ["CCurl", "CLazy", "GoData", "Threads"], swiftSettings: swift),
        .target(
            name: "MirrorSystem",
            dependencies: [
                "CXattr", "COpen",
                "MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "Threads", "RegistryClient", "CZlib",
                "ImagePackage",
                "GoData",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            resources: [.embedInCode("Node/collector.sh")],
            swiftSettings: swift
        ),
        .target(
            name: "Operations",
            dependencies: [
                "MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "Threads", "ImagePackage", "MirrorSystem",
                "RegistryClient",
                "GoData",
            ],
            swiftSettings: small
        ),
        .target(
            name: "Themes",
            path: "Themes",
            resources: [.embedInCode("files")],
            swiftSettings: swift
        ),
        .target(
            name: "Wizard",
            dependencies: ["MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "TOML", "Themes"],
            swiftSettings: small
        ),
        .target(name: "TerminalUI", dependencies: ["Wizard", "CNcurses"], swiftSettings: swift),
        .executableTarget(
            name: "mirrorctl",
            dependencies: [
                "MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "Threads", "ImagePackage", "MirrorSystem",
                "Operations", "Wizard", "TerminalUI", "CVersion",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: small
        ),

        .testTarget(name: "ThreadsTests", dependencies: ["Threads", "TestSupport"], swiftSettings: swift),
        .testTarget(name: "GoDataTests", dependencies: ["GoData", "TestSupport"], swiftSettings: swift),
        .target(name: "TestSupport", dependencies: ["Texts"], path: "Tests/TestSupport", swiftSettings: swift),
        // Mirrors that suites of several modules take.
        .target(
            name: "MirrorSamples",
            dependencies: ["MirrorCore", "TestSupport"],
            path: "Tests/MirrorSamples",
            swiftSettings: swift
        ),
        .testTarget(
            name: "MirrorCoreTests",
            dependencies: [
                "MirrorCore", "Containerd", "Secrets", "TOML", "Texts", "TestSupport", "MirrorSamples", "Yams",
                "TOMLKit",
            ],
            exclude: ["Golden", "Corpus", "TOML/oracle.py"],
            swiftSettings: swift
        ),
        .testTarget(
            name: "DiagnosisTests",
            dependencies: [
                "Diagnosis", "MirrorCore", "Containerd", "Secrets", "TOML", "Texts", "GoData", "TestSupport",
                "MirrorSamples",
            ],
            exclude: ["Trace/faults.txt"],
            swiftSettings: swift
        ),
        .testTarget(
            name: "ConformanceTests",
            dependencies: ["MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "TestSupport"],
            exclude: ["Vectors"],
            swiftSettings: swift
        ),
        .testTarget(
            name: "RegistryClientTests",
            dependencies: ["RegistryClient", "TestSupport"],
            swiftSettings: swift
        ),
        .testTarget(
            name: "MirrorSystemTests",
            dependencies: [
                "MirrorSystem", "RegistryClient", "MirrorCore", "Diagnosis", "Containerd", "Secrets", "TOML", "Texts",
                "mirrorctl", "Threads", "TestSupport",
            ],
            swiftSettings: swift
        ),
        .testTarget(
            name: "OperationsTests",
            dependencies: ["Operations", "MirrorSystem", "MirrorCore", "Diagnosis", "Threads", "TestSupport"],
            swiftSettings: swift
        ),
        .executableTarget(
            name: "packageprobe",
            dependencies: ["ImagePackage"],
            path: "Tests/PackageProbe",
            swiftSettings: swift
        ),
        .testTarget(
            name: "ImagePackageTests",
            dependencies: ["ImagePackage", "packageprobe", "TestSupport"],
            swiftSettings: swift
        ),
        .testTarget(
            name: "WizardTests",
            dependencies: [
                "Wizard", "MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "Themes", "TestSupport",
            ],
            exclude: ["Snapshots"],
            swiftSettings: swift
        ),
        .testTarget(
            name: "TerminalUITests",
            dependencies: ["TerminalUI", "TestSupport"],
            swiftSettings: swift
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["mirrorctl", "Wizard", "MirrorCore", "Diagnosis", "Texts", "TestSupport", "Yams"],
            swiftSettings: swift
        ),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["mirrorctl", "TestSupport", "Yams"],
            swiftSettings: swift
        ),
        .testTarget(name: "ArchitectureTests", dependencies: ["Texts", "TestSupport"], swiftSettings: swift),
    ]
)

// Only for `make fuzz`: whatever it reads has to be built with the coverage that libFuzzer is led by.
if Context.environment["MIRRORCTL_FUZZ_TARGET"] != nil {
    package.targets += [
        .target(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "CFuzzer", "Containerd", "Diagnosis", "ImagePackage", "MirrorCore", "MirrorSystem", "RegistryClient",
                "TOML",
                "Texts",
            ],
            path: "Tests/Fuzz",
            exclude: ["CFuzzer", "samples.py"],
            swiftSettings: swift,
            // Debian's gold ends with an error of its own on what coverage adds.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])]
        ),
    ]
}
