/// Causes of a failed pull beside those of the request itself, and what a text is that speaks of no pull, in Japanese.
let japaneseTraceCauses = """
    [trace]
    tooLarge = "{path} は {limit} MiB を超えています。それより大きなログは読みません。pull の時間帯だけを切り出します: journalctl -u containerd --since … --until …"
    aHost = "(ログに名前のないホスト)"
    doubtful = "このイメージか別のイメージのもので、ログからは区別できない行:"
    lookFor = "containerd のログか Pod のイベントを見ます:"
    lookForNode = "  ノードで: journalctl -u containerd --since -1h"
    lookForPod = "  kubectl describe pod NAME -n NAMESPACE   (Failed to pull image …。イベントの保存は 1 時間です)"
    lookForPull = "  または再現します: ノードで crictl pull IMAGE"

    [trace.proxy]
    at = "プロキシ {address}"
    unnamed = "プロキシ"

    [trace.tokenServer]
    at = "トークンサーバー {address}"
    unnamed = "トークンサーバー (ログに名前がありません)"

    [otherText]
    empty = "空です。"
    compressed = "圧縮されています。先に展開します (zcat、zstdcat、xzcat)。"
    utf16 = "UTF-8 ではなく、UTF-16 のようです: iconv -f UTF-16 -t UTF-8。"
    backOff = "{line} 行: kubelet が次の pull まで待っています。前の pull が失敗した理由はそこにありません。"
    unpacking = "{line} 行: pull ではなく、以前から containerd の保存領域にあるイメージからコンテナを作ろうとしたものです。続く言葉がそのイメージの問題を示します (unexpected media type: そのとき取得したものがイメージではありません)。削除して pull し直し (crictl rmi、crictl pull)、その pull のログを読みます。"
    container = "{line} 行: コンテナの作成または実行に関するものです。イメージはその前に pull されています。containerd は自分の保存領域から読み、レジストリには問い合わせません。"
    sandbox = "{line} 行: Pod のサンドボックス (ネットワーク、pause コンテナ) に関するもので、pull は示されていません。"
    scheduling = "{line} 行: Pod を置くノードの選択に関するものです。その前に pull は行われません。"
    mount = "{line} 行: ボリュームに関するものです。"
    noRuntime = "{line} 行: containerd またはそのイメージのサービスが kubelet に応答していません。理由は journalctl -u containerd にあります。"
    kernel = "{line} 行: カーネルのログです。"
    docker = "{line} 行: dockerd のものです。GDC のノードは containerd で pull します。"
    crio = "{line} 行: CRI-O のものです。GDC のノードは containerd で pull します。"
    accessLog = "{line} 行: レジストリまたはプロキシが記録した要求です。ノードがそれをどう扱ったかは、ノード自身のログにあります。"
    podTable = "{line} 行: Pod の一覧です。状態だけがあり、理由はありません。"
    config = "{line} 行: 構成です。ノードのファイルは mirrorctl why IMAGE --root DIR、クラスタ構成ファイルは mirrorctl probe --cluster-config FILE で読みます。"

    [trace.fault]
    proxyUnreachable = "途中のプロキシに届きません"
    proxyRefused = "途中のプロキシが接続を断りました"
    tokenServer = "トークンサーバーが失敗しました ({what})"
    tokenPage = "トークンの代わりにウェブページらしいものが返りました"
    noToken = "応答にトークンがありません"
    accessDenied = "アクセスが拒否されたか、リポジトリがありません"
    badChallenge = "401 にログイン先が示されていません"
    httpOnTLS = "平文の http で問い合わせましたが、相手は TLS です"
    mediaType = "届いたものは containerd が扱えないメディアタイプです"
    unknownType = "届いたものは containerd の知らないメディアタイプで、予告されたサイズまたはダイジェストとも一致しません"
    schema1 = "古い形式 (schema 1) のイメージで、この containerd は受け付けません"
    wrongSize = "届いたもののサイズが予告と異なります"
    emptyContent = "イメージの一部が 1 バイトも containerd の保存領域に届いていません"
    brokenAnswer = "応答が途中で切れたか、正しい HTTP ではありません"
    platform = "ノードのプラットフォーム用のものがイメージにありません"
    layersDamaged = "レイヤが読めるアーカイブではありません"
    layersMismatch = "イメージの構成とレイヤが対応していません"
    unpackFailed = "ノードがレイヤを展開できません"
    ownStore = "ノードの containerd 自身の保存領域に足りないもの、または妨げるものがあります"
    inspection = "containerd がイメージの有無を kubelet に答えませんでした"
    configuration = "containerd のレジストリ構成のため、どこにも問い合わせられません"
    policy = "イメージに関する規則が拒否しました"
    neverPull = "Pod が pull を禁じていて、ノードにイメージがありません"
    invalidName = "名前がイメージ名ではありません"
    heldBack = "kubelet 自身の pull の制限で待たされました"
    runtimeDown = "kubelet が containerd に届かないか、途中で失いました"
    noImageService = "containerd が kubelet にイメージのサービスを提供していません"

    [trace.verdict]
    noHost = "{image} は pull されませんでした: {what}。ノードの問題で、レジストリの応答が原因ではありません。"
    onlyAsked = "{image} は pull されませんでした: {what}。ログで問い合わせ先として見えるのは {host} だけです。"
    hostDoubtful = "{image} は pull されませんでした: {what}。どのホストかはログから分かりません。同時にほかのイメージも pull されていて、{count} 行がどれのものか区別できません。"
    upstreamDoubtful = "レジストリ自身の {host} が失敗しました: {what}。その前にミラーが失敗したかはログから分かりません。同時にほかのイメージも pull されていて、{count} 行がどれのものか区別できません。"
    tokenServer = "{image} は pull されませんでした。トークンサーバー {tokenServer} が失敗しました: {what}。どのレジストリがそこへ送ったかはログから分かりません。"

    [MIR0876]
    title = "{host} への途中の{proxy}に届きません"
    cause = "containerd は自分の環境のプロキシ (ユニットの HTTPS_PROXY、HTTP_PROXY) を通りますが、そのプロキシへの接続が失敗しました。{host} 自身には問い合わせていません。"
    next = "containerd のユニットの NO_PROXY に {host} を加えるか、プロキシのアドレスを直し、systemctl daemon-reload と containerd の再起動を行います。ユニットの内容は mirrorctl node で分かります。"

    [MIR0877]
    title = "{host} への途中のプロキシが接続を断りました"
    cause = "https のアドレスの後に理由句だけがあるエラー (Forbidden、Proxy Authentication Required、Bad Gateway など) は、プロキシが CONNECT を断ったときの Go の表示です。407 はプロキシだけが返します。{host} 自身には問い合わせていません。ログにプロキシの名前はなく、containerd の環境の HTTPS_PROXY にあるものです。"
    next = "プロキシなしで届くなら、containerd のユニットの NO_PROXY に {host} を加えます。そうでなければプロキシで許可するか、求められるログインを HTTPS_PROXY に書きます。ユニットの内容は mirrorctl node で分かります。"

    [MIR0878]
    title = "{tokenServer} から {host} 用のトークンが得られません: {what}"
    cause = "レジストリは問い合わせた相手をトークンサーバーへ送り、containerd は自分でそこへ向かいます。ログインは拒否されたのではなく、判定されていません。"
    next = "ノードから確認します: mirrorctl why {image} --node NODE --live はトークンサーバーにも問い合わせます。CA、プロキシ、NO_PROXY、DNS は、レジストリと同様にトークンサーバーに対しても正しくなければなりません。それ以外はトークンサーバー自身のログで分かります。"

    [MIR0879]
    title = "{image} として届いたものは、containerd がイメージとみなすものではありません"
    cause = "メディアタイプがイメージのものではありません。プロキシやログインのページが応答したか、サーバーが型を付けずにファイルを返しているか、この名前にあるものがコンテナイメージではありません (チャート、アーティファクト)。"
    next = "マニフェストのアドレスを Accept ヘッダー付きの curl -sSI で見るか、mirrorctl probe に --image {image} を付けて確認します。Content-Type は OCI または Docker のものでなければなりません。"

    [MIR0880]
    title = "{image} はありますが、ノードのプラットフォーム用ではありません"
    cause = "マニフェストまたはインデックスは見つかりましたが、このノードの OS とアーキテクチャのイメージがありません。別のマシンで、そのマシン用だけをコピーしたイメージもこうなります。"
    next = "すべてのプラットフォームをコピーするか (skopeo copy --all、crane copy)、ノードに必要なものを push します。ノードで uname -m。"

    [MIR0881]
    title = "{image} は届きましたが、レイヤが合わないか展開できません"
    cause = "containerd は取得中にダイジェストを確認するため、レジストリにあるものが原因である可能性が高く、誤って作られたか書き換えられたイメージです。ノードのディスクの故障でも同じに見えます。"
    next = "イメージを作り直すかコピーし直して push します。同じダイジェストを別のノードが展開できるなら、このノードのディスクを調べます。"

    [MIR0882]
    title = "ノードが {image} を展開できません"
    cause = "取得は終わっています。containerd の root の下のファイルシステム、スナップショッタ、またはノードの権限が妨げています。どれかは containerd の言葉にあります。"
    next = "ノードで journalctl -u containerd、df -i、mount、この時刻の dmesg を確認します。"

    [MIR0883]
    title = "ノードの containerd 自身の保存領域の問題です"
    cause = "足りない、ロックされている、または答えがないのは、containerd 自身のコンテンツ、スナップショット、リースです。同時の掃除、同じイメージの別の pull、異常終了、ディスクの故障で起こります。これらについてレジストリに問い合わせることはありません。"
    next = "もう一度 pull します。繰り返すなら crictl rmi {image}、containerd の再起動、ディスクの確認 (dmesg、df) を行います。途切れた pull の残り: ctr -n k8s.io content active。"

    [MIR0884]
    title = "{image} の一部が何も届いていません"
    cause = "ダイジェストまたはサイズが 0 バイトのものです。応答が空だったか、前の pull の残りが containerd の保存領域で全体とみなされました。"
    next = "もう一度 pull します。繰り返すならノードの containerd を再起動し、残りを調べ (ctr -n k8s.io content active)、curl で blob を取得してサイズを確認します。"

    [MIR0885]
    title = "{image} は古い形式 schema 1 です"
    cause = "containerd 2.1 以降は受け付けません。それより前は変換します。"
    next = "現在のツールで push し直します: skopeo copy --format v2s2、または docker で pull と push。"

    [MIR0886]
    title = "イメージに関する規則が {image} を拒否しました"
    cause = "containerd のイメージ検証、署名の確認、または admission webhook が拒否しました。ミラーに署名がないことが理由の場合もあります。"
    next = "規則の名前はエラーにあります。イメージに署名するか、署名もミラーへコピーするか、規則を変えてもらいます。"

    [MIR0887]
    title = "{image} はどこにも問い合わせていません: {what}"
    cause = "kubelet が containerd に話す前に決めました。"
    next = "Pod のイメージまたは imagePullPolicy を直すか、イメージをノードに置きます。制限の場合は kubelet の registryPullQPS です。"

    [MIR0888]
    title = "kubelet に containerd からの応答がありません"
    cause = "停止または再起動中か、イメージのサービスを読み込んでいません (config.toml の誤りの後など)。レジストリに問い合わせたかどうかは、これからは分かりません。"
    next = "systemctl status containerd、journalctl -u containerd を確認します。構成は mirrorctl node が読みます。"

    [MIR0889]
    title = "containerd のレジストリ構成が pull を止めています"
    cause = "構成が指すファイルが読めないか、アドレスが構文どおりでないか、pull を許されたホストが一覧にありません。この場合どこにも問い合わせません。"
    next = "ノードでの mirrorctl why {image} でファイルと行が分かります。"

    [MIR0890]
    title = "{host} が 400 を返します"
    cause = "理由はログにありません。nginx は、求めるクライアント証明書がない場合や、https のポートに平文の http で来た場合に 400 を返します。レジストリは許さない名前に対して返します。"
    next = "mirrorctl probe https://{host} で応答の本文と、証明書の要求の有無が分かります。GDC の registryMirrors にその項目はありません。"

    [MIR0891]
    title = "{host} の応答が途中で切れました"
    cause = "接続はできましたが途中で終わったか、届いたものが正しい HTTP ではありません。制限の短いプロキシやロードバランサー、停止したサーバーが考えられます。"
    next = "この時刻のミラーとその手前のもののログを確認し、ノードのネットワークから mirrorctl probe https://{host} を実行します。"

    [MIR0892]
    title = "{host} はログインを求めますが、ログイン先を示しません"
    cause = "WWW-Authenticate ヘッダーに containerd が読める realm がないため、トークンを求められません。"
    next = "mirrorctl probe https://{host} でヘッダーが分かります。レジストリ、または書き換えるプロキシで直します。"

    [MIR0893]
    title = "mirrorctl の知らないエラーです"
    cause = "containerd の言葉は上にそのままあります。原因は断定しません。"
    next = "mirrorctl why {image} --node NODE --live は、ノードから同じホストに順に問い合わせます。"
    """
