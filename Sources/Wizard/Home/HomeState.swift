import MirrorCore

/// What Home shows besides the jobs.
package struct HomeState: Equatable, Sendable {
    /// The search under way.
    package var request: RequestID?
    /// What the last one found; `nil` before the first.
    package var found: FoundClusterFiles?
    /// What earlier sessions left for files that are named from this folder, the latest first.
    package var unfinished: [Draft] = []
    /// The one that was taken up: it is not offered again once its file is read.
    var taken: Draft?

    package init() {}
}

/// A cluster config file below the folder that the session began in.
package struct FoundClusterFile: Equatable, Sendable {
    package let path: String
    /// As the file says it; empty where it does not.
    package let type: String
    package let version: String
    /// How many mirrors stand at the place where bmctl looks for them.
    package let mirrors: Int

    package init(path: String, type: String, version: String, mirrors: Int) {
        self.path = path
        self.type = type
        self.version = version
        self.mirrors = mirrors
    }
}

package struct FoundClusterFiles: Equatable, Sendable {
    package let files: [FoundClusterFile]
    /// Not all folders were looked at: there are too many.
    package let isCut: Bool

    package init(files: [FoundClusterFile], isCut: Bool) {
        self.files = files
        self.isCut = isCut
    }
}

/// What one comes to do. Its number is its place in the list.
package enum HomeJob: String, CaseIterable, Sendable {
    case mirrors, why, upgrade, push
}
