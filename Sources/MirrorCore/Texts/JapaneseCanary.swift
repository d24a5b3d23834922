/// The proof of origin, in Japanese.
let japaneseCanary = """
    [canary.step]
    push = "ミラーへの push"
    pull = "ノードでの pull"
    compare = "ダイジェストの比較"
    removeFromNode = "ノードからの削除"
    removeFromMirror = "ミラーからの削除"

    [canary.outcome]
    done = "完了"
    failed = "失敗"
    skipped = "不要"

    [canary.verdict]
    proven = "証明されました: ノードは CRI で {image} を pull し、それは先ほど {mirror} に push したものです。名前には 128 ビットの乱数があり、ミラー以外が提供することはできません。"
    provenByCtr = "certs.d について証明されました: ctr は、128 ビットの乱数の名前で先ほど {mirror} に push した {image} を pull しました。ctr は certs.d を読みますが、config.toml の mirrors は読みません。kubelet の pull については CRI でだけ証明できます。"
    notPushed = "canary を {mirror} に push できませんでした。何も証明されていません。"
    notPulled = "ノードは {image} を {mirror} から pull しませんでした。{registryHost} のイメージにこのミラーを使っていないか、使えません。"
    notPulledByCtr = "ctr は {image} を {mirror} から pull しませんでした。ctr は certs.d を読みますが、config.toml の mirrors は読みません。mirrors を使うノードではこの結果は何も示さないため、crictl または CRI のソケット (root でのログイン) で pull する必要があります。"
    interrupted = "中断されました。何も証明されていません。push または pull したものは削除されます。"

    [MIR0871]
    title = "canary を {host} に push できませんでした"
    cause = "ミラーがアップロードを拒否したか、届きませんでした。ログインには {repository} の下に push する権限が必要です。"
    next = "理由は mirrorctl probe で分かります。push できるログインを --docker-config で指定します。"

    [MIR0872]
    title = "ノードが canary を pull しませんでした"
    cause = "イメージは {repository} にあります。ノードは別の場所に問い合わせたか、拒否されたか、ミラーに届かないか検証できないか、ノード自体で失敗しました。ノードの言葉は証拠の欄にあります。"
    next = "ノードでの mirrorctl why {image} で、問い合わせ先と、ミラーが使われない理由が分かります。"

    [MIR0873]
    title = "ノードが canary の名前で別のイメージを持っています"
    cause = "ダイジェストが push したものと異なります。ノードとミラーの間の何かが内容を変えているか、代わりに応答しています。"
    next = "{host} の前にあるプロキシや別のミラーを確認します。"

    [MIR0874]
    title = "canary がノードに残っています"
    cause = "{image} を削除できませんでした。大きさは数百バイトで、kubelet のイメージのガベージ コレクションが、空きが必要になったときに削除します。"
    next = "手動で削除します: crictl rmi {image}"

    [MIR0875]
    title = "canary がミラーに残っています"
    cause = "レジストリがマニフェストの削除を許可していないか、ログインに権限がありません。イメージは数百バイトです。"
    next = "レジストリの方法で {repository} を削除するか、そのままにします。"

    [command]
    "canary.abstract" = "ノードがミラーから pull することを証明します。推測できない小さなイメージを push し、ノードで pull し、両方を削除します。"
    "canary.discussion" = "ミラーとノードに書き込み、Ctrl-C の後でも両方を元に戻します。終了コード 0: 証明された。1: ノードが pull しなかった。130: 中断。pull には crictl、なければログインが開ける場合 (root) は CRI のソケット、なければ ctr を使います。ctr は certs.d だけを証明します。--node を指定すると、これらはすべて 1 本の SSH 接続でノード上で行われ、push だけがこのマシンから行われます。"
    "canary.endpoint" = "クラスタ構成に書くミラー: https://ADDRESS:PORT[/v2/NAMESPACE]。"
    "canary.host" = "ミラー対象の公開レジストリ。canary の名前はその下になります。"
    "canary.caCert" = "push に使う、ミラーの証明書の CA。"
    "canary.dockerConfig" = "push できるログインを持つ Docker の config.json。"
    "canary.node" = "お使いの OpenSSH クライアントで、そのノードで pull します。指定しなければこのマシンで pull します。"
    "canary.sshConfig" = "自分の ssh 構成の代わりに使うファイル。"
    "canary.via" = "pull に使うもの。既定では使える中で最良のもの。"
    "canary.socket" = "ノードの containerd のソケット。"
    "canary.hostsDir" = "ctr が読む certs.d。"
    "canary.deadline" = "pull の秒数。"
    "canary.invalid" = "期限は 1 から 3600、ノードは [user@]host としてください。"
    """
