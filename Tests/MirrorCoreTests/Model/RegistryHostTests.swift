import Containerd
import MirrorSamples
import TestSupport
import Testing
import Texts

@testable import MirrorCore

@Suite struct RegistryHostTests {
    @Test func whatNoImageNamesIsNoRegistryHost() {
        for (text, problem) in refusedRegistryHosts {
            #expect(RegistryHost.problem(in: text) == problem, "\(text)")
            #expect(RegistryHost(text) == nil)
        }
        let known = [
            "docker.io", "quay.io", "reg.local:5000", "localhost", "localhost:5000", "10.0.0.5:5000", "a_b.io",
        ]
        for text in known + ["registry-1.docker.io", "[::1]:5000", "[fd00::5]"] {
            #expect(RegistryHost(text)?.name == text, "\(text)")
        }
        // 1.6 knows no IPv6 in a reference.
        #expect(RegistryHost("[::1]:5000", rules: ContainerdVersion(1, 6, 39).rules) == nil)
    }

    /// Whatever is accepted names one folder, and the images that name it lead there.
    @Test func aRegistryHostIsOneFolder() throws {
        var random = SeededGenerator(seed: 13)
        let pieces = [
            "a", "Z", "9", ".", "..", "-", "_", ":", "/", "*", "[", "]", " ", "\u{0}", "io", "%", "\\", "@", "a.io",
            "b.c",
        ]
        var accepted = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...6, using: &random)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            guard let host = RegistryHost(text) else { continue }
            accepted += 1
            #expect(ContainedPath(host.name)?.parts == [text])
            let image = try ImageReference("\(text)/a:1", rules: RegistryHost.usualRules)
            #expect(image.registryHost == text)
        }
        #expect(accepted > 100)
    }

    @Test func everyReasonIsSaid() {
        for problem in RegistryHost.Problem.allCases {
            for catalogue in Catalogue.all {
                let phrase = problem.phrase("k")
                #expect(catalogue.keys.contains(phrase.key) && !catalogue(phrase).contains("{"))
            }
        }
    }
}
