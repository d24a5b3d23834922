import Containerd
import Diagnosis
import MirrorCore

/// The images of an audit as references: what several spell in their own way is one of them.
struct AuditNames {
    private enum Place {
        case reference(Int)
        case never
        case noImage(String)
        case nameless
    }

    private let images: [AuditImage]
    private var places: [Place] = []
    /// Normalized, each once.
    private(set) var references: [String] = []
    private var hosts: [String] = []

    /// - Parameter rules: of the containerd that reads them.
    init(_ images: AuditImages, rules: ContainerdRules?) {
        self.images = images.all
        let rules = rules ?? RegistryHost.usualRules
        var known: [String: Int] = [:]
        for image in images.all {
            guard !image.isNameless else {
                places.append(.nameless)
                continue
            }
            do throws(ImageReferenceError) {
                let reference = try ImageReference(image.name, rules: rules)
                let index = known[reference.normalized] ?? references.count
                if index == references.count {
                    references.append(reference.normalized)
                    hosts.append(reference.registryHost)
                    known[reference.normalized] = index
                }
                places.append(image.isNeverPulled ? .never : .reference(index))
            } catch {
                places.append(.noImage(error.description))
            }
        }
        // What nobody pulls is judged by nobody.
        let wanted = Set(places.compactMap { if case .reference(let index) = $0 { index } else { nil } })
        guard wanted.count < references.count else { return }
        let kept = references.indices.filter(wanted.contains)
        let moved = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
        references = kept.map { references[$0] }
        hosts = kept.map { hosts[$0] }
        places = places.map { place in
            if case .reference(let index) = place { .reference(moved[index] ?? 0) } else { place }
        }
    }

    /// Each once, in the order in which they came.
    var registryHosts: [String] {
        var seen: Set<String> = []
        return hosts.filter { seen.insert($0).inserted }
    }

    /// - Parameter ways: one list for each of `references`.
    func audited(_ ways: [[AuditWay]]) -> [AuditedImage] {
        zip(images, places).map { image, place in
            switch place {
            case .never:
                AuditedImage(image: image, reference: image.name, registryHost: "", kind: .neverPulled)
            case .nameless: AuditedImage(image: image, reference: "", registryHost: "", kind: .nameless)
            case .noImage(let words):
                AuditedImage(image: image, reference: "", registryHost: "", kind: .notAnImage(words))
            case .reference(let index):
                AuditedImage(
                    image: image,
                    reference: references[index],
                    registryHost: hosts[index],
                    kind: .pulled(ways[index])
                )
            }
        }
    }
}
