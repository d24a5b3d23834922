/// Documents of images as Go's programs read them.
///
/// Source: `specs-go/v1` of `github.com/opencontainers/image-spec`; Docker's have the same fields.
package enum OCIShape {
    package static let descriptor = JSONShape.object([
        "mediaType": .string, "digest": .string, "size": .integer, "urls": .list(.string),
        "annotations": .map(.string), "data": .bytes, "artifactType": .string,
        "platform": .object([
            "architecture": .string, "os": .string, "os.version": .string, "os.features": .list(.string),
            "variant": .string,
        ]),
    ])

    package static let manifest = JSONShape.object([
        "schemaVersion": .integer, "mediaType": .string, "artifactType": .string, "config": descriptor,
        "layers": .list(descriptor), "subject": descriptor, "annotations": .map(.string),
        // Of OCI's artifact manifest, which was withdrawn.
        "blobs": .list(descriptor),
    ])

    package static let index = JSONShape.object([
        "schemaVersion": .integer, "mediaType": .string, "artifactType": .string, "manifests": .list(descriptor),
        "subject": descriptor, "annotations": .map(.string),
    ])

    /// What containerd holds a document against before it reads it.
    package static let anyDocument = JSONShape.object([
        "mediaType": .string, "config": .any, "layers": .any, "manifests": .any, "fsLayers": .any,
    ])

    package static let image = JSONShape.object([
        "created": .time, "author": .string, "architecture": .string, "variant": .string, "os": .string,
        "os.version": .string, "os.features": .list(.string),
        "config": .object([
            "User": .string, "ExposedPorts": .map(.object([:])), "Env": .list(.string), "Entrypoint": .list(.string),
            "Cmd": .list(.string), "Volumes": .map(.object([:])), "WorkingDir": .string, "Labels": .map(.string),
            "StopSignal": .string, "ArgsEscaped": .bool,
        ]),
        "rootfs": .object(["type": .string, "diff_ids": .list(.string)]),
        "history": .list(
            .object([
                "created": .time, "created_by": .string, "author": .string, "comment": .string, "empty_layer": .bool,
            ])
        ),
    ])

    /// `manifest.json` of `docker save`.
    package static let savedImages = JSONShape.list(
        .object(["Config": .string, "RepoTags": .list(.string), "Layers": .list(.string)])
    )
}
