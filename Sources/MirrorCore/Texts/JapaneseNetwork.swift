/// Proxies, addresses, and servers that do something to their client, in Japanese.
let japaneseNetwork = """
    [MIR0120]
    title = "このマシンのツールは、プロキシ {proxy} を経由して {hostAndPort} に問い合わせます"
    cause = "環境変数がプロキシを指定していて、NO_PROXY に {host} が含まれていません。bmctl、curl、この診断はプロキシを経由します。アドレスや範囲のエントリが効くのは、エンドポイントをアドレスで入力したときだけです。名前は文字列として比較されます。"
    next = "bmctl を実行する環境の NO_PROXY に {host} を追加してください。直接の応答を確かめるには --proxy none で診断します。"

    [MIR0121]
    title = "ノードは、プロキシ {proxy} を経由して {hostAndPort} に問い合わせます"
    cause = "spec.proxy がプロキシを指定していて、noProxy に {host} が含まれていません。containerd はミラーにもプロキシを使います (spec.proxy がその環境変数になることは推定です)。noProxy はクラスタの作成後に変更できません。"
    next = "クラスタを作成する前に、spec.proxy.noProxy に {host} を追加してください。"

    [MIR0122]
    title = "プロキシ {proxy} に到達できません"
    cause = "{hostAndPort} にはプロキシ経由で問い合わせるはずでしたが、プロキシが接続を受け付けません。ミラー自体については何も分かっていません。"
    next = "プロキシのアドレスを直すか、プロキシを起動してください。プロキシなしで到達できるミラーなら --proxy none で診断してください。"

    [MIR0123]
    title = "プロキシ {proxy} が認証を求めています"
    cause = "{hostAndPort} への要求に 407 を返しました。認証情報を送っていないか、別の認証情報が必要です。"
    next = "認証情報は環境変数に http://USER:PASSWORD@HOST:PORT の形で設定してください (コマンドラインには書かないでください)。または NO_PROXY に {host} を追加してください。"

    [MIR0124]
    title = "プロキシ {proxy} が {hostAndPort} への接続を禁じています"
    cause = "CONNECT に {status} を返しました。プロキシの規則が、このホストまたはポートを許可していません。443 番ポートだけを許可するプロキシも多くあります。"
    next = "プロキシで {hostAndPort} を許可してください。または NO_PROXY に {host} を追加してください。内部ネットワークのミラーにプロキシは不要です。"

    [MIR0125]
    title = "プロキシ {proxy} から {hostAndPort} に到達できません"
    cause = "プロキシは要求を受け付けましたが、{status} を返しました。{host} の名前を解決できないか、接続できません。ネットワークの境界にあるプロキシは、内部の名前を知らないことがよくあります。"
    next = "NO_PROXY に {host} を追加するか、プロキシからミラーに到達できるようにしてください。"

    [MIR0126]
    title = "{proxy} はプロキシとして応答しません"
    cause = "そこで接続を受け付けるものはありますが、{hostAndPort} へのトンネルを作りません。何も返さないか、切断するか、通常のウェブサーバーです。"
    next = "プロキシのアドレスとポートを直してください。"

    [MIR0127]
    title = "{name} は使えません"
    cause = "値がプロキシのアドレス (http、https、socks5) ではありません。または、ウェブサーバーから起動されたプロセスの HTTP_PROXY で、Go はこれを拒否します。"
    next = "http://HOST:PORT の形に直すか、削除してください。"

    [MIR0128]
    title = "この診断は、プロキシとの TLS 通信に対応していません"
    cause = "{proxy} には https で接続することになっています。Go は対応していますが、この診断は対応していません。ミラーについては何も分かっていません。"
    next = "--proxy none で診断するか、http で接続できるプロキシを使ってください。"

    [MIR0130]
    title = "{host} の {address} ({family}) は、ポート {port} で接続を受け付けません"
    cause = "名前に複数のアドレスがあり、その一部が応答しません。応答しないアドレスを先に選んだクライアントは、待たされるか失敗します。ノードがこのマシンと別のアドレスを選ぶこともあります。"
    next = "そのアドレスをネームサービスから外すか、待ち受けるべきものを起動してください。または、応答する IP アドレスを入力してください。"

    [MIR0140]
    title = "{hostAndPort} の応答に終わりがありません"
    cause = "{url} の応答は、レジストリがそこで返すどんな内容よりも長いため、途中で打ち切りました。応答しているものが壊れているか、悪意があります。"
    next = "アドレスがレジストリのものであることと、その手前にあるものを確認してください。"

    [MIR0141]
    title = "{hostAndPort} の応答が途中で切れています"
    cause = "{url} の応答が予告された長さより短いか、チャンクの途中で終わっています。マニフェストでこれが起きると、ノードは “unexpected EOF” で失敗します。バッファや時間が足りないプロキシで起こります。"
    next = "レジストリの手前にあるもののログ、バッファ、タイムアウトを調べてください。"

    [MIR0142]
    title = "{hostAndPort} は求められていない圧縮をしています"
    cause = "{url} の応答は {encoding} で圧縮されていますが、診断は圧縮を求めていません。展開していないため、内容は不明です。レジストリ自身がこうすることはありません。"
    next = "レジストリの手前にあるもので、圧縮を無効にしてください。"

    [MIR0143]
    title = "{hostAndPort} のリダイレクトが循環しています"
    cause = "どのリダイレクトも同じホストの次のリダイレクトにつながり、最後は {location} でした。Go は 10 回で打ち切ります。"
    next = "レジストリの手前にあるもののリダイレクト規則を直してください。/v2/ にはリダイレクトではなく応答が必要です。"

    [MIR0144]
    title = "レジストリが別のホストに認証情報を送らせようとしたため、送りませんでした"
    cause = "トークンサーバーは {realm} です。このホストは {host} ではなく、指定された CA でも検証されておらず、config.json にもエントリがありません。利用者のものだと示すものがありません。ノードは認証情報をそこへ送ります。"
    next = "自組織のトークンサーバーであれば、その証明書に署名した CA を指定するか、そのホストのエントリを config.json に追加してください。そうでなければ、レジストリの管理者に確認してください。"

    [proxy]
    title = "プロキシ"
    workstation = "このマシン"
    nodes = "ノード"
    probe = "この診断"
    notSet = "直接: このスキームのプロキシは指定されていません"
    loopback = "直接: 自分自身への要求はプロキシを経由しません"
    listed = "直接: エントリ {entry} がホストに該当します"
    through = "{proxy} 経由"
    unusable = "値がプロキシのアドレスではありません"
    cgi = "拒否: ウェブサーバーのプロセスでは HTTP_PROXY は無効です"
    direct = "直接"
    noCluster = "不明: クラスタ構成ファイルの指定がありません"
    clusterHasNone = "直接: クラスタに spec.proxy がありません"
    badOption = "--proxy には none、env、または http://HOST:PORT の形の URL を指定してください。"
    secretOption = "コマンドラインのパスワードは、このマシンの全員が読めます。プロキシは HTTPS_PROXY に設定し、--proxy を省いてください。"

    [addresses]
    title = "アドレス"

    [despite]
    goOn = "診断でエラーが見つかっています。先に進みますか?"
    write = "診断でエラーが見つかっています。書き込みますか?"
    more = "他 {count} 件"
    consequence = "ノードで起きること"
    insteadOf = "代わりにすべきこと"

    [consequence]
    reach = "ネットワークが異ならない限り、ノードからもこのミラーには到達できません。pull のたびにまずミラーを試して最大 30 秒待ち、その後は何も表示せずに公開レジストリに問い合わせます。ノードから公開レジストリに到達できない環境では pull が失敗し、Pod は ImagePullBackOff のままになります。"
    tls = "ノードはミラーの証明書を拒否します。その後の pull は、何も表示せずに公開レジストリに問い合わせます。ノードから公開レジストリに到達できない環境では x509 エラーで pull が失敗し、Pod は ImagePullBackOff のままになります。"
    login = "ミラーはノードを拒否します。その後の pull は、何も表示せずに公開レジストリに問い合わせます。ノードから公開レジストリに到達できない環境では pull が失敗し、Pod は ImagePullBackOff のままになります。"
    registry = "ノードはこのアドレスでイメージを見つけられません。その後の pull は、何も表示せずに公開レジストリに問い合わせます。ノードから公開レジストリに到達できない環境では pull が失敗し、Pod は ImagePullBackOff のままになります。"
    image = "ノードはこのイメージをミラーから取得できず、何も表示せずに公開レジストリに問い合わせます。ノードから公開レジストリに到達できない環境では pull が失敗し、このイメージが必要な Pod は ImagePullBackOff のままになります。"

    [key]
    goOnDespite = "それでも進む"
    writeDespite = "それでも書き込む"

    [command]
    "probe.endpoints" = "https://ADDRESS:PORT。/v2/NAMESPACE は付けても付けなくてもかまいません。複数を同時に診断できます。"
    "probe.clusterConfig" = "このクラスタ構成ファイルのすべてのミラーを、それぞれの CA とログインのファイルで診断し、spec.proxy も考慮します。"
    "probe.connectDeadline" = "ポートに到達するまでの秒数。"
    "probe.phaseDeadline" = "1 つの要求の、接続から応答の終わりまでの秒数。"
    "probe.proxy" = "none は直接、URL はそのプロキシを経由、env は Go と同じく HTTPS_PROXY と NO_PROXY で決めます。"
    "probe.what" = "エンドポイントか --cluster-config のどちらか一方を指定してください。"
    "probe.none" = "{path} に診断する registryMirrors がありません。"
    "probe.writesOne" = "--write-ca-bundle と --write-docker-config は、エンドポイントが 1 つのときだけ使えます。"
    """
