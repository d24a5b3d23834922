import Foundation

/// A Go, to ask what nodes' programs would do: the system's, or one of those that Tests/setup unpacks into the checkout.
package struct GoCompiler: Sendable {
    package struct BuildError: Error {
        package let words: String
    }

    /// Where Debian puts its compilers, and in which suite.
    package enum Place: String, CaseIterable, Sendable {
        case trixie, forky, installed

        var folder: String {
            self == .installed ? "/usr/lib" : "\(repositoryRoot)/.build/later-suites/\(rawValue)/usr/lib"
        }
    }

    /// 24 of Go 1.24.
    package let minor: Int
    private let root: String

    /// - Returns: `nil` where there is none that can build: the program alone, without the sources of its library, cannot.
    package init?(_ place: Place) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.folder)) ?? []
        let found = names.compactMap { (name: String) -> (minor: Int, root: String)? in
            guard name.hasPrefix("go-1."), let minor = Int(name.dropFirst(5)) else { return nil }
            let root = "\(place.folder)/\(name)"
            let isWhole = ["bin/go", "src/crypto/x509/verify.go"].allSatisfy { access("\(root)/\($0)", R_OK) == 0 }
            return isWhole ? (minor, root) : nil
        }
        guard let newest = found.max(by: { $0.minor < $1.minor }) else { return nil }
        (minor, root) = newest
    }

    /// Any that is here.
    package static let any = Place.allCases.lazy.compactMap { GoCompiler($0) }.first

    /// - Parameter source: of a program that needs nothing but Go's own library.
    /// - Returns: the path of the program, in `folder`.
    package func build(_ source: String, in folder: TemporaryFolder) throws -> String {
        try folder.write("main.go", source)
        // The line decides what GODEBUG decides, as in containerd's own go.mod.
        try folder.write("go.mod", "module asked\n\ngo 1.\(minor)\n")
        let own = "\(repositoryRoot)/.build/go"
        let environment = ProcessInfo.processInfo.environment.merging([
            "GOROOT": root, "GOPATH": "\(own)/path", "GOCACHE": "\(own)/cache", "XDG_CONFIG_HOME": "\(own)/config",
            "GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOENV": "off", "CGO_ENABLED": "0",
        ]) { $1 }
        let built = try Tool.run(
            "/bin/sh",
            ["-c", #"cd "$1" && exec nice -n 19 "$2/bin/go" build -p 1 -o asked ."#, "sh", folder.path, root],
            environment: environment
        )
        guard built.status == 0 else { throw BuildError(words: built.errors) }
        return folder("asked")
    }
}
