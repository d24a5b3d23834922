/// `audit` の表示。
let japaneseAudit = """
    [command]
    "audit.abstract" = "これらのイメージの pull が建物の外に出るかどうかを示します。"
    "audit.discussion" = "レジストリホストごとに、最初に誰に問い合わせるかを、containerd 自身の規則と各ノードプールのバージョンに従って示します。イメージごとに、ミラーにあるかどうかを実際に問い合わせます。足りない hosts の項目と、それを追加するコマンドも示します。ミラーでないレジストリには問い合わせません。終了コード 0: 何も外に出ない。1: 外に出るもの、または確認できないものがある。"
    "audit.images" = "Pod が指定するとおりのイメージ。"
    "audit.list" = "イメージの一覧。1 行に 1 つ。- は標準入力。"
    "audit.package" = "パッケージのイメージ (bmpackages_VERSION.tar.xz、docker save、OCI レイアウト)。"
    "audit.pods" = "kubectl get pods -A -o json の出力。Pod のテンプレートを持つほかのオブジェクトも数えます。"
    "audit.nodes" = "kubectl get nodes -o json の出力。ノードにあるイメージ。"
    "audit.kubeconfig" = "kubectl で Pod とノードをクラスタに直接問い合わせます。対象の Pod があるクラスタの kubeconfig。"
    "audit.clusterConfig" = "ノードが使うミラーを持つクラスタ構成ファイル。"
    "audit.caCert" = "ファイルがこのマシン上の CA を指定していないミラーの CA 証明書 (PEM)。"
    "audit.dockerConfig" = "ファイルがこのマシン上のログインを指定していないミラーのログインを含む Docker config.json。"
    "audit.inside" = "ミラーではないが建物の中にあるレジストリホスト。HOST[:PORT]"
    "audit.noAsk" = "ミラーに問い合わせません。構成が示すことだけを示します。"
    "audit.parallel" = "同時接続数。"
    "audit.whose" = "誰のミラーかを指定してください: --cluster-config FILE、またはノード自身のファイルなら --root DIR。"
    "audit.noImages" = "イメージを指定してください: コマンドライン、--images、--package、--pods、--nodes、--kubeconfig。"
    "audit.twoStreams" = "標準入力にできる一覧は 1 つだけです。"
    "audit.otherOptions" = "--containerd-version は --root と、--ca-cert と --docker-config は --cluster-config とともに使います。"
    "audit.invalidParallel" = "--parallel は 1 から 64 です。"
    "why.clusterConfig" = "--log 用: クラスタ構成ファイル。そのバージョンから、関係しうる既知の問題がわかります。"
    "why.clusterConfigOfLog" = "--cluster-config は --log とともに使います。最初に誰に問い合わせるかは audit --cluster-config が示します。"

    [audit]
    notJSON = "{path} は JSON ではありません ({words})。次のコマンドで保存してください: {command}"
    otherKinds = "{path} には該当するものがありません。含まれるもの: {kinds}。次のコマンドで保存してください: {command}"
    noImages = "指定されたものにイメージがありません。"
    noSource = "{path} のミラーでは containerd が起動しません。"
    interrupted = "中断されました。"
    noVersion = "ファイルにバージョンがないため、現行リリースのすべての containerd で判定しました。"
    notAsked = "何も外に出ないため問い合わせていないもの: {hosts}"
    progress = "{all} イメージ中 {done}"
    containerd = "containerd {version}"
    containerdOf = "containerd {version} ({releases})"
    neverPulled = "imagePullPolicy: Never は誰にも問い合わせないため、判定していないもの: {count}"
    manifestsOnly = "ミラーに問い合わせたのはイメージのマニフェストだけで、レイヤーは問い合わせていません。問い合わせたのは表に示したものだけです。ノードにすでにあるものは、imagePullPolicy: Always の場合にだけ pull されます。"

    [audit.subject]
    header = "ミラー: {count} ({path} のヘッダー)"
    spec = "ミラー: {count} ({path} の spec.nodeConfig.registryMirrors)"
    noMirrors = "ミラー: {path} にはありません"
    root = "{path} 以下のファイル"

    [audit.inside]
    node = "{host} (ノード自身)"
    mirror = "{host} (ミラー)"
    privateAddress = "{host} (プライベートアドレス)"
    named = "{host} (--inside)"

    [audit.otherPlace]
    header = "ヘッダーにもミラーがありますが、考慮していません。"
    spec = "spec.nodeConfig.registryMirrors にもミラーがありますが、考慮していません。"

    [audit.column]
    host = "レジストリホスト"
    images = "イメージ"
    there = "あり"
    leaving = "外へ"
    unchecked = "未確認"
    first = "最初の問い合わせ先"

    [audit.verdict]
    good = "何も外に出ません。{count} イメージのどれについても、外のレジストリには問い合わせません。"
    configured = "構成上は、pull されるすべてのイメージについて最初にミラーに問い合わせます。ミラーにあるかどうかは問い合わせていません ({count} 中 {configured})。"
    leaves = "{count} イメージ中 {leaving} が外に問い合わせられます。"
    unchecked = "{count} イメージ中 {unchecked} を確認できませんでした。ほかに外へ問い合わせられるものはありません。"
    both = "{count} イメージ中 {leaving} が外に問い合わせられ、{unchecked} を確認できませんでした。"

    [audit.doubt]
    noAnswer = "{words}"
    caUnknown = "証明書がここでは信頼されず、{reason}"
    status = "{status} と応答します"
    agreesToAll = "誰も持っているはずのないイメージにも「ある」と応答します"
    loginSecret = "ログインが必要で、それは Secret {secret} にあります。--docker-config で指定できます"
    loginFile = "ログインが必要で、{path} に使えるものがありません"
    loginWithheld = "{place} でのログインを求めていますが、そこが TLS で運用者自身のものと確認できません"
    sentOutside = "{place} に転送しますが、そこにはここから問い合わせません"

    [audit.ca]
    secret = "CA は Secret {secret} にあります。--ca-cert で指定できます"
    file = "{path} に読み取れる証明書がありません"

    [audit.next]
    add = "{command}   ({mirror} にいくつあるかは確認できていません)"
    addAll = "{command}   ({mirror} に {count} 個すべてあります)"
    addSome = "{command}   ({mirror} には {count} 個中 {there} 個あります。残りを先にプッシュしてください)"
    pushFirst = "{mirror} には 1 つもないため、先にプッシュしてから: {command}"
    noMirror = "ファイルにミラーがありません。アドレスを入れて: {command}"

    [MIR1001]
    title = "{registryHost} 自体から pull されるイメージ: {count}"
    cause = "{registryHost} の前にミラーがなく、containerd は直接問い合わせます。それ自体が建物の中にあるなら --inside {registryHost} を指定してください。"
    next = "{registryHost} の前にミラーを置いてください。"

    [MIR1002]
    title = "ミラーになく、次に {registryHost} に問い合わせるイメージ: {count}"
    cause = "最初に {mirrors} に問い合わせますが、得られません。containerd はその後、何も表示せずに {registryHost} に問い合わせます。"
    next = "ミラーにプッシュしてください: mirrorctl push images。その後、もう一度実行してください。"

    [MIR1003]
    title = "{host} に問い合わせできず、未確認のイメージ: {count}"
    cause = "{what}。同じ状況のノードは、何も表示せずにレジストリ自体に問い合わせます。"
    next = "mirrorctl probe https://{host} が問題を示します。その後、もう一度実行してください。"

    [MIR1004]
    title = "{host} にはすべてを問い合わせることができませんでした"
    cause = "{what}。ここではどのイメージもそれに左右されません。別のミラーにあるか、構成で決まります。"
    next = "mirrorctl probe https://{host} が問題を示します。"

    [MIR1005]
    title = "{registryHost} のイメージのうち、まったく pull されないもの: {count}"
    cause = "問い合わせ先のどこからも得られず、外には問い合わせません。何も外に出ませんが、pull は失敗します。"
    next = "名前が示すレジストリにプッシュするか、名前を直してください。"

    [MIR1006]
    title = "イメージ参照でないもの: {count}"
    cause = "containerd はどれもイメージとして受け付けないため、何も言えません。"
    next = "名前を直してください。一覧では 1 行が 1 イメージで、# はコメントの始まりです。"

    [MIR1007]
    title = "示されたより多くのイメージがあるかもしれないノード: {count}"
    cause = "kubelet は大きい順に {limit} イメージだけを示し、これらのノードはちょうどその数を示しています。"
    next = "Pod も指定してください: kubectl get pods -A -o json を --pods で。"

    [MIR1008]
    title = "パッケージ内の名前のないイメージ: {count}"
    cause = "パッケージがどのレジストリのものかを示していないため、誰に問い合わせるかがわかりません。"
    next = "Pod での名前を --images で指定してください。"

    [trace.possible]
    heading = "ログには現れていないが、ほかにありうること (いずれもミラーのせいではありません):"
    before = "クラスタが {since} より前のバージョンの場合"
    since = "クラスタが {since} 以降の場合"
    affected = "クラスタのバージョンは {versions} です"

    [MIR0894]
    title = "可能性: コントロールプレーンの証明書または etcd 暗号化の変更中だった"
    cause = "{when}: コントロールプレーンの証明書のローテーションや etcd 暗号化の更新で、コントロールプレーンノードの Pod が ImagePullBackOff になることがありました ({source})。これはクラスタ自身によるもので、ミラーのせいではありません。"
    next = "その時刻にそのような変更が行われていたか確認してください。修正されたバージョンは mirrorctl releases が示します。"

    [MIR0895]
    title = "可能性: ノードにすでにあるイメージを kubelet がもう一度要求した"
    cause = "{when}: kubelet は、すでにあるイメージを Pod が使ってよいかを確認し、認証情報が異なる Pod のためにもう一度 pull することがあります ({source})。その場合、pull は kubelet の要求によるもので、ミラーのせいではありません。"
    next = "ノードの crictl images でイメージがあるか確認できます。同じ imagePullSecrets の Pod は新たな pull を必要としません。"

    [releases.change]
    imageRecheck = "ノードにすでにあるイメージを誰が使ってよいかを kubelet が確認し、もう一度 pull することがあります"
    """
