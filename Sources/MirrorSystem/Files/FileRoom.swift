import CXattr
import Glibc

/// Room in an open file for what will be written later.
package enum FileRoom {
    /// Blocks are set aside behind the end of the file, which stays where it is; where the file system cannot do that,
    /// nothing is known and nothing said.
    /// - Returns: 0, or the error number that writing `bytes` would meet.
    package static func trouble(_ descriptor: Int32, _ bytes: Int) -> Int32 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return errno }
        let isAppended = fcntl(descriptor, F_GETFL) & O_APPEND != 0
        let place = isAppended ? Int(status.st_size) : Int(lseek(descriptor, 0, SEEK_CUR))
        guard place >= 0 else { return errno }
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max,
            UInt64(place) + UInt64(bytes) > UInt64(limit.rlim_cur)
        {
            return EFBIG
        }
        guard mir_file_reserve(descriptor, off_t(place), off_t(bytes)) < 0 else { return 0 }
        return [ENOSPC, EDQUOT, EFBIG, EIO].contains(errno) ? errno : 0
    }
}
