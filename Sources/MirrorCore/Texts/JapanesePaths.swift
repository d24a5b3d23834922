/// Where a registry and its images are, and which product it is, in Japanese.
let japanesePaths = """
    [MIR0330]
    title = "レジストリにプロジェクト {project} がありません"
    cause = "プロジェクトが存在しないと、レジストリ自身が答えています。ログインの問題ではありません。"
    next = "プロジェクト {project} を作成するか、既存のプロジェクトの名前空間を入力してください。"

    [MIR0410]
    title = "エンドポイントのパスに /v2 がありません"
    cause = "{typed}: ノードはパスをそのまま使って {asked} に問い合わせますが、そこにレジストリはありません ({seen})。その後、何も知らせずに元のレジストリから pull します。"
    next = "{fixed} と入力してください"

    [MIR0411]
    title = "エンドポイントに /v2 が 2 回あります"
    cause = "{typed}: ノードは {asked} に問い合わせます ({seen})。そこにイメージはありません。"
    next = "{fixed} と入力してください"

    [MIR0412]
    title = "エンドポイントに余分なスラッシュがあります"
    cause = "{typed}: containerd 1.x はスラッシュを残したまま {asked} に問い合わせます ({seen})。bmctl などのクライアントはスラッシュなしで書きます。"
    next = "{fixed} と入力してください"

    [MIR0413]
    title = "エンドポイントが /v2 で終わっています"
    cause = "{typed}: GDC では名前空間の前にだけ /v2 を書きます。名前空間がなければ、エンドポイントはアドレスだけです。"
    next = "{fixed} と入力してください"

    [MIR0414]
    title = "レジストリは別のパスの下にあります: {found}"
    cause = "{hostAndPort} の /v2/ はレジストリではなく、{found} がレジストリです。ノードは {endpoint}/v2/ の下だけに問い合わせます。名前空間の位置は /v2 の前ではなく後ろです。"
    next = "手前のプロキシで /v2/ をそこへ転送するか、レジストリに専用のポートか名前を与えてください。"

    [product]
    line = "レジストリ: {name} ({evidence})"
    harbor = "Harbor"
    "harbor.needs" = "名前空間の先頭はプロジェクトで、push の前に作成しておく必要があります。プロジェクトのロボットアカウントには pull の権限、イメージの登録には push の権限が必要です。"
    quay = "Quay"
    "quay.needs" = "push の前に組織を作成しておく必要があり、バージョンによってはリポジトリも必要です。ロボットアカウント (ORGANIZATION+NAME という名前) を使ってください。"
    nexus = "Nexus"
    "nexus.needs" = "Docker リポジトリごとに専用のポート (コネクタ) か、パスによるルーティングが必要です。hosted リポジトリは再デプロイを許可し、ログインなしの pull には Docker Bearer Token レルムが必要です。"
    artifactory = "Artifactory"
    "artifactory.needs" = "リポジトリごとにポートや名前がない場合、名前空間の先頭はリポジトリキーです。イメージの登録には Deploy の権限が必要です。"
    zot = "zot"
    "zot.needs" = "リポジトリは push で作られます。どのパスを誰が読み、作成できるかは accessControl で決まります。"
    distribution = "distribution (docker-registry) またはその互換製品"
    "distribution.needs" = "リポジトリは push で作られます。プロキシの後ろでは Host と X-Forwarded-Proto を伝え、リクエストの大きさを制限しないでください。"
    """
