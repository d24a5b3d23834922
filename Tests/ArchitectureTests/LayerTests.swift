import Foundation
import TestSupport
import Testing

/// The folders of the shared core, from the lowest: a type is known above its folder, never below.
@Suite struct LayerTests {
    static let layers = ["YAML", "Releases", "Model", "Validation", "Proxy", "Output", "Diff"]

    @Test func noFolderOfTheCoreNamesAHigherOne() throws {
        let root = "Sources/MirrorCore"
        let folders = try FileManager.default.contentsOfDirectory(atPath: "\(repositoryRoot)/\(root)")
        #expect(Set(folders) == Set(Self.layers))
        let declaration = #/^(?:package |indirect |final )*(?:struct|enum|class|protocol|actor|typealias) (\w+)/#
        var layerOfType: [Substring: Int] = [:]
        var files: [(path: String, layer: Int, lines: [Substring])] = []
        for (layer, folder) in Self.layers.enumerated() {
            for path in try ImportTests.swiftFiles(below: "\(root)/\(folder)") {
                let lines = try ImportTests.lines(path)
                files.append((path, layer, lines))
                for line in lines { if let match = line.firstMatch(of: declaration) { layerOfType[match.1] = layer } }
            }
        }
        #expect(layerOfType.count > 100)
        for file in files {
            for line in file.lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for word in line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
                    guard let layer = layerOfType[word], layer > file.layer else { continue }
                    #expect(Bool(false), "\(file.path) names \(word) of \(Self.layers[layer]): \(line)")
                }
            }
        }
    }
}
