import Containerd
import MirrorCore

func checkLocalhost(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let host = vector.input["host"]?.string ?? ""
    differences.expect("IsLocalhost", Localhost.isLocalhost(host), vector.expected["IsLocalhost"]?.bool)
    do throws(Localhost.MatchError) {
        let matches = try Localhost.matchLocalhost(host)
        differences.expect("MatchLocalhost", matches, vector.expected["MatchLocalhost"]?.bool)
        differences.expect("MatchLocalhost_error", nil, vector.expected["MatchLocalhost_error"]?.string)
    } catch {
        differences.expect("MatchLocalhost_error", error.description, vector.expected["MatchLocalhost_error"]?.string)
    }
    return differences.list
}

func checkDefaultScheme(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let scheme = Localhost.defaultScheme(vector.input["host"]?.string ?? "")
    differences.expect("scheme", scheme, vector.expected["scheme"]?.string)
    return differences.list
}
