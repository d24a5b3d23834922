import Glibc
import MirrorCore

/// Why a file that this program keeps for itself is left alone: somebody else may have put it there, or could change it.
package enum OwnFileProblem: Equatable, Sendable {
    case isLink
    case isFolder
    /// A pipe, a socket or a device.
    case isSpecial
    /// It belongs to this user.
    case owner(UInt32)
    /// Its other names would change with it.
    case names(Int)
    case othersWrite
    /// In bytes.
    case tooLarge(limit: Int)
    /// The folder for them is none.
    case folderIsNone
    case folderOwner(UInt32)
    case folderOthersWrite
    /// A file that was handed over, such as a plan, and that anybody may write.
    case anybodyWrites
    /// A backup that the owner of the file did not get from us.
    case backupOwner(UInt32)

    var id: String {
        switch self {
        case .isLink: "ownLink"
        case .isFolder: "ownFolder"
        case .isSpecial: "ownSpecial"
        case .owner: "ownOwner"
        case .names: "ownNames"
        case .othersWrite: "ownOthersWrite"
        case .tooLarge: "ownTooLarge"
        case .folderIsNone: "ownFolderIsNone"
        case .folderOwner: "ownFolderOwner"
        case .folderOthersWrite: "ownFolderOthersWrite"
        case .anybodyWrites: "ownAnybodyWrites"
        case .backupOwner: "ownBackupOwner"
        }
    }

    func arguments(path: String) -> [String: String] {
        var arguments = ["path": path, "word": shellWord(path)]
        switch self {
        case .owner(let user), .folderOwner(let user), .backupOwner(let user): arguments["user"] = "\(user)"
        case .names(let count): arguments["names"] = "\(count)"
        case .tooLarge(let limit): arguments["limit"] = "\(limit >> 20)"
        default: break
        }
        return arguments
    }

    /// What speaks against a file of this kind, owner, mode and count of names.
    /// - Parameters:
    ///   - status: by `fstat`, or by `lstat`: a link is one.
    ///   - user: whose it has to be.
    init?(_ status: stat, user: uid_t) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: self = .isLink; return
        case S_IFDIR: self = .isFolder; return
        default: self = .isSpecial; return
        }
        guard status.st_uid == user else { self = .owner(status.st_uid); return }
        guard status.st_nlink <= 1 else { self = .names(Int(status.st_nlink)); return }
        guard status.st_mode & 0o022 == 0 else { self = .othersWrite; return }
        return nil
    }
}
