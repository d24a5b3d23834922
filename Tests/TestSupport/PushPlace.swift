import Foundation

/// A place of its own in one of the lab's registries, with journals of its own, and a package that goes there.
package struct PushPlace: Sendable {
    package let lab: PushLab
    package let registry: String
    package let namespace: String
    package let package: String
    /// What outlives one command.
    package let state: TemporaryFolder

    package init(_ lab: PushLab, _ registry: String, _ namespace: String, package: String) throws {
        self.lab = lab
        self.registry = registry
        self.namespace = namespace
        self.package = package
        state = try TemporaryFolder()
    }

    /// `FOLDER/package/appN` are OCI layouts of a shared layer, one of so many MiB, and a small one.
    package static func layouts(_ images: Int, mebibytes: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let script = repositoryRoot + "/Tests/Lab/push-layouts"
        let made = try Tool.run("/usr/bin/python3", [script, folder("package"), "\(images)", "\(mebibytes)"])
        guard made.status == 0 else { throw PushLab.StartError(description: made.errors) }
        return folder
    }

    /// `HOST:PORT/NAMESPACE`
    package var target: String { "\(lab.address(registry))/\(namespace)" }

    /// Without what it takes to be let in.
    package var bareArguments: [String] {
        ["push", "images", "--source", package, "--private-registry", target]
    }

    package var arguments: [String] { bareArguments + (isPlain ? ["--allow-http"] : ["--cacert", lab.caPath]) }

    /// Spoken to without TLS.
    package var isPlain: Bool {
        !["tls", "basic", "token", "brief", "stranger", "clear", "away"].contains(registry)
    }

    package var environment: [String: String] {
        ["XDG_STATE_HOME": state.path, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"]
    }

    package func run(_ more: String...) throws -> Tool.Result {
        try Tool.run(Tool.mirrorctl, arguments + more, environment: environment)
    }

    package func runBare(_ more: [String], _ variables: [String: String] = [:]) throws -> Tool.Result {
        try Tool.run(
            Tool.mirrorctl,
            bareArguments + more,
            environment: environment.merging(variables) { $1 }
        )
    }

    /// A Docker config with the lab's user for the registry and for others.
    package func login(identityToken: String? = nil, andFor others: [String] = []) throws -> String {
        let secret = Data("\(lab.user):\(identityToken == nil ? lab.password : "")".utf8).base64EncodedString()
        let token = identityToken.map { #","identitytoken":"\#($0)""# } ?? ""
        let entries = ([lab.address(registry)] + others).map { #""\#($0)":{"auth":"\#(secret)"\#(token)}"# }
        return try state.write("config.json", #"{"auths":{\#(entries.joined(separator: ","))}}"#, mode: 0o600)
    }

    /// The last line of `--output jsonl`.
    package static func summary(_ result: Tool.Result) throws -> [String: Any] {
        let last = result.output.split(separator: "\n").last ?? ""
        guard let object = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any] else {
            throw PushLab.StartError(description: result.output)
        }
        return object
    }
}
