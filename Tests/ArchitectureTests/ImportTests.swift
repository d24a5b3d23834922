import Foundation
import TestSupport
import Testing

/// The table of who may import whom. SwiftPM does not stop an undeclared import of a transitive module; this does.
@Suite struct ImportTests {
    /// Folder below Sources → all that its files may import.
    static let allowed: [String: Set<String>] = [
        "GoData": [],
        "TOML": ["FoundationEssentials"],
        "Secrets": [],
        "Threads": ["Dispatch", "Synchronization"],
        "Containerd": ["GoData", "Secrets", "TOML", "FoundationEssentials"],
        "Texts": ["CTexts", "TOML", "Synchronization"],
        "MirrorCore": ["CYAML", "Containerd", "GoData", "Secrets", "TOML", "Texts", "FoundationEssentials"],
        "Diagnosis": ["MirrorCore", "Containerd", "GoData", "Secrets", "TOML", "Texts", "FoundationEssentials"],
        "RegistryClient": ["CCurl", "CLazy", "GoData", "Threads", "FoundationEssentials", "Glibc", "Synchronization"],
        "ImagePackage": [
            "MirrorCore", "Containerd", "Texts", "Threads", "GoData", "CMemory", "CDigest", "CXZ", "CZlib", "CZstd",
            "CISAL",
            "FoundationEssentials",
            "Glibc",
            "Synchronization",
        ],
        "MirrorSystem": [
            "MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "Threads", "GoData", "CXattr", "COpen",
            "RegistryClient",
            "ImagePackage", "CZlib",
            "FoundationEssentials",
            "Glibc",
            "Synchronization", "Subprocess",
        ],
        "Operations": [
            "MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "Threads", "GoData", "MirrorSystem",
            "RegistryClient",
            "ImagePackage",
            "FoundationEssentials",
            "Glibc",
            "Synchronization",
        ],
        "Wizard": ["MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "TOML", "Themes"],
        "TerminalUI": ["Wizard", "CNcurses", "Glibc", "Synchronization"],
        "mirrorctl": [
            "MirrorCore", "Diagnosis", "Containerd", "Secrets", "Texts", "Threads", "ImagePackage", "MirrorSystem",
            "Operations",
            "Wizard",
            "TerminalUI", "CVersion",
            "ArgumentParser",
            "FoundationEssentials", "Glibc", "Synchronization",
        ],
    ]

    static func swiftFiles(below folder: String) throws -> [String] {
        let names = try #require(FileManager.default.enumerator(atPath: "\(repositoryRoot)/\(folder)"))
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
    }

    static func lines(_ file: String) throws -> [Substring] {
        try String(contentsOfFile: "\(repositoryRoot)/\(file)", encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test func everyFolderImportsOnlyWhatItMay() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot + "/Sources")
        let withSwift = try folders.filter { try !Self.swiftFiles(below: "Sources/\($0)").isEmpty }
        #expect(Set(withSwift) == Set(Self.allowed.keys))
        for (folder, allowed) in Self.allowed {
            for file in try Self.swiftFiles(below: "Sources/\(folder)") {
                for line in try Self.lines(file) where line.hasPrefix("import ") || line.hasPrefix("@testable import ")
                {
                    let module = line.split(separator: " ").last.map { $0.prefix { $0 != "." } } ?? ""
                    #expect(allowed.contains(String(module)), "\(file): \(line)")
                }
            }
        }
    }

    /// The core and the wizard are values and functions: no clock, files, environment or randomness gets in.
    @Test func theCoreAndTheWizardTouchNothing() throws {
        let forbidden = [
            "Glibc", "FileManager", "Date()", "ContinuousClock", "getenv(", "print(", "SystemRandomNumberGenerator",
        ]
        for file in try ["TOML", "Containerd", "MirrorCore", "Diagnosis", "Wizard"].flatMap({
            try Self.swiftFiles(below: "Sources/\($0)")
        }) {
            for line in try Self.lines(file) where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for word in forbidden where line.contains(word) && !line.contains("func ") {
                    #expect(Bool(false), "\(file): \(line)")
                }
            }
        }
    }

    /// Input can reach every line of Sources, so nothing there may end the process or look away.
    @Test func nothingThatCrashesOnInput() throws {
        let forbidden = ["try!", "as!", "fatalError(", "@unchecked", "nonisolated(unsafe)", "preconditionFailure("]
        for file in try Self.swiftFiles(below: "Sources") {
            for line in try Self.lines(file) where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for word in forbidden where line.contains(word) { #expect(Bool(false), "\(file): \(line)") }
            }
        }
    }

    /// Work that blocks, waiting and queues are `Threads`': elsewhere a thread could sleep that nobody can wake.
    @Test func onlyThreadsKnowsOfQueues() throws {
        let words = [
            "DispatchQueue", "DispatchSemaphore", "DispatchGroup", "DispatchSource", "usleep(", "nanosleep(", "Thread(",
            "pthread_create(",
        ]
        for file in try Self.swiftFiles(below: "Sources") where !file.hasPrefix("Sources/Threads/") {
            for line in try Self.lines(file) {
                for word in words where line.contains(word) { #expect(Bool(false), "\(file): \(line)") }
            }
        }
    }

    @Test func filesStayShort() throws {
        for file in try ["Sources", "Tests"].flatMap(Self.swiftFiles) {
            #expect(try Self.lines(file).count <= 401, "\(file)")
        }
    }
}
