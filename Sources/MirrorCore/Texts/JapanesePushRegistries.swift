/// レジストリごとの違い。
let japanesePushRegistries = """
    [push]
    "differs.digestSaid" = "マニフェスト {reference} のダイジェスト (ヘッダでは {said})"
    "differs.mediaTypeSaid" = "マニフェスト {reference} の形式 {expected} (ヘッダでは {said})"
    unsendable = "リクエストに入る文字列 ({part}) に制御文字があるため、送信しませんでした。"

    [MIR0609]
    title = "レジストリへの 1 回のリクエストは {refused} 未満に制限されています"
    cause = "{taken} は受け付け、{refused} はステータス {status} で拒否します (応答元: {server})。`push images` はより小さいリクエストで送るため成功します。1 つのレイヤーを 1 回で送るクライアントは失敗します。"
    next = "`push images` では何もする必要はありません。ほかのクライアントのためには、レジストリの手前のプロキシで /v2/ の制限を外してください。nginx の場合: client_max_body_size 0;"

    [MIR0610]
    title = "レジストリがアップロード先として別のアドレスを示します"
    cause = "{endpoint} に問い合わせましたが、アップロード先として {location} が返りました。それでもアップロードは成功しました。`push images` は、ホストが同じなら指定されたアドレスを使い続け、別のホストには HTTPS でのみ、ログインを渡さずに従います。ほかのクライアントは示されたアドレスに従うことがあります。"
    next = "`push images` では何もする必要はありません。ほかのクライアントのためには、プロキシで Host と X-Forwarded-Proto を渡すか、レジストリに外部 URL を設定してください。"

    [MIR0926]
    title = "レジストリはこの形式のマニフェストを受け付けません"
    cause = "{step} に {status} が返りました: {words}"
    next = "パッケージのマニフェストは固有のダイジェストを持つため、そのまま送られます。OCI 形式だけを受け付けるレジストリは、Docker 形式も受け付けるように設定するか (zot: http.compat に docker2s2)、イメージを OCI 形式にコピーしてください。ダイジェストは変わります: skopeo copy --format oci。"

    [MIR0927]
    title = "レジストリがマニフェストに誤ったダイジェストを付けています"
    cause = "マニフェスト {reference} は送ったとおりに返りましたが、ヘッダ Docker-Content-Digest は {said} です。containerd はこのヘッダに従い、そこで失敗します。sha256: と 64 桁の 16 進数が必要です。"
    next = "このヘッダを設定または変更しているもの (レジストリ、または手前のプロキシ) を調べてください。正しい値になるか、なくなるまで、プルは失敗します。"

    [MIR0928]
    title = "レジストリがマニフェストに別のメディアタイプを付けています"
    cause = "マニフェスト {reference} は {expected} として送りましたが、Content-Type {said} で返ります。containerd はこのヘッダに従います。"
    next = "Content-Type を変えているもの (手前のプロキシ、または種類を保存しないストア) を調べてください。"

    [MIR0933]
    title = "レジストリの応答が終わりません"
    cause = "{step} への応答は始まりましたが、10 秒間にわたり毎秒 128 バイトも届きませんでした: {words}。"
    next = "レジストリと手前のプロキシを調べてください。どちらかが応答を滞らせています。その後、同じコマンドをもう一度実行してください。"

    [MIR0934]
    title = "レジストリはこの大きさのリクエストを受け付けません"
    cause = "{step} に {status} が返りました: {words}。レイヤーは 64 KiB まで、だんだん小さいリクエストで試しました。"
    next = "レジストリまたは手前のプロキシの制限を上げてください (nginx: client_max_body_size 0)。"

    [MIR0935]
    title = "{images} 個のイメージは OCI 形式で送られました"
    cause = "レジストリは Docker のメディアタイプのマニフェストを拒否し、OCI のものを受け付けました。config とレイヤーは同じバイト列です。イメージのダイジェストはここに示すものです。"
    next = "タグでプルする場合は何も必要ありません。ダイジェストでプルする場合は、新しいものを使ってください。"
    """
