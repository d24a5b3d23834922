/// What a rehearsed push finds, in Japanese.
let japaneseRehearsal = """
    [MIR0601]
    title = "このログインでは {repository} へ push できません"
    cause = "ユーザー {username} の認証情報を送りましたが、レジストリはアップロードの開始を拒否しました。push の権限がないか、プロジェクトが存在しません。"
    next = "ユーザーまたはプロジェクトのロボットアカウントに push の権限を与えてください。ノードに必要なのは pull の権限だけなので、アカウントは 2 つに分けるほうが安全です。"

    [MIR0602]
    title = "push にはログインが必要ですが、何も送っていません"
    cause = "レジストリは、認証されていない相手が {repository} でアップロードを始めることを拒否します。{hostAndPort} 用の認証情報が指定されていないため、何も送っていません。"
    next = "push できるエントリ {hostAndPort} を含む Docker の config.json を指定してください。"

    [MIR0603]
    title = "レジストリは push を受け付けません"
    cause = "{repository} でのアップロードの開始自体が許可されていません。レジストリが読み取り専用かメンテナンス中、または手前のプロキシが GET と HEAD しか通しません。"
    next = "メンテナンスを終了するか、プロキシで /v2/ 以下の POST、PATCH、PUT、DELETE を許可してください。"

    [MIR0604]
    title = "push 先のプロジェクト {project} がありません"
    cause = "{repository} でアップロードを始めると、レジストリは 404 を返します。Harbor や Quay では、プロジェクトや組織を先に作る必要があります。"
    next = "レジストリにプロジェクト {project} を作成するか、既存のプロジェクトの名前空間を入力してください。"

    [MIR0605]
    title = "レジストリへの 1 回のリクエストは {refused} 未満に制限されています"
    cause = "{taken} は受け付け、{refused} はステータス {status} で拒否します (応答元: {server})。`push images` は 1 回のリクエストを 64 KiB まで小さくしますが、それも拒否されました。"
    next = "レジストリの手前のプロキシで、/v2/ の制限を外してください。nginx の場合: client_max_body_size 0;"

    [MIR0606]
    title = "レジストリはアップロードを別のアドレスへ送らせます"
    cause = "{endpoint} に問い合わせましたが、アップロード先として {location} が返りました。手前のプロキシが、どのスキームと名前で呼ばれたかをレジストリに伝えていません。push はそこで続けられません。TLS のない別のホストか、送ったものを拒否します。"
    next = "プロキシで Host と X-Forwarded-Proto を渡すか、レジストリに外部 URL を設定してください。"

    [MIR0607]
    title = "試すために始めたアップロードを取り消せませんでした"
    cause = "レジストリは {repository} のアップロードを破棄しませんでした。大きさは数 MiB までで、どのイメージにも属しません。レジストリはこのような残りを数日後に自動で削除します。"
    next = "そのままでかまいません。気になる場合はレジストリ側で削除してください。削除に delete の権限が必要なものもあります。"

    [MIR0608]
    title = "試しのアップロードは成功しませんでした"
    cause = "アップロードの開始または送信の結果: {seen}。"
    next = "レジストリと手前のプロキシのログで、この時刻の記録を調べてください。`push images` は、一時的かもしれないもの (408、429、5xx、切断) を約 1 分間試し直します。"

    [probe]
    "phase.push" = "push"

    [rehearsal]
    accepted = "{repository} へのアップロードは受け付けられ、取り消しました"

    [command]
    "probe.rehearsePush" = "アップロードを始め、受け付ける大きさを試してから取り消します。push が何に出会うかが分かります。"
    """
