import Containerd
import Texts

extension HostsFileError {
    package var phrase: Phrase {
        switch self {
        case .toml(let error): error.phrase
        case .noHostTree: Phrase("hosts.noHostTree")
        case .wrongType(let key, let expected, let found, _):
            Phrase("hosts.wrongType", ["key": key, "expected": expected, "found": found])
        case .unknownCapability(let name, _): Phrase("hosts.unknownCapability", ["name": name])
        case .invalid(let text, _): Phrase("hosts.invalid", ["text": text])
        case .panic: Phrase("hosts.panic")
        }
    }
}
