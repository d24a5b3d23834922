import Diagnosis
import Glibc
import MirrorCore
import RegistryClient

/// The CA file as facts, and what to trust because of it: nothing at all when it cannot be used.
func readCAFile(_ path: String?) -> (facts: CAFileFacts, trust: Trust) {
    guard let path else { return (.notGiven, .system) }
    switch readWhole(path, limit: 1 << 20) {
    case .failure(let trouble): return (.unreadable(trouble), .certificates([]))
    case .success(let bytes):
        let certificates = Certificate.all(inPEM: bytes)
        guard !certificates.isEmpty else { return (.noCertificate(seen: sniffed(bytes)), .certificates([])) }
        return (.loaded(certificates.map { CertificateFacts($0) }), .certificates(certificates.map(\.der)))
    }
}

/// Files with certificates in the folder of a path where there is none; the first few of a large folder.
func caFiles(near path: String) -> [String] {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = String(path[..<cut])
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while names.count < 200, let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if [".crt", ".pem", ".cer"].contains(where: name.lowercased().hasSuffix) { names.append(name) }
    }
    let files = names.sorted().map { folder + $0 }
    return Array(files.filter { if case .loaded = readCAFile($0).facts { true } else { false } }.prefix(8))
}

func sniffed(_ bytes: [UInt8]) -> CAFileContent {
    guard !bytes.isEmpty else { return .empty }
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else { return .binary }
    if text.contains("BEGIN CERTIFICATE REQUEST") || text.contains("BEGIN NEW CERTIFICATE REQUEST") {
        return .certificateRequest
    }
    if text.contains("BEGIN CERTIFICATE") { return .damagedPEM }
    return text.contains("PRIVATE KEY-----") ? .privateKey : .otherText
}

/// The Docker config as facts, its credential for the endpoint, and the config itself.
func readDockerConfig(
    _ path: String?,
    for endpoint: MirrorEndpoint
) -> (facts: DockerConfigFacts, credential: Credential?, config: DockerConfig?) {
    guard let path else { return (.notGiven, nil, nil) }
    switch readWhole(path, limit: 1 << 20) {
    case .failure(let trouble): return (.unreadable(trouble), nil, nil)
    case .success(let bytes):
        let config: DockerConfig
        do throws(DockerConfig.ParseError) { config = try DockerConfig(parsing: bytes) } catch {
            return (.malformed(DockerConfigTrouble(error, bytes)), nil, nil)
        }
        let found = config.lookup(endpoint.hostAndPort)
        let entry = DockerConfigEntry(found, keys: config.keys)
        guard case .found(_, let credential) = found else { return (.loaded(entry), nil, config) }
        return (.loaded(entry), credential, config)
    }
}

/// A regular file of at most `limit` bytes; a pipe or a device is not waited for.
func readWhole(_ path: String, limit: Int) -> Result<[UInt8], FileTrouble> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(FileTrouble(errno: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(FileTrouble(errno: errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG where !isMadeByKernel(descriptor): break
    case S_IFDIR: return .failure(.isDirectory)
    default: return .failure(.notRegular)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
        let count = read(descriptor, &chunk, chunk.count)
        if count < 0 {
            if errno == EINTR { continue }
            return .failure(FileTrouble(errno: errno))
        }
        if count == 0 { return .success(bytes) }
        bytes += chunk[..<count]
        if bytes.count > limit { return .failure(.tooLarge) }
    }
}

extension FileTrouble {
    init(errno: Int32) {
        switch errno {
        case ENOENT, ENOTDIR: self = .notFound
        case EACCES, EPERM: self = .permissionDenied
        case EISDIR: self = .isDirectory
        default: self = .system(errno: errno)
        }
    }
}

/// Permission bits, following symbolic links.
func permissions(_ path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt32(status.st_mode & 0o7777) : nil
}
