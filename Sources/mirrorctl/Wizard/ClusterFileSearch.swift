import MirrorCore
import Operations
import Wizard

extension FoundClusterFiles {
    /// What Home shows of a folder.
    static func below(_ folder: String) -> FoundClusterFiles {
        let (found, isCut) = ClusterConfigSearch().run(below: folder)
        let files = found.map { file in
            FoundClusterFile(
                path: file.path,
                type: file.config.cluster?.type?.rawValue ?? "",
                version: file.config.cluster?.versionText ?? "",
                mirrors: file.config.registryMirrors(at: file.config.placement(for: .update).place).count
            )
        }
        return FoundClusterFiles(files: files, isCut: isCut)
    }
}
