/// Formats, and what is inferred in them, in Japanese.
let japaneseOutput = """
    [format]
    header = "クラスタ ヘッダー"
    spec = "spec.nodeConfig"
    "containerd-config" = "config.toml"
    "hosts-toml" = "hosts.toml"

    [inferred]
    hostsAsMirrors = "推定: ベンダーの抜粋にあるのは gcr.io だけ。ホストごとに表が 1 つあると考えられる"
    credentials = "推定: GDC が pull の認証情報をノードのどこに置くかは非公開。ここには含めていない"
    hostsTOML = "推定: GDC 自身の hosts.toml は非公開。これは containerd に必要な内容"
    caPlace = "推定: GDC が CA を置く場所は非公開。これは config.toml での場所"
    """
