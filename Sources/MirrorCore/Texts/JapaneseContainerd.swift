/// What the engine says about a node's files and pulls, in Japanese.
let japaneseContainerd = """
    [hosts]
    noHostTree = "ファイルに [host] の表がありません。containerd 1.6 と 1.7.32 より前の 1.7 は、その場合ファイルを無視します"
    wrongType = "{key} の種類は {found} ですが、{expected} でなければなりません"
    unknownCapability = "この containerd は capability {name} を知りません"
    invalid = "{text}"
    panic = "host の下にドット付きのキーがあると、この containerd の TOML リーダーは異常終了します"

    [containerdConfig]
    unreadable = "{file} を読み取れません: {reason}"
    toml = "{file}、{line} 行 {column} 列: {reason}"
    wrongType = "{file}、{line} 行: {key} の種類は {found} ですが、{expected} でなければなりません"
    unsupportedVersion = "{file} の version は {version} ですが、この containerd が読めるのは {highest} までです"
    newerDropIn = "{file} の version は {version} ですが、version {root} のファイルから取り込まれています"
    invalidListedPlugin = "{file}、{line} 行: {list} には io.containerd.grpc.v1.cri のような完全なプラグイン名が必要ですが、{name} は違います"
    requiredPluginMissing = "{file}、{line} 行: required_plugins にある {name} は、この名前ではこの containerd に存在しないか、無効にされています"
    invalidPluginKey = "{file}、{line} 行: プラグインの名前には引用符が必要です。containerd は {key} だけを読みます"

    [why]
    heading = "containerd {version} の {mode} が pull する {image}"
    pluginRefuses = "CRI が起動しません: {text} ({file}、{line} 行)"
    criDisabled = "{file}、{line} 行: disabled_plugins が {plugin} を無効にしているため、CRI も使えません"
    noCRI = "containerd {version} はこれらのファイルで起動しますが、CRI がありません。kubelet はイメージを 1 つも pull できません。"
    noStart = "containerd {version} はこれらのファイルでは起動せず、イメージを pull できません。"
    badImage = "{image} はイメージ参照ではありません: {reason}"
    attempt = "{number}. {url}"
    skipped = "{number}. {url} (capability が足りず、レイヤだけを問い合わせる)"
    failsWhen = "{answer}: pull は失敗し、Pod のイベントに次が出る: {error}"
    nextWhen = "{answer}: {next} に進み、どこにも表示されない"
    acceptedWhen = "{answer}: イメージとみなされ、展開時に pull が失敗する"
    podEvent = "すべてのホストが {answer} を返した場合、Pod のイベントに次が出ます:"
    live = "実際の応答: {answer}"
    liveServes = "イメージがあり、ここから pull される"
    liveNext = "containerd は {next} に進み、どこにも表示されない"
    liveFails = "ここで pull が失敗する"
    liveUnasked = "問い合わせなし"
    servedNow = "現時点では、イメージは {url} から pull されます。"
    failsNow = "現時点では pull が失敗し、Pod のイベントに次が出ます:"
    versionGuessed = "containerd のバージョンが分からないため、構成ファイルの version から {version} とみなしました。--containerd-version で指定してください。"

    [why.mode]
    local = "CRI 自身"
    transfer = "transfer サービス"

    [why.verdict]
    error = "{registryHost} のイメージは pull できません: {text}"
    nobody = "{image} について問い合わせる先がありません。pull に必要な capability を持つホストがありません。"
    upstream = "問い合わせ先は {first} です。{registryHost} にミラーは使われません。"
    onlyMirror = "問い合わせ先は {first} だけです。失敗すると pull も失敗し、Pod に表示されます。"
    mirrorThenUpstream = "最初の問い合わせ先は {first} です。失敗すると containerd は黙って {next} に進みます。"
    mirrorThenMirror = "最初の問い合わせ先は {first} です。失敗すると containerd は黙って {next} に進み、最後は {last} です。"

    [why.tls]
    plain = "平文の http"
    httpsFirst = "まず https、TLS で応答しなければ http"
    skipVerify = "証明書を検証しない"
    ca = "システムの CA と {files}"
    system = "システムの CA"
    client = "クライアント証明書 {files}"

    [why.credential]
    config = "configs.\\"{key}\\".auth ({file}:{line})"
    header = "hosts.toml の Authorization ヘッダー"
    pullRequest = "Pod の pull リクエストに付くものだけ"

    [why.origin]
    hostTable = "[host] の表"
    server = "server の行"
    upstream = "containerd が追加: レジストリ自身"
    mirror = "mirrors の項目"

    [convert]
    lines = "{before}\\n{line}"
    dead = "{place}: {setting} は効いていないため、引き継がれません。{reason} 使うには: {remedy}"
    nothing = "変換するミラーも TLS 設定もありません。"
    notEditable = "{file} を TOML として読めません。"
    fails = "{registryHost}: すでにすべての pull が失敗します: {text}"
    duplicate = "{registryHost}: {url} が 2 回あります。hosts.toml には 1 回しか書けません。"

    [MIR0701]
    title = "{file} 全体が無視されます"
    cause = "{reason}。containerd はこれをログに記録し、ファイルがないかのようにレジストリ自身から pull します。"
    next = "その行を直してください。再起動は不要です。containerd は pull のたびに hosts.toml を読みます。"

    [MIR0702]
    title = "{setting} は読まれません"
    cause = "registry の表は、このバージョンにあるプラグインの下で、version が合うファイルにある場合だけ有効です。{reason}"
    next = "ファイルの先頭、すべての表より上に version = 2 と書くか、合うプラグイン名の下に表を書いてください。"

    [MIR0703]
    title = "config_path に 2 つのディレクトリがありますが、transfer サービスは 1 つとみなします"
    cause = "containerd 2.1 以降では {path} がコロンで分割されず、hosts.toml が見つからないため、すべての pull がレジストリ自身に向かいます。"
    next = "config_path を 1 つのディレクトリ (例: /etc/containerd/certs.d) にして、containerd を再起動してください。"

    [MIR0704]
    title = "{registryHost} の pull はすべて失敗します"
    cause = "containerd は、レジストリ自身を含む誰にも問い合わせないうちに止まります: {text}"
    next = "示された箇所を直すか、ファイルを置くか、その設定を取り除いてください。"

    [MIR0705]
    title = "{host} の CA は無視されます"
    cause = "configs.*.tls は containerd 2.0 で廃止されました。{version} はシステムの CA だけを信頼し、ミラーの証明書を拒否して、レジストリ自身に進みます。"
    next = "hosts.toml に移行してください。mirrorctl convert が ca の行とともに書き出します。"

    [MIR0706]
    title = "{url} に /v2 がありません"
    cause = "mirrors では、containerd が /v2 を補うのはパスのないエンドポイントだけです。末尾のスラッシュもパスです。"
    next = "{fixed} と書いてください"

    [MIR0707]
    title = "{url} に /v2 がもう 1 つ付きます"
    cause = "hosts.toml では、containerd は /v2 で終わらないすべてのパスに /v2 を付けます。"
    next = "このホストに override_path = true を加えるか、/v2 なしの URL を書いてください。"

    [MIR0708]
    title = "{url} にはタグを問い合わせません"
    cause = "capabilities は {capabilities} です。タグには pull と resolve が必要です。"
    next = "capabilities = [\\"pull\\", \\"resolve\\"] と書くか、その行を取り除いてください。"

    [MIR0709]
    title = "{host} は URL が http なのに、まず https で問い合わせます"
    cause = "http の URL に TLS の設定があると (skip_verify = false でも)、containerd は https を試し、そこでの応答を採用します。"
    next = "TLS の設定を取り除くか、https と書いてください。"

    [MIR0710]
    title = "{setting} は Docker Hub のイメージには使われません"
    cause = "containerd は Docker Hub を docker.io としてのみ認識します。{reason}"
    next = "docker.io という名前にしてください。"

    [MIR0711]
    title = "{registryHost} にミラーは使われません"
    cause = "{registryHost} について containerd が参照するもののどこにも、別のホストがありません。"
    next = "{registryHost} をミラーの hosts に加えるか、綴りを確認してください。大文字と小文字、ポートも区別されます。"

    [MIR0712]
    title = "containerd {other} の問い合わせ先は {present} と異なります"
    cause = "同じファイルの意味が変わるためです。"
    next = "アップグレードの前に上の検出結果に対処してください。mirrorctl convert は、どちらにも同じ意味のファイルを書き出します。"

    [MIR0714]
    title = "containerd {version} はこれらのファイルでは起動しません"
    cause = "containerd は起動時にこれらのファイルを読み、受け付けられない最初の箇所で停止します。すでに動作中のデーモンは古い内容を保持している場合があります。"
    next = "直してから containerd を再起動してください。"
    """
