import Diagnosis
import ImagePackage
import MirrorCore
import MirrorSystem
import Texts

/// Why something is not done: a sentence, what to do instead, and the status a command ends with. Commands say it, the
/// wizard shows it.
package struct Refusal: Error, Sendable {
    package let problem: Phrase
    package var fix: Phrase?
    package let status: ExitStatus
    /// Of answers that are not valid: all that is wrong with them, and how many there are.
    package let invalid: (issues: [ValidationIssue], of: Int)?

    package init(_ problem: Phrase, fix: Phrase? = nil, _ status: ExitStatus) {
        self.problem = problem
        self.fix = fix
        self.status = status
        invalid = nil
    }

    package init(_ issues: [ValidationIssue], of count: Int = 1) {
        problem = issues.first?.problem ?? Phrase("command.refused")
        fix = issues.first?.fix
        status = .dataError
        invalid = (issues, count)
    }

    /// The mirrors, if nothing is wrong with any.
    package static func valid(_ drafts: [MirrorDraft], for place: MirrorPlace) throws(Refusal) -> [RegistryMirror] {
        switch validate(drafts, for: place) {
        case .valid(let mirrors): return mirrors
        case .invalid(let issues): throw Refusal(issues, of: drafts.count)
        }
    }

    package init(reading error: FileError) { self.init(error.problem, fix: error.fix, error.readStatus) }
    package init(writing error: FileError) { self.init(error.problem, fix: error.fix, error.writeStatus) }
    package init(_ error: LiveClusterError) { self.init(error.problem, fix: error.fix, .dataError) }
    package init(_ error: KubectlError) { self.init(error.problem, fix: error.fix, .unavailable) }

    package init(_ error: NodeReportFolder.Trouble) {
        switch error {
        case .unreadable: self.init(error.problem, .noInput)
        case .empty: self.init(error.problem, .dataError)
        }
    }

    package init(_ error: ReadyError) {
        switch error {
        case .file(let error): self.init(reading: error)
        case .notYAML, .noMirrors, .badMirror, .replaced, .unusableName, .live:
            self.init(error.problem, fix: error.fix, .dataError)
        case .kubectl(let error): self.init(error)
        case .reports(let error): self.init(error)
        case .package(let error): self.init(error)
        case .cancelled: self.init(error.problem, .interrupted)
        }
    }

    package static func reading(reports path: String) throws(Refusal) -> [NodeInspection] {
        do throws(NodeReportFolder.Trouble) { return try NodeReportFolder.read(path) } catch { throw Refusal(error) }
    }
}

extension Refusal {
    package init(_ error: PackageError) { self.init(error.problem, fix: error.fix, error.status) }
}

extension PackageError {
    /// What to do about it, where its own sentence does not say that.
    fileprivate var fix: Phrase? {
        switch (self, status) {
        case (.noImages, _): Phrase("package.fix.other")
        case (.noMemory, _): Phrase("package.fix.memory")
        case (.badKey, _), (.unsigned, _), (.badSignature, _), (.stopped, _): nil
        case (_, .noInput): Phrase("file.fix.notFound")
        case (_, .noPermission): Phrase("file.fix.permissionDenied")
        case (_, .dataError): Phrase("package.fix.damaged")
        default: nil
        }
    }

    /// How a command ends that met it.
    package var status: ExitStatus {
        switch self {
        case .notFound: .noInput
        case .permissionDenied: .noPermission
        case .system, .noMemory: .ioError
        case .stopped: .interrupted
        default: .dataError
        }
    }
}
