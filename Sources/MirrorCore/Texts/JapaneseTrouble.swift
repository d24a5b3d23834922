/// The wizard's troubleshooting track, in Japanese.
let japaneseTrouble = """
    [track]
    mirror = "ミラー"
    trouble = "トラブルシューティング"

    [step]
    "nodes.title" = "ノード"
    "nodes.intro" = "pull を調べるノードを選びます。"
    "nodes.help" = "このマシン、またはクラスタ構成ファイルのノードです。ノードへはお使いの OpenSSH クライアントで問い合わせます。何もインストールせず、何も変更しません。同じ文字のノードは、どのイメージでも同じように動作します。"
    "pull.title" = "Pull"
    "pull.intro" = "イメージがどこから、なぜ pull されるか。"
    "pull.help" = "containerd が問い合わせるすべてのホストを順に、ノードのファイルの行とともに示します。Enter で実際に問い合わせます。F5 で最初の問題を直す項目に移ります。"

    [field]
    "askNodes.label" = "すべてのノードに問い合わせる"
    "troubleImage.label" = "イメージ"
    "troubleImage.placeholder" = "docker.io/library/nginx:1.25"
    "troubleImage.hint" = "Pod に書かれているとおり"
    "troubleImage.help" = "Pod に書かれているイメージ参照です。レジストリがなければ docker.io、タグがなければ latest になります。"

    [key]
    track = "切替"
    chooseNode = "選択"
    askNodes = "問い合わせ"
    askLive = "実行"

    [help]
    "key.track" = "F6                次のトラック: ミラー、pull のトラブルシューティング、パッケージの push、アップグレード"

    [nodes]
    here = "このマシン"
    noFile = "最初のステップ (F6) でクラスタ構成ファイルを指定すると、そのノードを選べます。"
    progress = "{all} ノード中 {done} に問い合わせ済み: 正常 {good}、エラーあり {wrong}"
    asking = "問い合わせ中…"
    maintenance = "メンテナンス中"
    good = "このノードに問題はありません。"

    [pull]
    noImage = "イメージを入力してください。"
    reading = "ノードのファイルを読んでいます…"
    waiting = "ノードのファイルを取得しています…"
    headingGuessed = "containerd {version} (推定) の {mode} が pull する {image}"
    asks = "問い合わせ先"
    answer = "応答"
    thenLive = "その結果"
    then = "404 のとき"
    skipped = "レイヤのみ"
    taken = "ここから pull"
    log = "ノードのログ: {verdict}"
    good = "最初にミラーに問い合わせます。問題はありません。"
    notReported = "このノードにはまだ問い合わせていません。"

    [command]
    "wizard.troubleshoot" = "ノードがミラーから pull しない理由を調べるところから始めます。"
    """
