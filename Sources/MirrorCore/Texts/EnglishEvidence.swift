/// Bundles of evidence.
let englishEvidence = """
    [evidence]
    notTar = "This is no bundle of mirrorctl, or it is damaged."
    unexpectedEntry = "The archive holds {name}, which no bundle does."
    part = "The bundle lacks {name}, or it is damaged."
    newer = "The bundle has format {version}; a newer mirrorctl wrote it."
    tooLarge = "The bundle is larger than {limit} MiB unpacked."
    differs = "Without its secrets the evidence would be judged differently, so no bundle was written."
    written = "{path}: {count} files and folders, secrets removed. Open it with: mirrorctl why --bundle {path}"
    noImage = "{path} is about no image; name one."

    [command]
    "why.bundle" = "Everything the verdict rests on, secrets removed. A new file is written; one that exists is opened and judged again, on any machine."
    "why.bundleExists" = "That bundle exists and is opened: give no --root, --containerd-version, --log, --live or --images beside it."
    """
