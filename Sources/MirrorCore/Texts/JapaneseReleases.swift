/// リリースと、containerd の版による違い。
let japaneseReleases = """
    [releases]
    one = "GDC {release}"
    several = "GDC {first}〜{last}"
    unknown = "{version} はここで知られているリリースにありません。知られている最新の {newest} として扱います。"
    unknownRelease = "未知のため {newest} として扱います"
    read = "情報の確認日: {day}。その日のサポート対象: {first}〜{last}。"
    column.release = "GDC"
    column.containerd = "containerd"
    column.files = "ノード上のミラー"
    column.header = "ユーザー クラスタのヘッダー"
    changes = "修正または追加と、それを含む最初のバージョン:"

    [releases.basis]
    published = "公開"
    inferred = "推定"
    unpublished = "非公開"

    [releases.header]
    creation = "作成時のみ"
    update = "更新時も"

    [releases.change]
    hostsOnlyChange = "hosts だけの変更もノードに届く"
    quietUpdate = "bmctl update cluster に --quiet がある"
    cloudOperationsKey = "ユーザー クラスタのヘッダーに cloudOperationsServiceAccountKeyPath があっても bmctl update cluster が動く"
    oneMirrorDown = "一つのミラーが止まっていても到達性チェックが失敗しない"
    healthCheckJob = "定期ヘルスチェックが構成の変更に追従する"
    skipUpgrade = "bmctl がマイナー リリースを一つ飛ばして一回の操作でアップグレードできる（1.33 はプレビュー）"
    workloadIdentity = "ミラーと Workload Identity の併用でも containerd が安定する（アノテーション baremetal.cluster.gke.io/enable-gcr-image-credential-refresh: \\"false\\" が必要）"
    concurrentTasks = "一つのノードの作業は順番に行われ、途中で containerd が再起動されない"
    certificateRotation = "コントロール プレーンの証明書や etcd 暗号化の更新で ImagePullBackOff にならない"
    clusterCARotation = "自己管理クラスタ自身の CA を更新できる"

    [engine]
    title = "containerd {older} と違い、{newer} は:"
    transferService = "転送サービスで取得する（config.toml に registry の表など CRI 自身の方式を保つ設定がある場合を除く）。config_path は一つのフォルダとみなし、リストとして扱わない"
    tokenServerHeaders = "ホストのヘッダーをトークン サーバーにも送る"
    serverErrorRetries = "最後のホストには 500、503、504 の後にもう一度尋ねる"
    transportRetries = "最後のホストには接続の切断やタイムアウトの後、最大 5 回尋ねる"
    userAgent = "ホストのヘッダーに User-Agent があれば自分のものは送らない"
    noSchema1 = "schema 1 のイメージは取得しない"
    dialTimeout = "dial_timeout を読む"
    referrers = "capabilities の referrers を知っている"
    headerTimeout = "要求を受け取って 30 秒黙るホストをあきらめる"
    manifestStatus = "ステータスを見てから応答をマニフェストとして扱う"
    forbiddenBody = "403 に付いた理由を読む"
    blobsAfterStatus = "ホストがマニフェストとして拒んだダイジェストを blob としても尋ねる"
    requestInErrors = "取得のエラーに要求を書く"
    """
