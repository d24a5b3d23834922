import Containerd
import GoData
import MirrorCore

func checkNormalizedReference(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    do throws(ImageReferenceError) {
        let reference = try ImageReference(vector.input["image"]?.string ?? "", rules: rules)
        differences.expect("error", nil, vector.expected["error"]?.string)
        differences.expect("normalized", reference.normalized, vector.expected["normalized"]?.string)
        expectSpec(reference.spec, vector.expected, &differences)
        if let repository = vector.expected["repository"]?.string {
            differences.expect("repository", reference.repository, repository)
        }
    } catch {
        differences.expect("error", error.description, vector.expected["error"]?.string)
    }
    return differences.list
}

func checkReferenceSpec(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    do throws(ImageReferenceError) {
        let spec = try ReferenceSpec(vector.input["image"]?.string ?? "")
        differences.expect("error", nil, vector.expected["error"]?.string)
        expectSpec(spec, vector.expected, &differences)
        if let text = vector.expected["string"]?.string { differences.expect("string", spec.description, text) }
    } catch {
        differences.expect("error", error.description, vector.expected["error"]?.string)
    }
    return differences.list
}

private func expectSpec(_ spec: ReferenceSpec, _ expected: JSONValue, _ differences: inout Differences) {
    guard expected["locator"] != nil else { return }
    differences.expect("locator", spec.locator, expected["locator"]?.string)
    differences.expect("hostname", spec.hostname, expected["hostname"]?.string)
    differences.expect("object", spec.object, expected["object"]?.string)
    differences.expect("digest", spec.digest, expected["digest"]?.string)
}

func checkDistributionParse(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let text = vector.input["reference"]?.string ?? ""
    do throws(ImageReferenceError) {
        let reference = try NamedReference(parsing: text, rules: rules)
        // The unit test of the library lacks the import that links sha512; containerd has it.
        if text.contains("@sha512:"), vector.expected["error_id"]?.string == "digest.ErrDigestUnsupported" { return [] }
        differences.expect("error_id", nil, vector.expected["error_id"]?.string)
        differences.expect("domain", reference.domain, vector.expected["domain"]?.string)
        differences.expect("repository", reference.name, vector.expected["repository"]?.string)
        differences.expect("tag", reference.tag, vector.expected["tag"]?.string)
        differences.expect("digest", reference.digest, vector.expected["digest"]?.string)
    } catch {
        differences.expect("error_id", identifier(of: error), vector.expected["error_id"]?.string)
    }
    return differences.list
}

private func identifier(of error: ImageReferenceError) -> String {
    switch error {
    case .emptyName: "ErrNameEmpty"
    case .invalidFormat: "ErrReferenceInvalidFormat"
    case .nameContainsUppercase: "ErrNameContainsUppercase"
    case .tooLong: "ErrNameTooLong"
    case .unsupportedDigest: "digest.ErrDigestUnsupported"
    case .invalidChecksumFormat: "digest.ErrDigestInvalidFormat"
    case .invalidChecksumLength: "digest.ErrDigestInvalidLength"
    default: error.description
    }
}

func checkDistributionNormalized(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    do throws(ImageReferenceError) {
        let reference = try NamedReference(normalizing: vector.input["reference"]?.string ?? "", rules: rules)
        differences.expect("domain", reference.domain, vector.expected["domain"]?.string)
        differences.expect("path", reference.path, vector.expected["path"]?.string)
        if let full = vector.expected["full"]?.string { differences.expect("full", reference.name, full) }
        if let familiar = vector.expected["familiar"]?.string {
            differences.expect("familiar", reference.familiarName, familiar)
        }
    } catch {
        differences.fail("refused: \(error)")
    }
    return differences.list
}

func checkDistributionAny(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let found = NamedReference.any(vector.input["reference"]?.string ?? "", rules: rules)
    differences.expect("equivalent", found, vector.expected["equivalent"]?.string)
    return differences.list
}

func checkDistributionValid(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let isValid = (try? NamedReference(normalizing: vector.input["reference"]?.string ?? "", rules: rules)) != nil
    differences.expect("valid", isValid, vector.expected["valid"]?.bool)
    return differences.list
}
