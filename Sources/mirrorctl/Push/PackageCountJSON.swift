import Diagnosis
import Operations
import Texts

/// `probe --package F`: how many of a package's images a mirror has.
struct PackageCountJSON: Encodable {
    struct Lost: Encodable {
        let name: String
        /// Empty where the mirror was not asked.
        let differences: [DifferenceJSON]
    }

    let images: Int
    let present: Int
    /// Those that are not whole in the mirror.
    let missing: [Lost]

    init(_ count: PackageCount) {
        (images, present) = (count.images, count.present)
        missing = count.missing.map { lost in
            Lost(name: printable(lost.name), differences: lost.differences.map { DifferenceJSON($0) })
        }
    }
}

extension PackageCount {
    var lines: [String] {
        let arguments = ["mirror": mirror, "present": "\(present)", "images": "\(images)"]
        let lost = missing.prefix(20).map { "\(Finding.Severity.error.mark) \(printable($0.name))" }
        return lost + [texts(Phrase("push.mirrorHas", arguments))]
    }
}
