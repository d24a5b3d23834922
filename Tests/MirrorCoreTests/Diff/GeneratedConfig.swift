import TestSupport

@testable import MirrorCore

/// Cluster config files with everything that makes editing hard, from a seed.
struct GeneratedConfig {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }

    mutating func file() -> [UInt8] {
        var documents: [String] = []
        if chance(70) { documents.append(header()) }
        if chance(60) { documents.append("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n\n") }
        documents.append(cluster())
        if chance(50) {
            documents.append("apiVersion: v1\nkind: ConfigMap\nregistryMirrors:\n- endpoint: https://fake\n")
        }
        if chance(30) { documents.append("") }
        var text = chance(20) ? "# first\n\n" : ""
        if chance(50) { text += "---\(pick(["", " # c"]))\n" }
        text += documents.joined(separator: pick(["---\n", "---\n", "...\n---\n"]))
        if chance(20) { text += "...\n" }
        if chance(30) { text = text.replacing("\n", with: "\r\n") }
        if chance(20) { while text.last?.isNewline == true { text.removeLast() } }
        return (chance(10) ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }

    private mutating func header() -> String {
        var entries = ["gcrKeyPath: /root/gcr.json\(pick(["", " # key", "  #k: v"]))\n", filler(0), filler(0)]
        if chance(60) { entries.append(mirrors(0, at: .header)) }
        entries.shuffle(using: &random)
        return numbered(entries) + pick(["", "", "# end\n", "\n\n", "  # odd end\n"])
    }

    private mutating func cluster() -> String {
        let step = pick([1, 2, 2, 4])
        var nodeConfig = ["podDensity: {maxPodsPerNode: 250}\n", filler(0)]
        if chance(60) { nodeConfig.append(mirrors(0, at: .spec)) }
        nodeConfig.shuffle(using: &random)
        var spec = ["type: user\n", filler(0), filler(0)]
        switch Int.random(in: 0..<6, using: &random) {
        case 0: spec.append("nodeConfig:\(pick([""," # none"]))\n")
        case 1: spec.append("nodeConfig: {}\n")
        case 2: break
        default: spec.append("nodeConfig:\(pick([""," # c"]))\n" + indented(numbered(nodeConfig), by: step))
        }
        spec.shuffle(using: &random)
        return
            "apiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\nmetadata:\n  name: u\n  registryMirrors: [x]\nspec:\n"
            + indented(numbered(spec), by: step) + pick(["", "# registryMirrors:\n# - endpoint: x\n"])
    }

    /// Fillers get keys of their own.
    private func numbered(_ entries: [String]) -> String {
        entries.enumerated().map { $0.element.replacing("KEY", with: "key\($0.offset)") }.joined()
    }

    private mutating func filler(_ depth: Int) -> String {
        let values = [
            " v", " 'registryMirrors: []' # c", " |\n  registryMirrors:\n  - endpoint: x\n\n  # no comment",
            " >-\n  folded\n  text",
            " |+\n  keep\n\n", " \"two\n\n  lines\"", "\n  a: &anchor\n    b: 1\n  c: *anchor",
            "\n- 1\n-   k: v\n    registryMirrors: []",
            " [a, {b: c},\n  d] # flow", "", " é日本 # ü", " plain\n  over lines",
            "\n  nested:\n    nodeConfig:\n      registryMirrors: []",
        ]
        return pick(["", "", "# about it\n", "\n", "   # less\n"]) + "KEY:" + pick(values) + "\n"
    }

    private mutating func mirrors(_ depth: Int, at place: MirrorPlace) -> String {
        let margin = pick(["", "", "  "])
        let key = pick(["registryMirrors:", "registryMirrors: # mine", "\"registryMirrors\":", "registryMirrors :"])
        if chance(8) { return key.replacing(" # mine", with: "") + pick([" []", " ~", ""]) + "\n" }
        if chance(8) {
            return "registryMirrors: [{endpoint: https://f.lan, hosts: [a.io ,b.io]}, {endpoint: 'https://g.lan'}]\n"
        }
        var text = key + "\n"
        for number in 1...Int.random(in: 1...3, using: &random) {
            text += pick(["", "", "# above\n", "\n", "  # off\n"])
            text += indented(item(number, at: place), by: margin.count)
        }
        return text
    }

    private mutating func item(_ number: Int, at place: MirrorPlace) -> String {
        if chance(10) { return "- {endpoint: https://m\(number).lan, hosts: [ a.io ]} # flow\n" }
        var fields = ["endpoint: \(pick(["", "", "'"]))https://m\(number).lan\n"]
        if fields[0].contains("'") { fields[0] = "endpoint: 'https://m\(number).lan'\n" }
        if chance(50) {
            fields.append(
                pick([
                    "hosts: [a.io, b.io]\n", "hosts:\n- a.io # c\n# d\n- b.io\n", "hosts:\n  - \"a.io\"\n",
                    "hosts: []\n",
                ])
            )
        }
        if chance(50) {
            fields.append(
                place == .header
                    ? "caCertPath: \"/root/ca.crt\" # ca\n"
                    : pick([
                        "caCertSecretRef:\n  name: ca\n  namespace: anthos-creds\n",
                        "caCertSecretRef: {namespace: anthos-creds, name: ca}\n",
                    ])
            )
        }
        if chance(30) { fields.append("unknown: {x: [1, 2]} # kept\n") }
        fields.shuffle(using: &random)
        let wide = pick([2, 2, 4])
        let text = fields.map { pick(["", "", "# in\n"]) + $0 }.joined()
        let body = indented(text.hasPrefix("#") ? String(text.dropFirst(5)) : text, by: wide)
        return "-" + body.dropFirst()
    }

    private func indented(_ text: String, by width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? "" : String(repeating: " ", count: width) + $0
        }.joined(separator: "\n")
    }

    /// The present mirrors after a random change of the list or of one of them.
    mutating func change(_ present: [MirrorDraft], at place: MirrorPlace) -> [MirrorDraft] {
        var drafts = present
        switch Int.random(in: 0..<8, using: &random) {
        case 0: drafts.append(CorpusEditTests.draft(Int.random(in: 1...9, using: &random), at: place))
        case 1: drafts.insert(CorpusEditTests.draft(Int.random(in: 1...9, using: &random), at: place), at: 0)
        case 2: drafts.shuffle(using: &random)
        case 3: drafts = []
        case 4 where !drafts.isEmpty: drafts.remove(at: Int.random(in: 0..<drafts.count, using: &random))
        default:
            guard !drafts.isEmpty else { return [CorpusEditTests.draft(1, at: place)] }
            let index = Int.random(in: 0..<drafts.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: drafts[index].endpoint = "https://[fd00::\(index)]:5000"
            case 1: drafts[index].hosts.reverse()
            case 2: drafts[index].hosts.append("new\(Int.random(in: 0..<9, using: &random)).io")
            case 3: drafts[index].hosts = Array(drafts[index].hosts.dropFirst())
            default:
                let model = CorpusEditTests.draft(index + 1, at: place)
                let had = drafts[index].caCertPath + drafts[index].caCertSecret
                drafts[index].caCertPath = had.isEmpty ? model.caCertPath : ""
                drafts[index].caCertSecret = had.isEmpty ? model.caCertSecret : ""
            }
        }
        return drafts
    }
}
