import Foundation
import ImagePackage
import TestSupport
import Testing

/// Packages of Tests/Lab/odd-package.py: what is met in the wild and what was made to do harm.
@Suite struct OddPackageTests {
    static func package(_ kind: String, in folder: TemporaryFolder, name: String = "odd.tar") throws -> String {
        let path = folder(name)
        let made = try Tool.run("/usr/bin/python3", [repositoryRoot + "/Tests/Lab/odd-package.py", kind, path])
        try #require(made.status == 0, "\(made.errors)")
        return path
    }

    private func contents(_ kind: String) throws -> PackageContents {
        let folder = try TemporaryFolder()
        return try PackageReader(path: try Self.package(kind, in: folder)).contents()
    }

    /// As containerd unpacks it, or does not.
    @Test(
        arguments: [
            ("right", nil), ("packed", nil), ("empty", nil), ("artifact", nil), ("docker-plain-packed", nil),
            ("attested", nil), ("helm", nil), ("oras", nil), ("in-toto", nil), ("model", nil),
            ("few", "layersDiffer"), ("many", "layersDiffer"), ("none", "layersDiffer"), ("few-packed", "layersDiffer"),
            ("swapped", "wrongLayer"), ("wrong", "wrongLayer"), ("wrong-named-gzip", "wrongLayer"),
            ("gzip-named-plain", "wrongLayer"),
        ] as [(String, String?)]
    )
    func layersAreHeldAgainstTheConfig(kind: String, trouble: String?) throws {
        #expect(try contents("layers=\(kind)").images.map(\.trouble?.id) == [trouble])
    }

    @Test(arguments: [
        ("away", "deadLink"), ("absolute", "strayLink"), ("up", "strayLink"), ("loop", "linkCircle"),
        ("gone", "deadLink"),
    ])
    func aLinkThatLeadsNowhereIsNamed(kind: String, trouble: String) throws {
        let error = try #require(try contents("link=\(kind)").images.first?.trouble)
        #expect(error.id == trouble)
        if case .deadLink(let name, let link, _, let found) = error {
            #expect(name == "odd.tar" && link == "d/layer.tar")
            #expect(found == (trouble == "strayLink" ? "real.tar" : nil))
        }
    }

    @Test(arguments: ["plain", "manifests"])
    func theMissingPlatformIsNamed(kind: String) throws {
        let trouble = try contents("platforms=\(kind)").images.map(\.trouble)
        #expect(trouble == [.platformsMissing(name: "odd.tar", missing: ["linux/arm64"], present: ["linux/amd64"])])
    }

    /// containerd reads manifests by Go's encoding/json, and holds them against their media type first.
    @Test(
        arguments: [
            ("plain", nil), ("case", nil), ("good-data", nil), ("last", nil), ("null", nil), ("odd", nil),
            // Of two equal keys the last counts.
            ("first", "layersDiffer"),
            ("float", "badDocument"), ("text", "badDocument"), ("mark", "badDocument"), ("wide", "badDocument"),
            ("two", "badDocument"), ("comma", "badDocument"), ("data", "badDocument"), ("both", "badDocument"),
            ("schema1", "badDocument"), ("annotation", "badDocument"), ("urls", "badDocument"),
            ("index", "badDocument"), ("long", "badDocument"),
        ] as [(String, String?)]
    )
    func documentsAreReadAsGoReadsThem(kind: String, trouble: String?) throws {
        #expect(try contents("json=\(kind)").images.map(\.trouble?.id) == [trouble])
    }

    @Test(arguments: ["layer", "manifest", "descriptor", "blank", "none", "three"])
    func whatIsNoMediaTypeIsRefused(kind: String) throws {
        #expect(try contents("media=\(kind)").images.map(\.trouble?.id) == ["badMediaType"])
    }

    @Test(arguments: ["..", "?x=y#z", "..%2f..%2fother", "a b", "a\\u0000b", "-a", "a\\r\\nb", ""])
    func whatIsNoTagIsRefused(tag: String) throws {
        #expect(try contents("tag=\(tag)").images.map(\.trouble?.id) == ["badReference"])
    }

    @Test func aTagAloneIsStillOne() throws {
        let image = try #require(try contents("tag=v1.0_x").images.first)
        #expect(image.tags == ["v1.0_x"] && image.isNameGuessed && image.trouble == nil)
    }

    @Test(arguments: [#"[]"#, "null", #"["<none>:<none>"]"#])
    func anImageWithoutANameIsCalledAfterItsFile(tags: String) throws {
        let image = try #require(try contents("docker=\(tags)").images.first)
        #expect(image.trouble == nil && image.isNameGuessed && image.repository == "odd" && image.tags == [])
    }

    @Test(arguments: [#"["gcr.io/Lab/app:1"]"#, #"["gcr.io/lab/app:<none>"]"#, #"[":1"]"#, #"["gcr.io/lab/../x:1"]"#])
    func aNameThatNoRegistryTakesIsNamedWithItsFile(tags: String) throws {
        let trouble = try #require(try contents("docker=\(tags)").images.first?.trouble)
        #expect(trouble.id == "badReference" && trouble.name == "odd.tar")
    }

    /// An entry that calls itself an archive and is none is not passed over.
    @Test(
        arguments: [
            ("whole", nil), ("header", "unreadable"), ("unnamed", "unreadable"), ("cut", "truncated"),
            ("gzip", "unreadable"),
            ("gzip-broken", "corrupt"), ("gzip-text", "unreadable"), ("empty", "unreadable"),
            ("document", "badDocument"),
            ("syntax", "badDocument"),
        ] as [(String, String?)]
    )
    func aDamagedArchiveIsAFailure(kind: String, trouble: String?) throws {
        let images = try contents("inner=\(kind)").images
        #expect(images.map(\.trouble?.id) == [nil, trouble])
        if trouble != nil { #expect(images.last?.source.hasPrefix("bm/two") == true) }
    }

    @Test(arguments: [("text", "bm/README", 7), ("zeros", "bm/two.tar", 10_240)])
    func whatIsNoArchiveIsPassedOverWithItsSize(kind: String, name: String, size: Int64) throws {
        let contents = try contents("inner=\(kind)")
        #expect(contents.images.map(\.trouble?.id) == [nil])
        #expect(contents.others.map(\.name) == [name] && contents.others.map(\.size) == [size])
    }

    @Test func limitsAreNamed() throws {
        for (kind, id) in [("names=deep", "nameTooDeep"), ("names=long", "nameTooLong")] {
            let error = #expect(throws: PackageError.self) { try contents(kind) }
            #expect(error?.id == id)
        }
        #expect(try contents("depth=7").images.map(\.trouble?.id) == [nil])
        #expect(try contents("depth=9").images.map(\.trouble?.id) == ["indexTooDeep"])
    }

    /// However many there are, and in whatever order: 3,000 of each took minutes when each looked at all others.
    @Test func muchOfLittleIsReadInTime() throws {
        let image = try #require(try contents("referrers=3000").images.first)
        #expect(image.trouble == nil && image.manifests()?.count == 3001)
        let folder = try TemporaryFolder()
        let streams = try PackageReader(path: Self.package("streams=20000", in: folder, name: "odd.tar.xz"))
        #expect(streams.form == .compressed(.xz, blocks: 1))
        #expect(try streams.contents().images.map(\.trouble?.id) == [nil])
        let few = try PackageReader(path: Self.package("streams=1000", in: folder, name: "few.tar.xz"))
        #expect(try few.contents().images.map(\.trouble?.id) == [nil])
    }
}
