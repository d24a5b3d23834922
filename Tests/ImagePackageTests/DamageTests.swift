import Foundation
import ImagePackage
import TestSupport
import Testing

/// Packages that are cut off, damaged or malicious end in a typed error, never in a crash, a hang or wrong bytes.
@Suite struct DamageTests {
    static let files = ["bundle.tar", "bundle.tar.gz", "bundle.tar.zst", "one.tar.xz", "many.tar.xz"]

    /// More of them with MIRRORCTL_SEEDS.
    static let seeds = Int(ProcessInfo.processInfo.environment["MIRRORCTL_SEEDS"] ?? "") ?? 9

    /// What came through all checks although the package is damaged has to be right.
    private func expectHarmless(_ path: String, _ whole: PushedPackage, _ note: String) throws {
        do {
            let pushed = try PackageReader(path: path).pushed(readers: 2)
            for (digest, size) in pushed.content where whole.content[digest] != nil {
                #expect(whole.content[digest] == size, "\(note)")
            }
        } catch let error as PackageError {
            #expect(error.problem.key.hasPrefix("package."), "\(note)")
        }
    }

    @Test(arguments: files) func aPackageCutOffAnywhereIsRefusedWithTheOffset(form: String) throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let bytes = try packages.folder.bytes(form)
        var random = SeededGenerator(seed: 7)
        var cuts = (0..<Self.seeds).map { _ in Int.random(in: 1..<(bytes.count - 20_000), using: &random) }
        if form == "bundle.tar" {
            cuts += [1, 511, 512, 513, 1023, 1024, 1536]
        } else {
            cuts += [1, 5, 6, 12, 24, 100]
        }
        for cut in cuts {
            let path = try folder.write("cut", Array(bytes[..<cut]))
            let error = #expect(throws: PackageError.self, "\(form) cut at \(cut)") {
                try PackageReader(path: path).pushed()
            }
            let allowed = ["truncated", "noImages"]
            #expect(allowed.contains(error?.id ?? ""), "\(form) cut at \(cut): \(String(describing: error))")
            if case .truncated(let name, let offset) = error {
                #expect(name.hasPrefix("cut") || name.hasPrefix("images_1.0"))
                #expect(offset >= 0)
            }
        }
    }

    @Test(arguments: files) func aDamagedPackageNeverMakesWrongBytes(form: String) throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let whole = try PackageReader(path: packages("bundle.tar")).pushed()
        let bytes = try packages.folder.bytes(form)
        var random = SeededGenerator(seed: 11)
        for seed in 0..<Self.seeds {
            var damaged = bytes
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch seed % 3 {
            case 0: damaged[place] ^= UInt8.random(in: 1...255, using: &random)
            case 1: damaged.replaceSubrange(place..<min(bytes.count, place + 512), with: repeatElement(0, count: 512))
            default: damaged.removeSubrange(place..<min(bytes.count, place + 512))
            }
            try expectHarmless(try folder.write("damaged", damaged), whole, "\(form) seed \(seed) at \(place)")
        }
    }

    /// Two downloads that were written over each other.
    @Test func interleavedArchivesAreToldByOffsetAndName() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let first = try packages.folder.bytes("bundle.tar")
        var mixed = Array(first[..<1_000_000])
        mixed += try packages.folder.bytes("bundle.tar.gz")[..<300_032]
        mixed += first[1_300_032...]
        let path = try folder.write("mixed.tar", mixed)
        do {
            let pushed = try PackageReader(path: path).pushed()
            #expect(!pushed.troubles.isEmpty, "layers and headers in the middle are gone")
        } catch let error as PackageError {
            #expect(["badHeader", "truncated", "digestMismatch"].contains(error.id))
        }
    }
}
