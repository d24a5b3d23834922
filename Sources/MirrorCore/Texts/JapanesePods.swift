/// Nodes that are reached through a pod, in Japanese.
let japanesePods = """
    [pods]
    cluster = "クラスタ"
    others = "… ほか {count} 個 (違いは name と nodeName だけです)"
    canary = "… ほかに、カナリアをイメージとする Pod が 1 個。権限もマウントも持たず、pull されると終了します。"
    summary = "Pod {count} 個を名前空間 {namespace} の {nodes} に作成します。ノードを読む Pod は root で動作し、ノードのファイル (読み取り専用)、プロセス、ネットワークが見えます。どれも仕事が終わりしだい (Ctrl-C の後も) 削除され、起動から {seconds} 秒後には自動的に終了します。"
    ask = "名前空間 {namespace} に Pod を {count} 個作成しますか? [y/N] "
    needsYes = "標準入力が端末ではないため確認できません。--yes を指定してください。"
    notCreated = "何も作成していません。"
    found = "名前空間 {namespace} に、mirrorctl の別の実行による Pod があります。実行中のものは使用中の可能性があり、それ以外は残されたものです。実行ごとに削除するには:"
    line = "{node} の {name}: {phase}、作成 {created}"
    left = "クラスタに Pod が残っている可能性があります ({names})。自動的に終了しますが、次のコマンドで削除できます: {command}"
    none = "名前空間 {namespace} に mirrorctl の Pod はありません。"
    inUse = "実行中のものは、別の mirrorctl が使用している可能性があります。"
    askDelete = "名前空間 {namespace} のこの Pod {count} 個を削除しますか? [y/N] "
    notDeleted = "何も削除していません。"
    deleted = "名前空間 {namespace} の Pod {count} 個を削除しています。"
    notCleaned = "kubectl で確認または削除ができませんでした: {words}"
    notAsked = "問い合わせていません。ノード上の Pod がそこへの接続を開けませんでした"

    [command]
    "pods.via" = "SSH を使わず、確認のうえ kubectl で各ノードに短時間の Pod を作成して調べます。--node も --cluster-config もなければ、クラスタのすべてのノードが対象です。"
    "pods.kubeconfig" = "--via kubectl 用: ノードが属するクラスタのログイン。省略すると kubectl の既定です。"
    "pods.context" = "--via kubectl 用: kubeconfig のコンテキスト。"
    "pods.image" = "--via kubectl 用: Pod のイメージ。ノードが pull でき、sh、sleep、chroot があり、--live には nc も必要です (BusyBox など)。"
    "pods.podNamespace" = "--via kubectl 用: Pod を作成する名前空間。省略すると default です。"
    "pods.yes" = "確認せずに Pod を作成します。"
    "pods.clean" = "--via kubectl とともに: 以前の実行が名前空間に残した Pod を、確認のうえ削除します。"
    "pods.withoutVia" = "--kubeconfig、--context、--image、--pod-namespace、--yes は --via kubectl とともに指定します。"
    "pods.needsImage" = "--via kubectl には --image が必要です。ノードが pull でき、sh、sleep、chroot があるイメージを指定してください。"
    "pods.badImage" = "{image} はイメージではありません: {reason}"
    "pods.badNamespace" = "{namespace} は名前空間ではありません。"
    "pods.invalidSources" = "--via kubectl は --node か --cluster-config とともに、または単独で指定し、--clean はそれとともに指定します。--root、--reports、--report-script、--ssh-config、既存のバンドルとは併用できません。"
    "pods.invalidWhy" = "--via kubectl には --node (ノードの名前または InternalIP) が必要で、--ssh-config とは併用できません。"

    [MIR0835]
    title = "{node} はこのクラスタのノードではありません"
    cause = "kubectl でクラスタのノードを調べましたが、この名前または InternalIP のノードがありません。別のクラスタに属しているか、別の名前であるか、すでに外されています。"
    next = "`kubectl get nodes -o wide` と比べてください。ユーザー クラスタのノードは管理クラスタではなく、そのクラスタ自身の kubeconfig にあります。--kubeconfig と --context で選びます。"

    [MIR0836]
    title = "kubectl で {node} についてクラスタに問い合わせられません"
    cause = "kubectl がインストールされていないか、kubeconfig がないか、API サーバーから応答がありません。"
    next = "同じ --kubeconfig と --context で `kubectl get nodes` を実行し、その内容に従ってください。"

    [MIR0837]
    title = "このログインには {node} を読むための権限がありません"
    cause = "API サーバーが拒否しました。不足している権限は上の言葉にあります。必要な権限: nodes の list、pods の create、get、list、delete、pods/exec の create と get。"
    next = "権限のある --kubeconfig を指定するか、SSH でノードを読んでください。docs/nodes.md に、必要な権限だけの Role があります。"

    [MIR0838]
    title = "名前空間 {namespace} では {node} が見える Pod を作成できません"
    cause = "Pod Security アドミッションが、ホストのネットワーク、プロセス、ファイルを拒否しています。許可されるのはレベル `privileged` だけです。"
    next = "--pod-namespace でそのレベルの名前空間を選ぶか、ラベルを付けてください: kubectl label namespace {namespace} pod-security.kubernetes.io/enforce=privileged"

    [MIR0839]
    title = "クラスタが {node} 用の Pod を拒否しています"
    cause = "アドミッションのルール (割り当て、Webhook、ポリシー) が拒否したか、名前空間 {namespace} が存在しません。"
    next = "上の言葉に従ってください。--pod-namespace で別の名前空間を選べます。"

    [MIR0840]
    title = "{node} がイメージ {image} を取得できません"
    cause = "ノードを読む Pod に必要なイメージを kubelet が pull できませんでした。ミラーにないか、ノードがミラーから pull していません。後者は、調べている問題そのものかもしれません。"
    next = "ノードが pull する名前でミラーに push するか、ノードにすでにあるイメージを --image に指定してください。`mirrorctl why {image}` で、問い合わせ先がわかります。"

    [MIR0841]
    title = "{node} の Pod が起動しません"
    cause = "ノードが時間内に起動しなかったか、拒否しました。Ready でないノードは Pod を起動しません。ノードのファイルについては何もわかりません。"
    next = "`kubectl describe node` と上の言葉を確認してください。--deadline で待ち時間を延ばせます。"

    [MIR0842]
    title = "{node} の Pod がなくなりました"
    cause = "応答する前に、誰かが削除したか、ノードが退避させたか、時間切れになりました。"
    next = "もう一度実行してください。何が終了させたかは `kubectl get events` でわかります。"

    [MIR0843]
    title = "このログインでは {node} の Pod で何も実行できません"
    cause = "名前空間 {namespace} の pods/exec の権限がありません。Pod は削除し、何も読んでいません。"
    next = "pods/exec の create と get を許可する (docs/nodes.md) か、SSH でノードを読んでください。"

    [MIR0844]
    title = "{node} の Pod で何も実行できませんでした"
    cause = "kubectl exec が応答なしに終了しました。イメージに sh か chroot がない、ノードに /bin/sh がない、API サーバーが kubelet に接続できない、または途中で切れたことが考えられます。"
    next = "上の言葉に従ってください。BusyBox のイメージには必要なものがすべてあります。"

    [MIR0845]
    title = "{node} からは何も問い合わせていません。イメージ {image} は接続を開けません"
    cause = "nc がないか、接続の成立を知らせない nc です。ノードのファイルは読み取りました。"
    next = "nc のあるイメージ (BusyBox など) を --image に指定してください。"
    """
