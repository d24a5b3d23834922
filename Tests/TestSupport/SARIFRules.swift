import Foundation

/// What SARIF 2.1.0 demands of the parts that are used here; the answer is every breach.
package enum SARIFRules {
    private static let levels: Set<String> = ["none", "note", "warning", "error"]
    /// The schema allows no other properties.
    private static let properties: [String: Set<String>] = [
        "log": ["$schema", "version", "runs"],
        "run": ["tool", "invocations", "language", "results", "columnKind", "artifacts"],
        "driver": ["name", "version", "semanticVersion", "informationUri", "rules", "language"],
        "rule": ["id", "name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration"],
        "result": [
            "ruleId", "ruleIndex", "level", "kind", "message", "locations", "suppressions", "partialFingerprints",
        ],
        "location": ["id", "physicalLocation", "logicalLocations", "message"],
        "logicalLocation": ["name", "fullyQualifiedName", "kind", "index", "parentIndex", "decoratedName"],
        "suppression": ["kind", "status", "justification", "location", "guid"],
        "invocation": ["executionSuccessful", "exitCode", "commandLine", "arguments", "startTimeUtc", "endTimeUtc"],
        "message": ["text", "markdown", "id", "arguments"],
    ]

    package static func breaches(in text: String) -> [String] {
        guard let log = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            return ["not a JSON object"]
        }
        var found = foreign(log, "log")
        if log["version"] as? String != "2.1.0" { found.append("version") }
        if (log["$schema"] as? String).flatMap(URL.init(string:))?.scheme != "https" { found.append("$schema") }
        guard let runs = log["runs"] as? [[String: Any]], !runs.isEmpty else { return found + ["runs"] }
        return found + runs.flatMap(run)
    }

    private static func run(_ run: [String: Any]) -> [String] {
        var found = foreign(run, "run")
        guard let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any],
            let name = driver["name"] as? String, !name.isEmpty
        else { return found + ["tool.driver.name"] }
        found += foreign(driver, "driver")
        let rules = driver["rules"] as? [[String: Any]] ?? []
        let ids = rules.compactMap { $0["id"] as? String }
        if ids.count != rules.count || Set(ids).count != ids.count { found.append("rules.id") }
        for rule in rules {
            found += foreign(rule, "rule") + message(rule["shortDescription"]) + message(rule["help"])
            let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
            if let level, !levels.contains(level) { found.append("defaultConfiguration.level") }
        }
        for invocation in run["invocations"] as? [[String: Any]] ?? [] {
            found += foreign(invocation, "invocation")
            if !(invocation["executionSuccessful"] is Bool) { found.append("executionSuccessful") }
        }
        guard let results = run["results"] as? [[String: Any]] else { return found + ["results"] }
        let suppressed = results.filter { $0["suppressions"] != nil }.count
        if suppressed != 0, suppressed != results.count { found.append("suppressions of some results only") }
        return found + results.flatMap { result($0, ids) }
    }

    private static func result(_ result: [String: Any], _ ids: [String]) -> [String] {
        var found = foreign(result, "result") + message(result["message"])
        let id = result["ruleId"] as? String ?? ""
        if !ids.contains(id) { found.append("ruleId \(id)") }
        if let index = result["ruleIndex"] as? Int, !ids.indices.contains(index) || ids[index] != id {
            found.append("ruleIndex \(index)")
        }
        if let level = result["level"] as? String, !levels.contains(level) { found.append("level \(level)") }
        for location in result["locations"] as? [[String: Any]] ?? [] {
            found += foreign(location, "location")
            for logical in location["logicalLocations"] as? [[String: Any]] ?? [] {
                found += foreign(logical, "logicalLocation")
                if logical["name"] == nil, logical["fullyQualifiedName"] == nil { found.append("logicalLocation") }
            }
        }
        for suppression in result["suppressions"] as? [[String: Any]] ?? [] {
            found += foreign(suppression, "suppression")
            if !["inSource", "external"].contains(suppression["kind"] as? String ?? "") { found.append("suppression") }
        }
        return found
    }

    private static func message(_ value: Any?) -> [String] {
        guard let message = value as? [String: Any], let text = message["text"] as? String, !text.isEmpty else {
            return ["message"]
        }
        return foreign(message, "message")
    }

    private static func foreign(_ object: [String: Any], _ kind: String) -> [String] {
        object.keys.filter { !(properties[kind] ?? []).contains($0) }.map { "\(kind).\($0)" }
    }
}
