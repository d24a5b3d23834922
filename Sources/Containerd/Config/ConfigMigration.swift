/// From one version of `config.toml` to the next.
package enum ConfigMigration {
    package static let oldPlugin = "io.containerd.grpc.v1.cri"
    package static let imagesPlugin = "io.containerd.cri.v1.images"

    /// Everything up to the newest version.
    static func migrate(
        _ plugins: inout ConfigTable,
        from version: Int64,
        warnings: inout [ContainerdConfigWarning]
    ) {
        if version < 2 { renamePlugins(&plugins, warnings: &warnings) }
        moveImageKeys(&plugins)
    }

    /// Version 1 has short names; one that is unknown is taken for a gRPC service.
    static func renamePlugins(_ plugins: inout ConfigTable, warnings: inout [ContainerdConfigWarning]) {
        let short = plugins.entries.filter { !$0.key.contains(".") }
        plugins.remove(Set(short.map(\.key)))
        for (key, node) in short {
            if shortNames[key] == nil, key != "cri" { warnings.append(.ambiguousPlugin(key)) }
            plugins[fullName(of: key)] = node
        }
    }

    package static func fullName(of plugin: String) -> String {
        plugin.contains(".") ? plugin : shortNames[plugin, default: "io.containerd.grpc.v1"] + "." + plugin
    }

    /// `plugins/cri/images/plugin.go`: the old table's keys replace those of the new one.
    static func moveImageKeys(_ plugins: inout ConfigTable) {
        guard var old = plugins.table(oldPlugin), let oldNode = plugins[oldPlugin] else { return }
        var images = plugins.table(imagesPlugin) ?? ConfigTable()
        for key in movedKeys {
            guard let node = old[key] else { continue }
            images[key] = node
            old[key] = nil
        }
        if let sandbox = old["sandbox_image"] {
            var pinned = images.table("pinned_images") ?? ConfigTable()
            pinned["sandbox"] = sandbox
            images["pinned_images"] = ConfigItem(table: pinned, source: sandbox.source)
            old["sandbox_image"] = nil
        }
        if let runtime = old.table("containerd") {
            for key in ["snapshotter", "disable_snapshot_annotations", "discard_unpacked_layers"] {
                if let node = runtime[key] { images[key] = node }
            }
        }
        plugins[oldPlugin] = ConfigItem(table: old, source: oldNode.source)
        if !images.isEmpty {
            plugins[imagesPlugin] = ConfigItem(table: images, source: plugins[imagesPlugin]?.source ?? oldNode.source)
        }
    }

    private static let movedKeys = [
        "registry", "image_decryption", "max_concurrent_downloads", "image_pull_progress_timeout",
        "image_pull_with_sync_fs", "stats_collect_period",
    ]

    /// Names of version 1 whose service type is known and not `grpc.v1`, besides the gRPC services themselves.
    private static let shortNames: [String: String] = {
        let byType = [
            "io.containerd.service.v1": [
                "diff-service", "containers-service", "content-service", "introspection-service", "images-service",
                "leases-service", "namespaces-service", "snapshots-service", "tasks-service",
            ],
            "io.containerd.grpc.v1": [
                "containers", "content", "diff", "events", "healthcheck", "images", "introspection", "leases",
                "namespaces", "snapshots", "tasks", "version",
            ],
            "io.containerd.runtime.v1": ["linux"],
            "io.containerd.metadata.v1": ["bolt"],
            "io.containerd.monitor.v1": ["cgroups"],
            "io.containerd.gc.v1": ["scheduler"],
            "io.containerd.differ.v1": ["walking"],
            "io.containerd.internal.v1": ["opt", "restart"],
            "io.containerd.snapshotter.v1": ["aufs", "btrfs", "devmapper", "native", "overlayfs", "zfs"],
        ]
        return byType.reduce(into: [:]) { names, entry in
            for name in entry.value { names[name] = entry.key }
        }
    }()
}
