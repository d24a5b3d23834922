/// The plugins of a release, as far as they are known.
///
/// Source: `ctr plugins ls` of Debian's 1.6.20, 1.7.24 and 2.1.9. Builds differ in their snapshotters, differs and tracers, others bring
/// plugins of their own, and later patches of a branch may have more: of types that differ so, and of other branches, only what is
/// all but spelt right is judged.
package enum KnownPlugins {
    /// Types whose plugins every build of a branch has.
    private static let fixedTypes: Set<String> = [
        "grpc.v1", "service.v1", "content.v1", "metadata.v1", "event.v1", "gc.v1",
    ]

    private static let common = [
        "content.v1.content", "differ.v1.walking", "event.v1.exchange", "gc.v1.scheduler", "grpc.v1.containers",
        "grpc.v1.content", "grpc.v1.cri", "grpc.v1.diff", "grpc.v1.events", "grpc.v1.healthcheck", "grpc.v1.images",
        "grpc.v1.introspection", "grpc.v1.leases", "grpc.v1.namespaces", "grpc.v1.snapshots", "grpc.v1.tasks",
        "grpc.v1.version", "internal.v1.opt", "metadata.v1.bolt", "runtime.v2.task", "service.v1.containers-service",
        "service.v1.content-service", "service.v1.diff-service", "service.v1.images-service",
        "service.v1.introspection-service", "service.v1.namespaces-service", "service.v1.snapshots-service",
        "service.v1.tasks-service", "snapshotter.v1.btrfs", "snapshotter.v1.devmapper", "snapshotter.v1.native",
        "snapshotter.v1.overlayfs", "snapshotter.v1.zfs", "internal.v1.tracing", "tracing.processor.v1.otlp",
    ]
    private static let old = ["internal.v1.restart", "monitor.v1.cgroups", "runtime.v1.linux", "snapshotter.v1.aufs"]
    private static let since17 = [
        "grpc.v1.sandbox-controllers", "grpc.v1.sandboxes", "grpc.v1.streaming", "grpc.v1.transfer",
        "lease.v1.manager", "nri.v1.nri", "sandbox.store.v1.local", "snapshotter.v1.blockfile",
        "streaming.v1.manager", "transfer.v1.local", "warning.v1.deprecations",
    ]
    private static let only17 = ["runtime.v2.shim", "sandbox.controller.v1.local"]
    private static let since2 = [
        "cri.v1.images", "cri.v1.runtime", "differ.v1.erofs", "image-verifier.v1.bindir",
        "monitor.container.v1.restart", "monitor.task.v1.cgroups", "podsandbox.controller.v1.podsandbox",
        "sandbox.controller.v1.shim", "shim.v1.manager", "snapshotter.v1.erofs", "ttrpc.v1.otelttrpc",
    ]

    private static let of16 = names(common + old + ["service.v1.leases-service"])
    private static let of17 = names(common + old + since17 + only17)
    private static let of21 = names(common + since17 + since2)

    private static func names(_ short: [String]) -> Set<String> { Set(short.map { "io.containerd." + $0 }) }

    /// `nil` for a branch whose list is not known.
    private static func all(_ version: ContainerdVersion) -> Set<String>? {
        switch (version.major, version.minor) {
        case (1, 6): of16
        case (1, 7): of17
        case (2, 1): of21
        default: nil
        }
    }

    private static let everywhere = of16.union(of17).union(of21)

    /// The last part of a full name, by which a file of version 1 names it on 1.x.
    static func shortName(_ id: String) -> String {
        String(id[(id.lastIndex(of: ".").map { id.index(after: $0) } ?? id.startIndex)...])
    }

    private static func type(_ id: String) -> String {
        let plain = id.hasPrefix("io.containerd.") ? String(id.dropFirst(14)) : id
        return plain.lastIndex(of: ".").map { String(plain[..<$0]) } ?? ""
    }

    package enum Absence: Equatable {
        case unknown(meant: String?)
        /// It came with 2.0.
        case later
        /// It was there before 2.0.
        case earlier
    }

    /// Why a release has no plugin of that full name; `nil` where it has one, or may have one.
    package static func absence(of id: String, in version: ContainerdVersion) -> Absence? {
        let list = all(version)
        if (list ?? everywhere).contains(id) { return nil }
        let isOld = version.major == 1
        if isOld, type(id) == "cri.v1" { return .later }
        if !isOld, old.contains(where: { "io.containerd." + $0 == id }) { return .earlier }
        guard !everywhere.contains(id) else {
            // A branch may have taken it over in a later patch.
            return list != nil && fixedTypes.contains(type(id)) ? .unknown(meant: nil) : nil
        }
        let meant = Spelling.meant(id, among: (list ?? everywhere).sorted())
        guard meant != nil || list != nil && fixedTypes.contains(type(id)) else { return nil }
        return .unknown(meant: meant)
    }

    /// The same for the short names of version 1 on 1.x.
    package static func absence(ofShort name: String, in version: ContainerdVersion) -> Absence? {
        let known = (all(version) ?? everywhere).map(shortName)
        guard !known.contains(name) else { return nil }
        if name.hasPrefix("io.containerd.") { return .unknown(meant: known.first { $0 == shortName(name) }) }
        return Spelling.meant(name, among: known.sorted()).map { .unknown(meant: $0) }
    }
}
