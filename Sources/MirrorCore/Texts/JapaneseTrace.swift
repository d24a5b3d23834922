/// What a log of containerd shows about a pull, in Japanese.
let japaneseTrace = """
    [trace]
    heading = "ログに見える {image} (pull は {count} 回、最後のものを判定します)"
    headingOnce = "ログに見える {image}"
    attempt = "{number}. {host}: "
    line = "{line} 行"
    unlogged = "最後のエラーにだけ現れる"
    podEvent = "Pod のイベントの表示:"
    madeEvent = "Pod のイベントに出る内容:"
    nothing = "{file} には {image} の pull に関する記録がありません。"
    nothingAtAll = "{file} には pull に関する記録がありません。"
    others = "記録があるイメージ: {images}"

    [trace.then]
    next = "黙って次へ"
    fails = "失敗"
    pulledElsewhere = "次のホストから取得"

    [trace.verdict]
    pulled = "{image} は pull されました。失敗したホストはログにありません。"
    pulledElsewhere = "{image} は pull されましたが、途中で {host} が失敗しました: {what}。"
    unfinished = "ログには pull の開始だけがあり、応答がありません。"
    noEvent = "{host} が失敗しました: {what}。ログは pull の終わりの前で切れています。"
    hostUnknown = "pull が失敗しました: {what}。どのホストかはログから分かりません。"
    shown = "{host} が失敗しました: {what}。Pod のイベントにもそのとおり表示されます。"
    upstream = "レジストリ自身の {host} が失敗しました: {what}。ログにミラーは現れません。"
    hidden = "原因は {host} です: {what}。Pod のイベントに出るのは {shownHost} のほうです: {shown}。"
    hiddenBySummary = "原因は {host} です: {what}。Pod のイベントには次だけが出ます: {shown}。"

    [trace.fault]
    unknownAuthority = "証明書の署名者をノードが信頼していません"
    expired = "証明書の有効期限が切れています"
    notYetValid = "証明書がまだ有効ではありません"
    wrongName = "証明書が別の名前またはアドレスのものです"
    otherCertificate = "証明書が拒否されました"
    tlsVersion = "containerd が拒否する TLS バージョンしか使えません"
    clientCertificate = "クライアント証明書を要求しています"
    tlsRefused = "TLS ハンドシェイクが打ち切られました"
    plainHTTP = "https に平文の http で応答しました"
    notTLS = "応答が TLS ではありません"
    refused = "接続が拒否されました"
    timedOut = "時間内に応答がありません"
    unreachable = "経路がありません"
    reset = "接続がリセットされました"
    closed = "応答せずに接続が閉じられました"
    nameNotResolved = "名前を解決できません"
    noCredential = "ログインが必要ですが、何も送られていません"
    tokenRefused = "トークンサーバーがログインを拒否しました"
    webPage = "イメージの代わりにウェブページが返りました"
    contentMissing = "イメージの一部がありません"
    wrongDigest = "届いた内容がダイジェストと一致しません"
    cutOff = "応答が途中で切れました"
    status = "HTTP {status}"
    notFound = "404、イメージを持っていません"
    nobodyHasIt = "どの問い合わせ先からも得られず、少なくとも一つが 404 です"
    gaveUp = "pull が打ち切られるまで応答がありません"
    stalled = "データが届かなくなりました"
    noSpace = "ノードの空き容量がありません"
    other = "既知のものではないエラー"

    [MIR0851]
    title = "ノードが {host} の証明書を信頼していません"
    cause = "containerd の構成がこのホストに指定する CA ファイルにも、ノード自身の CA ストアにも、署名した CA がないか、サーバーが中間の証明書を送っていません。curl や管理ワークステーションが信頼する CA だけでは足りません。TLS を開くプロキシも自分の証明書を示します。"
    next = "mirrorctl probe https://{host} で署名者と足りないものが分かります。その CA を caCertPath に指定し、ノードにファイルがあるかを mirrorctl node で確認します。"

    [MIR0852]
    title = "{host} の証明書が有効期間外です"
    cause = "証明書、またはそれが連なる証明書が、ノードの時計では期限切れか、まだ有効ではありません。ほかの場所で問題がなければ、ノードの時計が誤っています。"
    next = "証明書を更新するか、ノードの時計を合わせます。ログの行に、ノードが思っている時刻があります。"

    [MIR0853]
    title = "{host} の証明書に、問い合わせたアドレスがありません"
    cause = "ノードが問い合わせるアドレスは subjectAltName に必要です。IP アドレスの場合は IP の項目として必要です。"
    next = "証明書にある名前を endpoint にするか、このアドレスを含めて発行し直します。ミラーの証明書でなければ、別のものが応答しています。"

    [MIR0854]
    title = "{host} との TLS が失敗します"
    cause = "ハンドシェイクが成立しないか、まれな理由で証明書が拒否されています。理由は containerd の言葉にあります。"
    next = "mirrorctl probe https://{host} で段階と理由が分かります。"

    [MIR0855]
    title = "{host} はクライアント証明書、または別のものを求めています"
    cause = "ハンドシェイクが打ち切られたか、400 の本文にそう書かれています。GDC の registryMirrors にクライアント証明書の項目はありません。"
    next = "証明書なしでノードを通し (専用のネットワークまたはログイン)、もう一度確認します: mirrorctl probe https://{host}"

    [MIR0856]
    title = "{host} で http と https が食い違っています"
    cause = "片方だけが TLS を使っています。ポートがもう一方のプロトコルのものか、途中のものが応答しています。"
    next = "mirrorctl probe でポートのプロトコルを確認し、そのとおりに endpoint を書きます。"

    [MIR0857]
    title = "ノードから {host} に接続できないか、応答がありません"
    cause = "拒否: 待ち受けがないか、ファイアウォールがそう返しています。時間内に応答なし: ファイアウォール、誤ったアドレス、遅すぎるサーバー。TLS ハンドシェイク中なら経路に対して大きすぎるパケット (MTU) もあります。リセットまたは切断: 途中のものかサーバー自身が接続を終えました。"
    next = "ノード自身から問い合わせます: mirrorctl why {image} --node NODE --live。"

    [MIR0858]
    title = "ノードが名前 {host} を解決できません"
    cause = "ネームサーバーが応答しないか、名前を知りません。"
    next = "ノードの DNS または /etc/hosts を直すか、ミラーの IP アドレスを endpoint にします。"

    [MIR0859]
    title = "{host} がノードを受け入れません"
    cause = "ログインが必要ですが、送られていないか、レジストリまたはトークンサーバーに拒否されたか、このリポジトリを読めません。存在しないリポジトリにも同じ応答を返すレジストリがあり、途中のフィルターが 403 を返すこともあります。containerd が送るのは、自分の構成にあるものか、Pod の imagePullSecrets に付くものだけです。"
    next = "pullCredentialConfigPath を mirrorctl probe で確認します。キーはミラーの HOST:PORT でなければなりません。"

    [MIR0860]
    title = "{host} に {image} がありません"
    cause = "404 が返っています。イメージが push されていないか、問い合わせたものとは別のパスにあります。レジストリではないサーバーも同じ応答を返し、ログインのない相手に返すレジストリもあります。"
    next = "ログのパスと実際の場所を比べ、push するか endpoint の名前空間を直します。"

    [MIR0870]
    title = "どの問い合わせ先からも {image} が得られません"
    cause = "エラーはホストを示しません。containerd 1.7 まではすべてが 404 を返したこと、2.0 以降は少なくとも一つが 404 を返したことを意味し、ミラーを含むほかのホストは別の理由で失敗したかもしれません。イメージが push されていないか、問い合わせたものとは別のパスにあります。"
    next = "各ホストの応答は containerd の journal にあります。ノードで mirrorctl why {image} を実行すると問い合わせ先とパスが分かります。それから push するか endpoint の名前空間を直します。"

    [MIR0861]
    title = "{host} が成功ではないステータスを返しています"
    cause = "500 以上: 過負荷か、背後のものを失っています。429: 制限しています。451: イメージを渡せません。3xx: containerd が従わない形で別の場所へ送っています。それ以外は、このような要求を受け付けないという意味です。手前のプロキシやロードバランサーが応答していることもあります。"
    next = "この時刻のミラー自身のログを確認します。"

    [MIR0862]
    title = "ウェブページが {image} とみなされました"
    cause = "プロキシ、ログインページ、ウェブサーバーなどが 200 で HTML を返しています。containerd はこれをマニフェストとみなすため、次のホストに進みません。"
    next = "mirrorctl probe で応答元を確認し、ミラーのアドレスがレジストリ自身に届くようにします。"

    [MIR0863]
    title = "{image} が壊れているか不完全です"
    cause = "名前はあるのに一部がないか、ダイジェストまたはサイズと一致しません。途中で終わった push、別の版を持つキャッシュ、またはバイト列を変えるプロキシが考えられます。"
    next = "もう一度 pull し、一時的なものかを確かめます。繰り返すならイメージを push し直すか、キャッシュに取得し直させます。/v2/ の内容をプロキシが圧縮したり書き換えたりしないようにします。"

    [MIR0864]
    title = "pull が終わる前に打ち切られました"
    cause = "containerd が待つ間に 1 バイトも届かなかったか、依頼した側が pull を取り消しました (kubelet の期限、Pod の削除、containerd の再起動)。ログからは区別できません。"
    next = "単独で pull します: crictl pull {image}。それでも届かなければ、バッファするプロキシ、速度制限、経路に対して大きすぎるパケット (MTU) を確認します。"

    [MIR0865]
    title = "ノードの空き容量がありません"
    cause = "レイヤは containerd の root の下に保存され展開されます。そこの容量、inode、または割り当てが尽きています。"
    next = "そのファイルシステムを空けます: crictl rmi --prune、またはディスクを大きくします。"

    [MIR0866]
    title = "containerd が hosts.toml を無視しました"
    cause = "ファイルが構文どおりでないか、このバージョンが拒否する内容です。誤った項目が一つあるだけで全体が捨てられ、containerd はレジストリ自身に向かいます。"
    next = "ノードのファイルに対する mirrorctl why {image} で行が分かります。"

    [MIR0867]
    title = "Pod のイベントが示すエラーは原因と異なります"
    cause = "containerd はホストに順に問い合わせ、一つの応答だけを報告します。1.x は 404 以外の最初のもの、2.x はステータス、404、その他の順です。{host} の失敗は containerd のログにだけあります。"
    next = "先に {host} を直します。イベントが示すホストより前に問い合わせるものです。"

    [MIR0868]
    title = "ミラーが現れません。問い合わせ先は {host} だけです"
    cause = "このノードに {registryHost} のミラーが構成されていないか、読んだものにミラーの応答が含まれていません。イベントは先に返った 404 を示しません。"
    next = "ノードでの mirrorctl why {image} で最初の問い合わせ先が分かります。すべての試行は containerd の journal にあります。"

    [MIR0869]
    title = "一部の行は、このイメージか別のイメージのものです"
    cause = "複数のイメージが同時に pull されていて、containerd はすべての行にイメージのアドレスを書くわけではありません。これらの行は {image} への応答に数えません。"
    next = "ノードのファイルを指定します (--root DIR)。イメージごとの問い合わせ先から区別できるものがあります。または {image} だけを pull し (crictl pull)、journal のその部分を読みます。"

    [command]
    "why.log" = "containerd のログ、または kubectl が示す pull の記録。ファイルか、標準入力は -。問い合わせ先、応答、Pod に出るエラー、原因を示します。"
    """
