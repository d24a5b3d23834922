import Glibc
import MirrorCore
import MirrorSystem

/// Looks at what this machine has for the jobs of this program. Nothing is started, nothing is changed.
package struct MachineCheck: Sendable {
    package var environment: [String: String]
    /// What keeps drafts and journals, and what holds the settings; `nil` where neither XDG nor HOME says.
    package var stateFolder: String?
    package var settingsFolder: String?
    /// Whether the wizard can draw on the terminal, and in letters beyond ASCII; `nil` where there is none.
    package var terminal: (isUsable: Bool, isUTF8: Bool)?

    package init(environment: [String: String]) { self.environment = environment }

    package var items: [MachineItem] {
        [
            screen, charset, libraries, program(.ssh), program(.kubectl), program(.bmctl), socket,
            folder(.state, stateFolder), folder(.settings, settingsFolder), proxy,
        ]
    }

    private var screen: MachineItem {
        let name = environment["TERM"] ?? ""
        guard let terminal else { return MachineItem(.terminal, .missing, [name]) }
        return MachineItem(.terminal, terminal.isUsable ? .there : .wrong, [name])
    }

    private var charset: MachineItem {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return MachineItem(.charset, terminal?.isUTF8 == false ? .missing : .there, [name])
    }

    /// The rest was loaded when the program began.
    private var libraries: MachineItem {
        let missing = ["libcurl.so.4", "libssl.so.3", "libcrypto.so.3"].filter { name in
            guard let handle = dlopen(name, RTLD_NOW) else { return true }
            dlclose(handle)
            return false
        }
        return MachineItem(.libraries, missing.isEmpty ? .there : .wrong, missing)
    }

    private func program(_ topic: MachineItem.Topic) -> MachineItem {
        let path = ChildProcess.path(of: topic.rawValue)
        return MachineItem(topic, path == nil ? .missing : .there, path.map { [$0] } ?? [])
    }

    private var socket: MachineItem {
        let path = NodePuller.defaultSocket
        var status = stat()
        guard stat(path, &status) == 0 else { return MachineItem(.containerd, .missing, [path]) }
        let isSocket = status.st_mode & S_IFMT == S_IFSOCK
        return MachineItem(.containerd, isSocket && access(path, R_OK | W_OK) == 0 ? .there : .wrong, [path])
    }

    private func folder(_ topic: MachineItem.Topic, _ path: String?) -> MachineItem {
        guard let path else { return MachineItem(topic, .wrong, []) }
        var status = stat()
        // It is made when it is first needed.
        guard stat(path, &status) == 0 else { return MachineItem(topic, .there, [path]) }
        let isUsable = access(path, R_OK | W_OK | X_OK) == 0 && isOwn(path)
        return MachineItem(topic, isUsable ? .there : .wrong, [path, "0" + String(status.st_mode & 0o7777, radix: 8)])
    }

    /// As whoever keeps something there would find it.
    private func isOwn(_ path: String) -> Bool {
        do throws(FileError) {
            _ = try OwnFolder.existing(path)
            return true
        } catch {
            return false
        }
    }

    private var proxy: MachineItem {
        let settings = ProxySettings(environment: environment)
        let set = [settings.http, settings.https, settings.noProxy].compactMap { $0 }
        return MachineItem(.proxy, .there, set.map { "\($0.name)=\($0.shown)" })
    }
}
