import Foundation
import TestSupport
import Testing
import Yams

@testable import MirrorCore

/// What an edit must keep, seen by readers and rules that are not the editor's.
enum EditOracle {
    /// A file without its mirrors, as a foreign parser sees it: empty documents and emptied `nodeConfig`s left out.
    static func rest(_ text: String, place: MirrorPlace) throws -> [PlainYAML] {
        // Yams would take a byte order mark for a part of the first key.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        var documents = Array(try Yams.compose_all(yaml: text)).map { plain($0) }
        let isPlace: (PlainYAML) -> Bool = { document in
            place == .header
                ? document["kind"] == nil && document["apiVersion"] == nil : document["kind"] == .scalar("Cluster")
        }
        if let index = documents.firstIndex(where: { isPlace($0) && $0.isFilledMapping }) {
            documents[index] = documents[index].removing(
                place == .header ? ["registryMirrors"] : ["spec", "nodeConfig", "registryMirrors"]
            )
        }
        return documents.filter { $0 != .scalar("") && $0 != .mapping([]) }
    }

    /// Lines outside of the block, found by indentation alone: for files in block style whose key is not faked.
    static func linesOutside(_ bytes: [UInt8]) -> [[UInt8]] {
        var result: [[UInt8]] = []
        var blockIndent: Int?
        var pending: [[UInt8]] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) {
            let text = line.drop { $0 == 0x20 }
            let indent = line.count - text.count
            if let block = blockIndent {
                if text.isEmpty || text.first == 0x23 || text.first == 0x0D {
                    pending.append(line)
                    continue
                }
                if indent > block || indent == block && text.starts(with: Array("- ".utf8)) {
                    pending = []
                    continue
                }
                blockIndent = nil
                result += pending
                pending = []
            }
            if text.starts(with: Array("registryMirrors:".utf8)) {
                blockIndent = indent
            } else {
                result.append(line)
            }
        }
        return result + pending
    }

    static func isPureInsertion(_ before: [UInt8], _ after: [UInt8]) -> Bool {
        let prefix = zip(before, after).prefix { $0 == $1 }.count
        let suffix = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
        return after.count >= before.count && prefix + suffix >= before.count
    }
}

extension PlainYAML {
    subscript(key: String) -> PlainYAML? {
        if case .mapping(let pairs) = self { pairs.first { $0.key == key }?.value } else { nil }
    }

    var isFilledMapping: Bool { if case .mapping(let pairs) = self { !pairs.isEmpty } else { false } }

    func removing(_ path: [String]) -> PlainYAML {
        guard case .mapping(let pairs) = self, let key = path.first else { return self }
        return .mapping(
            pairs.compactMap { pair in
                guard pair.key == key else { return pair }
                if path.count == 1 { return nil }
                let value = pair.value.removing(Array(path.dropFirst()))
                if value == .mapping([]) || value == .scalar("") { return nil }
                return Pair(key: key, value: value)
            }
        )
    }
}

/// PyYAML as the second foreign reader: collects edits and judges them all in one process.
struct PyYAMLJudge {
    private var edits: [[String: String]] = []

    mutating func add(_ name: String, _ place: MirrorPlace, before: [UInt8], after: [UInt8], mirrors: [MirrorDraft]) {
        let urls = mirrors.map { $0.mirrorNamespace.isEmpty ? $0.endpoint : "\($0.endpoint)/v2/\($0.mirrorNamespace)" }
        edits.append([
            "name": name, "place": place.rawValue, "before": String(decoding: before, as: UTF8.self),
            "after": String(decoding: after, as: UTF8.self), "endpoints": urls.joined(separator: " "),
            "hosts": mirrors.map { $0.hosts.joined(separator: ",") }.joined(separator: " "),
        ])
    }

    /// What PyYAML finds wrong; empty when nothing.
    func complaints() throws -> String {
        String(decoding: try Python.run(Self.script, input: try JSONEncoder().encode(edits)), as: UTF8.self)
    }

    private static let script = """
        import json, sys, yaml
        L = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        def is_place(d, place):
            if not isinstance(d, dict) or not d: return False
            if place == "header": return "kind" not in d and "apiVersion" not in d
            return d.get("kind") == "Cluster"
        def take(d, path):
            if not isinstance(d, dict): return None
            if len(path) == 1: return d.pop(path[0], None)
            found = take(d.get(path[0]), path[1:])
            if d.get(path[0]) in (None, {}): d.pop(path[0], None)
            return found
        def split(text, place):
            docs = list(yaml.load_all(text, L))
            path = ["registryMirrors"] if place == "header" else ["spec", "nodeConfig", "registryMirrors"]
            mirrors = None
            for d in docs:
                if is_place(d, place):
                    mirrors = take(d, path)
                    break
            return [repr(d) for d in docs if d not in (None, {})], mirrors or []
        for e in json.load(sys.stdin):
            try:
                before, _ = split(e["before"], e["place"])
            except yaml.YAMLError:
                continue
            try:
                after, mirrors = split(e["after"], e["place"])
            except yaml.YAMLError as error:
                print(e["name"], "not readable after the edit")
                continue
            if before != after: print(e["name"], "changed elsewhere")
            if " ".join(m["endpoint"] for m in mirrors) != e["endpoints"]: print(e["name"], "endpoints")
            if " ".join(",".join(m.get("hosts") or []) for m in mirrors) != e["hosts"]: print(e["name"], "hosts")
        """
}
