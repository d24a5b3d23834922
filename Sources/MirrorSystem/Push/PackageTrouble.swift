import ImagePackage
import Texts

/// What of a package cannot be pushed: where and why, as its reader says.
package struct PackageTrouble: Equatable, Sendable {
    package let problem: Phrase
    /// Of the finding that it becomes.
    let code: String

    package init(_ error: PackageError) { (problem, code) = (error.problem, error.code) }

    /// Nothing that the reader met: a part is missing while it is pushed.
    init(missing problem: Phrase) { (self.problem, code) = (problem, PackageError.usualCode) }
}

extension PackageError {
    fileprivate static let usualCode = "MIR0909"

    fileprivate var code: String {
        switch self {
        case .deadLink, .linkCircle: "MIR0930"
        case .linkOutside: "MIR0939"
        case .notAFile: "MIR0940"
        case .layersDiffer, .wrongLayer: "MIR0931"
        case .platformsMissing: "MIR0932"
        case .badReference: "MIR0936"
        case .badMediaType: "MIR0937"
        case .nameTooLong, .nameTooDeep, .nestedTooDeeply, .indexTooDeep, .tooManyParts, .tooManyNames, .tooLarge,
            .blobTooLarge:
            "MIR0938"
        default: Self.usualCode
        }
    }
}
