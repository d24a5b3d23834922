import Diagnosis
import Operations
import Texts

/// `audit --output json`
struct AuditJSON: Encodable {
    struct Source: Encodable {
        let containerdVersion: String
        /// `1.33`; left out for one node's own files.
        let firstRelease: String?
        let lastRelease: String?
    }

    struct Host: Encodable {
        let registryHost: String
        let images: Int
        /// Whom each set of files asks, in order; lists that are the same stand once.
        let asked: [[String]]
        let there: Int
        let leaving: Int
        let unchecked: Int
        /// Adds the `hosts` entry that is missing.
        let command: String?
        /// The mirror that the command names, and how many of the images it has where it was asked.
        let mirror: String?
        let thereInMirror: Int?
    }

    struct Image: Encodable {
        struct Way: Encodable {
            /// Index into `containerd`.
            let containerd: Int
            let asked: [String]
            let result: String
            let answers: [String: String]
        }

        let image: String
        let reference: String?
        let registryHost: String?
        /// The worst of `ways`; `never`, `noImage` or `nameless` where nobody can be asked.
        let result: String
        let error: String?
        let users: [String]
        let ways: [Way]
    }

    let containerd: [Source]
    let registryHosts: [Host]
    let images: [Image]
    let leaving: Int
    let unchecked: Int
    let isGood: Bool
    let verdict: String
    let notes: [String]
    let findings: [FindingJSON]

    init(_ report: AuditReport, _ subject: AuditSubject) {
        containerd = subject.sources.map { source in
            Source(
                containerdVersion: "\(source.explainer.rules.version)",
                firstRelease: source.line?.minors.lowerBound.description,
                lastRelease: source.line?.minors.upperBound.description
            )
        }
        registryHosts = report.hosts.map { Host($0, report.remedies[$0.name]) }
        images = report.images.map { Image($0) }
        (leaving, unchecked, isGood) = (report.leaving, report.unchecked, report.isGood)
        verdict = texts(report.verdict)
        notes = subject.notes.map { texts($0) }
        findings = report.findings.map { FindingJSON($0) }
    }
}

extension AuditJSON.Host {
    fileprivate init(_ host: AuditHost, _ remedy: AuditRemedy?) {
        registryHost = printable(host.name)
        images = host.images.count
        asked = host.asked.map { $0.map(printable) }
        there = host.count { result in
            switch result {
            case .mirror, .own: true
            default: false
            }
        }
        leaving = host.count(\.leaves)
        unchecked = host.count(\.isUnchecked)
        command = remedy?.command?.description
        mirror = remedy?.mirror
        thereInMirror = remedy?.there
    }
}

extension AuditJSON.Image {
    fileprivate init(_ audited: AuditedImage) {
        image = printable(audited.image.name)
        reference = audited.reference.isEmpty ? nil : printable(audited.reference)
        registryHost = audited.registryHost.isEmpty ? nil : printable(audited.registryHost)
        users = audited.image.users.map(printable)
        ways = audited.ways.enumerated().map { index, way in
            Way(
                containerd: index,
                asked: way.asked.map(printable),
                result: way.result.name,
                answers: Dictionary(uniqueKeysWithValues: way.answers.map { (printable($0.key), printable($0.value)) })
            )
        }
        var words: String?
        switch audited.kind {
        case .neverPulled: result = "never"
        case .nameless: result = "nameless"
        case .notAnImage(let error): (result, words) = ("noImage", error)
        case .pulled:
            result = audited.result?.name ?? "nobody"
            if case .nobody(let error)? = audited.result { words = error }
        }
        error = words.map(printable)
    }
}
