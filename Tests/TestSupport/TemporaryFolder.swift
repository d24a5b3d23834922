import Foundation
import Synchronization

/// A folder of a test's own, removed with it, or with the process when something still holds it then.
package final class TemporaryFolder: Sendable {
    package let path: String

    private static let live = Mutex<Set<String>>([])
    private static let sweeping: Void = {
        atexit {
            for path in TemporaryFolder.live.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
        }
    }()

    /// - Parameter isSweptAtExit: false for what servers need that are stopped after the process has ended.
    package init(isSweptAtExit: Bool = true) throws {
        path = NSTemporaryDirectory() + "mirrorctl-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard isSweptAtExit else { return }
        let path = path
        Self.live.withLock { _ = $0.insert(path) }
        Self.sweeping
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        // A server that is just ending may have written into it: once more at the end.
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let path = path
        Self.live.withLock { _ = $0.remove(path) }
    }

    package func callAsFunction(_ name: String) -> String { path + "/" + name }

    @discardableResult
    package func write(_ name: String, _ text: String, mode: Int = 0o644) throws -> String {
        try write(name, Array(text.utf8), mode: mode)
    }

    @discardableResult
    package func write(_ name: String, _ bytes: [UInt8], mode: Int = 0o644) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: self(name))
        return self(name)
    }

    package func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: self(name))))
    }

    package func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    package var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
