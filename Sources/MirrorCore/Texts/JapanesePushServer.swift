/// What a registry, or the token server it names, can do to a push, in Japanese.
let japanesePushServer = """
    [push]
    "withheld.noCredential" = "ログインが指定されていません。"
    "withheld.plainHTTP" = "レジストリは暗号化されていない HTTP でログインを求めています。送ると、途中のだれもがログインを読めます。"
    "withheld.realmNotHTTPS" = "HTTPS ではないため、送ると、途中のだれもがログインを読めます。"
    "withheld.foreignRealm" = "レジストリと別のホストにあり、指定された CA で検証されておらず、ログインファイルにも記載がありません。自分のものであることを示すものがありません。"
    "withheld.unknownChallenge" = "レジストリが求めるログインの方式に対応していません。"

    [MIR0920]
    title = "レジストリがサーバーエラーを返し続けています"
    cause = "{step} に毎回 {status} が返りました: {words}"
    next = "理由はレジストリのログにあります。500 はレジストリ自身の問題です: ディスクの空き不足、書き込めないストレージ、または外部レイヤーを含むマニフェストに対して validation.manifests.urls.allow が設定されていない docker-registry。502 から 504 はレジストリに到達できないプロキシが、429 はリクエスト数の制限が返すもので、--threads を小さくしてください。その後、同じコマンドを実行してください。"

    [MIR0921]
    title = "ログインを送りませんでした"
    cause = "{step} のために、レジストリはログイン先として {origin} を指定しています。{why}"
    next = "トークンサーバーが自分のものであれば、その証明書に署名した CA を --cacert で指定するか、そのホストの項目を持つ --docker-config を指定してください。そうでなければ、レジストリの管理者を確認してください。"

    [MIR0922]
    title = "トークンサーバーがトークンを発行しません"
    cause = "{step} のために、レジストリは {origin} のトークンを求めていますが、次の結果に終わりました: {words}。"
    next = "トークンサーバーのログを確認してください。その後、同じコマンドを実行すると、止まったところから続けます。"

    [MIR0923]
    title = "途中のプロキシがレジストリに通じていません"
    cause = "{step} のために HTTPS_PROXY または HTTP_PROXY のプロキシに接続しましたが、次の結果に終わりました: {words}。"
    next = "その変数のプロキシのアドレスまたはログインを修正するか、レジストリを NO_PROXY に加えてください。プロキシ自体との通信は http:// または socks5:// だけに対応しています。"
    """
