import Containerd
import GoData
import MirrorCore
import Secrets

func checkAuthScope(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    if let locator = vector.input["locator"]?.string {
        let scope = try? TokenScope.repository(locator, push: vector.input["push"]?.bool ?? false)
        differences.expect("scope", scope, vector.expected["scope"]?.string)
    } else {
        let scopes = TokenScope.merged(
            vector.input["context_scopes"]?.strings ?? [],
            challenge: vector.input["challenge_scopes"]?.strings ?? []
        )
        differences.expect("scopes", scopes, vector.expected["scopes"]?.strings ?? [])
    }
    return differences.list
}

func checkChallenges(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let challenges = RegistryChallenge.parse(vector.input["www_authenticate_headers"]?.strings ?? [])
    let expected = vector.expected["challenges"]?.array ?? []
    differences.expect("schemes", challenges.map(\.scheme.rawValue), expected.map { $0["scheme"]?.string ?? "" })
    for (challenge, expected) in zip(challenges, expected) {
        let parameters = expected["parameters"]?.object?.mapValues { $0.string ?? "" } ?? [:]
        differences.expect("parameters", challenge.parameters, parameters)
    }
    return differences.list
}

func checkParseAuth(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    do throws(AuthError) {
        let auth = vector.input["auth"].map(registryAuth)
        let credential = try auth?.credential(for: vector.input["host"]?.string ?? "") ?? .anonymous
        differences.expect("error", nil, vector.expected["error"]?.string)
        differences.expect("username", credential.username, vector.expected["username"]?.string)
        differences.expect("secret", credential.secret.reveal { $0 }, vector.expected["secret"]?.string)
    } catch {
        differences.expect("error", error.text, vector.expected["error"]?.string)
    }
    return differences.list
}

/// The JSON of CRI's `AuthConfig`.
func registryAuth(_ value: JSONValue) -> RegistryAuth {
    var auth = RegistryAuth(
        username: value["username"]?.string ?? "",
        password: Secret(value["password"]?.string ?? "")
    )
    auth.auth = Secret(value["auth"]?.string ?? "")
    auth.identityToken = Secret((value["identitytoken"] ?? value["identity_token"])?.string ?? "")
    auth.serverAddress = value["server_address"]?.string ?? ""
    return auth
}
