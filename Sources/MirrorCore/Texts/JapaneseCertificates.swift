/// ノードの Go が証明書について言うことと、ポートが代わりに話すもの。
let japaneseCertificates = """
    [go]
    every = "Go 1.19 から 1.26 はすべてこれを拒否し、そのいずれかでビルドされた containerd も同じです。"
    since = "{go} からの Go はこれを拒否します。go.mod によれば少なくとも containerd {containerds} です。コンパイラは go.mod の行より新しいことがあり、それより古い containerd でも拒否することがあります。"
    sinceLine = "GODEBUG で変えない限り {go} からの Go はこれを拒否します。コンパイラにかかわらず go.mod の行で決まります: containerd {containerds}。"
    until = "{until} までの Go はこれを拒否します。新しいコンパイラでビルドされた containerd は、go.mod の行にかかわらず受け付けます。"

    [MIR0145]
    title = "{hostAndPort} で応答するものは、TLS を求める後ろのポートに平文の HTTP で話しています"
    cause = "応答は、平文の要求が TLS のポートに届いたと言っています。それは問い合わせたポートではありません。間にあるフロントが、要求を平文で渡しています。"
    next = "フロントの設定で、後ろのレジストリのアドレスの前に https:// と書いてください。"

    [MIR0221]
    title = "シリアル番号が負です。新しい containerd のノードは証明書を拒否します"
    cause = "{subject}: Go は 1.23 から拒否します ({reason})。go.mod によれば containerd {containerds} です。それより古いものは受け付けます。"
    next = "正のシリアル番号で証明書を再発行してください。それまで pull できるのは、古い containerd のノードだけです。"

    [MIR0222]
    title = "署名者は、ノードにとって CA ではありません"
    cause = "{subject} が署名していますが、Go、つまり containerd は、バージョン 3 の CA に basicConstraints CA:TRUE を求め、keyUsage があれば keyCertSign も求めます。OpenSSL や curl は受け付けることがあります。Go のメッセージ: {reason}"
    next = "basicConstraints=critical,CA:TRUE と keyUsage=critical,keyCertSign,cRLSign を付けて CA の証明書を作り直してください。鍵と名前が同じなら、署名済みのものはそのまま使えます。"

    [MIR0223]
    title = "拡張鍵用途に serverAuth がありません"
    cause = "{subject} が許すのは {usages} です。Go、つまり containerd は、サーバーの証明書と、用途を挙げている上位の CA のそれぞれに serverAuth を求めます。"
    next = "extendedKeyUsage=serverAuth を付けて、またはこの拡張なしで、その証明書を再発行してください。"

    [MIR0224]
    title = "ノードはこの種類の鍵を知りません"
    cause = "{subject} の鍵は {key} です。Go、つまり containerd が知るのは、通常の識別子の RSA、P-256、P-384、P-521、Ed25519 だけです。Go のメッセージ: {reason}"
    next = "RSA 2048 または P-256 で証明書を再発行してください。"

    [MIR0225]
    title = "ノードが読めない証明書があります"
    cause = "{subject}: OpenSSL と curl は読めますが、Go、つまり containerd は読めず、これを送るサーバーを拒否します。Go のメッセージ: {reason}"
    next = "Go が挙げたものを除いて、証明書を再発行してください。"

    [MIR0226]
    title = "チェーンの CA が、この証明書を許していません"
    cause = "{subject} は、下位の名前または CA の数を制限しています。Go のメッセージ: {reason}"
    next = "別の CA で、またはこの CA が許す名前で、証明書を発行してください。"

    [MIR0227]
    title = "新しい containerd のノードは証明書を拒否します"
    cause = "{subject}: {reason}。{releases}"
    next = "ノードをアップグレードする前に、Go が挙げたものを除いて証明書を再発行してください。"

    [MIR0228]
    title = "CA ファイルの証明書の一つを、ノードは読み飛ばします"
    cause = "{caCertPath} の {subject}: Go はこれを読めず、何も言わずに除外します。{releases}ファイルの他の証明書は有効です。Go のメッセージ: {reason}"
    next = "ファイルから除いてください。それによって信頼すべきものがあるなら、作り直してください。"

    [MIR0229]
    title = "ノードが送る TLS のあいさつを、レジストリが拒否します"
    cause = "理由は示されません。暗号、曲線、署名に Go と共通のものがないか、{host} の証明書がないことが考えられます。すべてを提示したときに何を受け付けるかは、証拠の欄にあります。"
    next = "レジストリの TLS のログを調べてください。TLS 1.2 または 1.3 と ECDHE の暗号を有効にし、RSA または P-256 の証明書を使ってください。"

    [MIR0230]
    title = "このプログラムは証明書を拒否しますが、ノードは受け付けます"
    cause = "このプログラムが使う OpenSSL のメッセージ: {reason}。Go は同じチェーンを受け付けるので、containerd は pull できます。TLS より後のことは問い合わせていません。"
    next = "ノードから問い合わせるか (why --live --node)、証明書を直してください。他のツールも拒否します。"

    [MIR0231]
    title = "古い containerd のノードは証明書を拒否します"
    cause = "{subject}: Go は {until} まで拒否します: {reason}。新しいものは受け付けます。"
    next = "Go が挙げたものを除いて証明書を再発行するか、先にノードをアップグレードしてください。"

    [MIR0232]
    title = "ノードはレジストリの証明書を拒否します"
    cause = "OpenSSL や curl は受け付けることがありますが、Go、つまり containerd は受け付けません。Go のメッセージ: {reason}"
    next = "Go が挙げたものを除いて、{subject} を再発行してください。"

    [MIR0233]
    title = "レジストリが選んだ暗号は、新しい containerd が提示しないものです"
    cause = "{cipher} には前方秘匿性がありません。Go が提示するのは 1.21 までで、go.mod によれば containerd {containerds} は提示しません。レジストリに他の暗号があるかどうかは問い合わせていません。"
    next = "レジストリで ECDHE の暗号または TLS 1.3 を有効にしてください。"
    """
