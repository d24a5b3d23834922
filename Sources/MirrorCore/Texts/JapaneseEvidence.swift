/// Bundles of evidence, in Japanese.
let japaneseEvidence = """
    [evidence]
    notTar = "mirrorctl のバンドルではないか、壊れています。"
    unexpectedEntry = "アーカイブに、バンドルにはない {name} があります。"
    part = "バンドルに {name} がないか、壊れています。"
    newer = "バンドルの形式は {version} です。より新しい mirrorctl が書いたものです。"
    tooLarge = "バンドルは展開すると {limit} MiB を超えます。"
    differs = "秘密を除くと判定が変わるため、バンドルは書きませんでした。"
    written = "{path}: ファイルとフォルダー {count} 個、秘密は除いてあります。開くには: mirrorctl why --bundle {path}"
    noImage = "{path} にはイメージの指定がありません。イメージを指定してください。"

    [command]
    "why.bundle" = "判定の根拠すべて。秘密は除きます。新しいファイルなら書き、既にあるファイルなら開いて、どのマシンでも判定し直します。"
    "why.bundleExists" = "このバンドルは既にあり、開かれます。--root、--containerd-version、--log、--live、--images は併用できません。"
    """
