/// 何をどこに置けるか: レジストリ ホストとフォルダ、ノードにないファイル、オプションとその場所。
let japanesePlaces = """
    [convert]
    deadKey = "{place}: {entry} はどの pull からも参照されないため、何も書き出していません: {reason}。"
    otherKey = "{place}: {entry} については何も書き出していません: {reason}。"
    otherKeyMeant = "{place}: {entry} については何も書き出していません: {reason}。使うには: {remedy}"
    deadKeyMeant = "{place}: {entry} はどの pull からも参照されないため、何も書き出していません: {reason}。使うには: {remedy}"
    proof = "containerd {version} で比較した {count} 個のレジストリ ホストの試行は前後で同じです: {hosts}"
    nothingProven = "containerd {version} で、前後の試行が同じと確かめられたレジストリ ホストはありません。"

    noFile = "{file} がここにないため、containerd は既定値で動きます。変換するものはありません。"

    [containerdConfig]
    notThere = "--config が指定する {file} がありません"

    [why]
    noConfig = "起動時に指定されるファイルがここにないため、containerd {version} の問い合わせ先はわかりません。"
    versionAssumed = "containerd のバージョンがわからず、推定に使う構成ファイルもありません。{version} と仮定します。--containerd-version で指定してください。"

    [node]
    "origin.assumed" = "仮定"
    configDefault = "構成: {files} がここにないため、containerd の既定値で判定します"

    [MIR0715]
    title = "{file} がここにありません: containerd の既定値で判定します"
    cause = "containerd は既定の場所にファイルがなくても起動し、すべての設定が既定値になります。コピーされなかったのか、ノードにないのかは、ここからは区別できません。"
    next = "ノードにファイルがあるか確認してください。コピーしたツリーには、そのファイルと import 先が必要です。"

    [MIR0716]
    title = "containerd は {file} を指定して起動されますが、ここにありません"
    cause = "ユニットの ExecStart がこのファイルを指定しています。ノードになければ containerd は起動しません。コピーしたツリーに足りないだけのこともあります。"
    next = "ファイルと import 先をツリーにコピーしてください。ノードにもなければ、作成するか、ユニットから --config を外してください。"

    [MIR0828]
    title = "{node} に containerd のものがありません"
    cause = "/etc/containerd もユニット containerd.service もありません。ここで述べるのは containerd の既定値の動作であり、ノードについてではありません。"
    next = "ノードの etc を含むフォルダを指定するか、/etc/containerd、/etc/systemd/system と、それらが指すファイルをコピーしてください。"

    [MIR0829]
    title = "containerd のユニットは {file} から変数を読みますが、ここにありません"
    cause = "これがないと、{node} の containerd のプロキシや、ほかに何を指定して起動されるかはわかりません。名前の前に - がないため、ファイルのないノードではユニットが起動しません。"
    next = "ファイルをツリーにコピーするか、ノードにあるか確認してください。"

    [hostKey]
    empty = "空です"
    control = "制御文字を含みます"
    blank = "空白を含みます"
    scheme = "URL です。レジストリ ホストにスキームはありません"
    path = "スラッシュを含みます。レジストリ ホストにパスはありません"
    dots = "ドットだけです"
    pattern = "containerd はホスト名のパターンを知りません。意味を持つのは単独の * だけです"
    tooLong = "ファイル名の上限である 255 バイトを超えています"
    dockerHub = "containerd は Docker Hub のイメージを docker.io でのみ探します"
    hubPath = "ドットもポートもないため、{key}/ で始まるイメージは Docker Hub のものです"
    upperCase = "containerd は 1 文字ずつ比較するため、ホストを {key} と書くイメージにしか効きません。{fixed} のイメージには使われません"
    notAHost = "このようなホストを指定できるイメージはありません"

    [issue]
    "host.hubPath" = "{host} にはドットもポートもありません。{host}/ で始まるイメージは Docker Hub のもので、この項目を参照するノードはありません。"
    "host.hubPath.fix" = "{host}.example.com や {host}:5000 のように、イメージが指定するとおりに入力してください。Docker Hub なら docker.io です"

    "place.caCertPath" = "{text}: クラスタの spec はこのワークステーションのファイルを指定できないため、ミラーの CA がなくなります。"
    "place.caCertPath.fix" = "CA を管理クラスタの Secret に入れて指定してください: --ca-cert-secret NAMESPACE/NAME (一覧では caCertSecretRef)"
    "place.pullCredentialConfigPath" = "{text}: クラスタの spec はこのワークステーションのファイルを指定できないため、ミラーに認証情報なしで問い合わせることになります。"
    "place.pullCredentialConfigPath.fix" = "認証情報を管理クラスタの Secret に入れて指定してください: --pull-credential-secret NAMESPACE/NAME (一覧では pullCredentialSecretRef)"
    "place.caCertSecret" = "{text}: ヘッダーが指定するのはこのワークステーションのファイルで、Secret ではないため、ミラーの CA がなくなります。"
    "place.caCertSecret.fix" = "ファイルを指定してください: --ca-cert-path PATH (一覧では caCertPath)。Secret は bmctl が作ります"
    "place.pullCredentialSecret" = "{text}: ヘッダーが指定するのはこのワークステーションのファイルで、Secret ではないため、ミラーに認証情報なしで問い合わせることになります。"
    "place.pullCredentialSecret.fix" = "ファイルを指定してください: --pull-credential-config-path PATH (一覧では pullCredentialConfigPath)。Secret は bmctl が作ります"

    [concern]
    "unread.caCertPath" = "{endpoint}: caCertPath ({text}) が spec にありますが、そこでは読まれません。ノードに CA は渡りません。"
    "unread.pullCredentialConfigPath" = "{endpoint}: pullCredentialConfigPath ({text}) が spec にありますが、そこでは読まれません。ノードに認証情報は渡りません。"
    "unread.caCertSecret" = "{endpoint}: caCertSecretRef ({text}) がヘッダーにありますが、そこでは読まれません。ノードに CA は渡りません。"
    "unread.pullCredentialSecret" = "{endpoint}: pullCredentialSecretRef ({text}) がヘッダーにありますが、そこでは読まれません。ノードに認証情報は渡りません。"
    "unwritten.caCertPath" = "{endpoint}: {text} はプローブ専用です。spec はファイルを指定できず、Secret がなければノードに CA は渡りません。"
    "unwritten.pullCredentialConfigPath" = "{endpoint}: {text} はプローブ専用です。spec はファイルを指定できず、Secret がなければノードに認証情報はありません。"
    "unwritten.caCertSecret" = "{endpoint}: Secret {text} は書き込まれません。ヘッダーが指定するのはファイルで、なければノードに CA は渡りません。"
    "unwritten.pullCredentialSecret" = "{endpoint}: Secret {text} は書き込まれません。ヘッダーが指定するのはファイルで、なければノードに認証情報はありません。"

    [concern.fix]
    "unread.caCertPath" = "代わりに Secret を指定してください: caCertSecretRef。"
    "unread.pullCredentialConfigPath" = "代わりに Secret を指定してください: pullCredentialSecretRef。"
    "unread.caCertSecret" = "代わりにファイルを指定してください: caCertPath。"
    "unread.pullCredentialSecret" = "代わりにファイルを指定してください: pullCredentialConfigPath。"
    "unwritten.caCertPath" = "ミラーの証明書が公的な CA のものでなければ、CA の Secret を指定してください。"
    "unwritten.pullCredentialConfigPath" = "ミラーに認証が必要なら、認証情報の Secret を指定してください。"
    "unwritten.caCertSecret" = "ミラーの証明書が公的な CA のものでなければ、CA のファイルを指定してください。"
    "unwritten.pullCredentialSecret" = "ミラーに認証が必要なら、認証情報のファイルを指定してください。"

    [cluster]
    unusableName = "{name} はクラスタの名前ではありません (小文字、数字、-、ドット)。プログラムがパスやオプションとして扱うおそれがあります。"

    [listEdit]
    unusableKey = "{line} 行目: {key} はミラーのキーでないか、必要な形になっていません。"
    unusableList = "書き込めない部分があるため、一覧からは何も取り込んでいません。これらのキーを直すか取り除いてください。"

    [command]
    "probe.namespaceOfFile" = "--namespace はエンドポイントと使います。クラスタ構成ファイルではミラーごとに指定されています。"
    "probe.replaced" = "{endpoint} にはクラスタ構成ファイルが {path} を指定しているため、{option} は使われません。省くか、エンドポイントを直接プローブしてください。"
    outsideFolder = "{path} は {folder} の外になります。何も書き込んでいません。"
    linkInFolder = "{path} はリンクで、書き込むと別の場所になります。何も書き込んでいません。リンクを含まないフォルダを指定してください。"
    """
