/// What each finding is called, why it happens and what to do, in Japanese.
let japaneseFindings = """
    [MIR0101]
    title = "{host} のアドレスが見つかりません"
    cause = "このマシンのネームサービスは {host} を知りません。ノードが別のネームサービスを使うこともありますが、一部からしか見つからないミラーは残りから見つかりません。"
    next = "名前を直すか、ワークステーションとノードが使うネームサービスに登録するか、IP アドレスを入力してください。"

    [MIR0102]
    title = "{host} のポート {port} で待ち受けているものがありません"
    cause = "マシンは動いていますが、ポート {port} への接続を拒否しています。レジストリが停止しているか、別のポートか 127.0.0.1 だけで待ち受けています。"
    next = "レジストリを起動するか、待ち受けているポートを入力してください (docker-registry: 5000、Harbor: 443)。"

    [MIR0103]
    title = "{host} のポート {port} は {seconds} 秒以内に応答しませんでした"
    cause = "パケットが途中で消えています。ファイアウォールが破棄しているか、アドレスが使われていないか、経路が途切れています。pull のたびに、このミラーを 30 秒待つことになります。"
    next = "アドレスを確認し、次にこのマシンとポート {port} の間のファイアウォールを確認してください。ノードにも同じ経路が必要です。"

    [MIR0104]
    title = "{host} への経路がありません"
    cause = "このマシンのネットワークは、{host} に到達できないと答えています。"
    next = "アドレスと、このマシンおよびノードの経路を確認してください。"

    [MIR0105]
    title = "{host} は応答せずに接続を閉じました"
    cause = "ポート {port} で接続を受け付けたものが、すぐに切断しています。転送先のないプロキシ、フィルタ、または別のプロトコルのサービスです。"
    next = "ポート {port} で待ち受けているもののログを調べ、それがレジストリのポートであることを確認してください。"

    [MIR0106]
    title = "{host} は接続を受け付けた後、何も返しません"
    cause = "ポートは開いていますが、時間内に完全な応答がありません。レジストリ、またはそのストレージやバックエンドが停止しています。"
    next = "レジストリのログとストレージを調べ、レジストリのマシンから curl で問い合わせてください。"

    [MIR0107]
    title = "{hostAndPort} は HTTPS ではなく平文の HTTP です"
    cause = "エンドポイントは https ですが、ポートは平文で応答します。"
    next = "レジストリに証明書を設定してください。または http://{hostAndPort} と入力します。その場合、イメージとパスワードは平文で流れます。"

    [MIR0108]
    title = "{hostAndPort} は平文の HTTP ではなく HTTPS です"
    cause = "エンドポイントは http ですが、ポートは TLS を求めています。"
    next = "https://{hostAndPort} と入力してください"

    [MIR0109]
    title = "{hostAndPort} はウェブサーバーではありません"
    cause = "ポートは HTTP でも TLS でもないプロトコルで応答します。"
    next = "レジストリ自身のポートを入力してください。"

    [MIR0110]
    title = "{hostAndPort} は終わりのないヘッダーを送ってきます"
    cause = "応答しているものが壊れているか、悪意があります。"
    next = "アドレスがレジストリのものであることを確認してください。"

    [MIR0111]
    title = "{hostAndPort} への接続に失敗しました"
    cause = "HTTP より下の層での失敗で、個別の説明がありません。証拠の欄に元のメッセージがあります。"
    next = "レジストリのログで、この時刻の記録を調べてください。"

    [MIR0112]
    title = "{host} について、{seconds} 秒以内にネームサービスの応答がありませんでした"
    cause = "このマシンが問い合わせるネームサービスが応答しません。/etc/resolv.conf にあるサーバーが停止しているか、到達できません。"
    next = "このマシンとノードの /etc/resolv.conf のネームサーバーを確認するか、レジストリの IP アドレスを入力してください。"

    [MIR0201]
    title = "レジストリの証明書はプライベート CA の署名ですが、CA の指定がありません"
    cause = "証明書は {issuer} につながりますが、このマシンの証明書ストアにはありません。ノードにあるのも、せいぜい同じ公的な CA だけです。"
    next = "{issuer} の PEM ファイルを caCertPath に指定してください。"

    [MIR0202]
    title = "指定した CA は、レジストリの証明書に署名していません"
    cause = "証明書は {issuer} につながります。{caCertPath} にあるのは {given} で、別の CA か、名前が同じで鍵が異なる CA です。"
    next = "現在使われている {issuer} の PEM ファイルを指定してください。それがファイルの CA に署名されたものなら、サーバーがその証明書も送る必要があります。"

    [MIR0203]
    title = "レジストリの証明書は自己署名です"
    cause = "{subject} は自分自身が発行者で、保証する CA がありません。"
    next = "CA が発行した証明書をレジストリに設定するのが最善です。そうでなければ、レジストリのマシンでフィンガープリントを照合し、この証明書自体を caCertPath に指定してください。"

    [MIR0204]
    title = "レジストリが中間証明書を送っていません"
    cause = "証明書の発行者 {issuer} はルートではなく、サーバーはその証明書を送りません。ブラウザは自分で取得することがありますが、containerd は取得しません。"
    next = "サーバーで、サーバー証明書、続けて {issuer} の証明書の順に 1 つのファイルにまとめ、証明書として設定してください。"

    [MIR0205]
    title = "レジストリの証明書の有効期限が切れています"
    cause = "{subject} の有効期限は {date} でした。このマシンの時刻は {now} です。"
    next = "レジストリで更新してください。まだ期限前のはずなら、このマシンの時計を合わせてください。"

    [MIR0206]
    title = "レジストリの証明書はまだ有効ではありません"
    cause = "{subject} が有効になるのは {date} です。このマシンの時刻は {now} です。"
    next = "このマシンとノードの時計を合わせるか、待つか、証明書を再発行してください。"

    [MIR0207]
    title = "レジストリの証明書は {host} 用ではありません"
    cause = "証明書にあるのは {names} です。エンドポイントが IP アドレスなら IP アドレスとして、名前なら DNS 名として書かれている必要があります。"
    next = "この中の名前をエンドポイントに入力するか、サブジェクト代替名 (SAN) に {host} を含めて証明書を再発行してください。"

    [MIR0208]
    title = "レジストリの証明書には Common Name しかありません"
    cause = "Common Name は {commonName} で、サブジェクト代替名 (SAN) がありません。OpenSSL や curl は受け付けることがありますが、Go、つまり containerd と bmctl は拒否します。"
    next = "{host} をサブジェクト代替名 (SAN) として再発行してください。"

    [MIR0209]
    title = "CA ファイルを読み取れません"
    cause = "{caCertPath}: {trouble}。bmctl は、実行したユーザーの権限で読み取ります。"
    next = "パスまたはファイルの権限を直してください。"

    [MIR0210]
    title = "CA ファイルに証明書がありません"
    cause = "{caCertPath} には BEGIN CERTIFICATE のブロックがあるはずですが、実際にあるのは {seen} です。"
    next = "PEM ファイルを指定してください。DER からの変換: openssl x509 -inform DER -in FILE -out ca.crt"

    [MIR0211]
    title = "レジストリの TLS はノードが受け付けないものです"
    cause = "Go、つまり containerd は、1.2 より前の TLS とその時代の暗号を拒否します。"
    next = "レジストリで TLS 1.2 または 1.3 を有効にしてください。"

    [MIR0212]
    title = "レジストリがクライアント証明書を求めています"
    cause = "GDC のレジストリ ミラーに設定できるのは CA とパスワードまでで、クライアント証明書を書く場所がありません。"
    next = "レジストリかその前のプロキシで、ノードからの接続にはクライアント証明書を求めないようにし、代わりに認証情報を使ってください。"

    [MIR0213]
    title = "レジストリの証明書が拒否されました"
    cause = "検証結果: {reason}。"
    next = "証拠の欄のチェーンを調べ、不足を補って証明書を再発行してください。"

    [MIR0214]
    title = "CA ファイルの中身がレジストリ自身の証明書です"
    cause = "証明書が更新されるまで (遅くとも {date} まで) は動きますが、その後はすべてのノードがミラーを拒否します。"
    next = "発行した CA の証明書を指定してください。"

    [MIR0215]
    title = "レジストリの証明書が弱すぎます"
    cause = "{key}: Go、つまり containerd と bmctl は、SHA-1 と MD5 の署名、1024 ビット未満の RSA 鍵を拒否します。"
    next = "RSA 2048 または P-256 と SHA-256 で再発行してください。"

    [MIR0216]
    title = "レジストリの証明書の有効期限が近づいています"
    cause = "{subject} の有効期限は {date} です。"
    next = "期限までに更新してください。CA 自体が変わる場合は、先にノードの caCertPath を変更する必要があります。"

    [MIR0217]
    title = "レジストリの時計がずれています"
    cause = "レジストリは {theirs}、このマシンは {ours} です。証明書とトークンは時刻に左右されます。"
    next = "両方をタイムサーバーに同期させてください。"

    [MIR0218]
    title = "レジストリの証明書に小さい鍵があります"
    cause = "{subject} の {key}: 現在の containerd は受け付けますが、OpenSSL のツールは 2048 ビット未満の RSA 鍵を拒否します。"
    next = "RSA 2048 または P-256 で証明書を再発行してください。"

    [MIR0301]
    title = "レジストリは認証を求めていますが、認証情報の設定がありません"
    cause = "pullCredentialConfigPath が空なので、何も送っていません。"
    next = "{hostAndPort} のエントリがある Docker config.json を指定してください。"

    [MIR0302]
    title = "Docker 構成ファイルに {hostAndPort} のエントリがありません"
    cause = "何も送っていません。キーはエンドポイントの HOST:PORT と完全に同じでなければなりません。実際のキー: {keys}。最も近いもの: {near}。"
    next = "auths の下に {hostAndPort} というキー (スキームとパスなし) で書いてください。mirrorctl probe --write-docker-config FILE で、このエントリだけのファイルを作れます。"

    [MIR0303]
    title = "レジストリがユーザー名またはパスワードを拒否しました"
    cause = "エントリ {key}、ユーザー {username} の認証情報を {origin} に送り、拒否されました。"
    next = "{configPath} のパスワードを直してください。ロボット アカウントの場合は、期限切れや無効化がないか確認してください。"

    [MIR0304]
    title = "レジストリが平文の HTTP で認証を求めています"
    cause = "何も送っていません。http:// では、途中の誰にでもパスワードが読めてしまいます。"
    next = "レジストリに TLS を設定して https:// と入力するか、ノードが認証なしで pull できるようにしてください。"

    [MIR0305]
    title = "Docker 構成ファイルを読み取れません"
    cause = "{configPath}: {trouble}。bmctl は、実行したユーザーの権限で読み取ります。"
    next = "パスまたはファイルの権限を直してください。"

    [MIR0306]
    title = "Docker 構成ファイルを JSON として読めません"
    cause = "{configPath} には、auths というオブジェクトを含むオブジェクトが 1 つあるはずです。"
    next = "次のように書いてください: {open}\\"auths\\":{open}\\"{hostAndPort}\\":{open}\\"auth\\":\\"BASE64 OF USER:PASSWORD\\"{close}{close}{close}"

    [MIR0307]
    title = "認証情報がヘルパー プログラムの中にあります"
    cause = "Docker 構成ファイルは認証情報を docker-credential-{helper} ({setting}) に任せています。ヘルパーはこのワークステーションでしか動かず、ノードにはファイルだけが渡ります。"
    next = "認証情報を直接書いた config.json (auth を持つエントリ {hostAndPort}) を作成してください。mirrorctl probe --write-docker-config FILE --username USER で作れます。"

    [MIR0308]
    title = "Docker 構成ファイルのエントリが使えません"
    cause = "エントリ {key}: {fault}。何も送っていません。"
    next = "auth に USER:PASSWORD の base64 を改行なしで書いてください: printf '%s' 'USER:PASSWORD' | base64 -w0"

    [MIR0309]
    title = "トークン サーバーが機能していません"
    cause = "レジストリは認証を {realm} に任せていますが、そこからはトークンも拒否も返りませんでした。"
    next = "そのアドレスに curl で問い合わせてください。ノードも同じ CA でそこに到達できる必要があります。"

    [MIR0310]
    title = "トークン サーバーが TLS で保護されていません"
    cause = "レジストリは認証を {realm} に任せています。パスワードが平文で流れるため、何も送っていません。"
    next = "トークン サーバーに TLS を設定し、レジストリの設定の realm をその https:// アドレスにしてください。"

    [MIR0311]
    title = "レジストリの求める認証方式をノードは使えません"
    cause = "ノードが使えるのは Basic と Bearer ですが、レジストリの応答にはどちらも使える形で含まれていません。"
    next = "レジストリの前にあるものを調べてください。シングル サインオンは /v2/ を素通しする必要があります。"

    [MIR0312]
    title = "レジストリがアクセスを禁止しています"
    cause = "誰が問い合わせたかにかかわらず、または分かったうえで拒否しています。アドレスによるフィルタか、権限のないユーザーです。"
    next = "このユーザーに pull の権限を与えるか、このネットワークからの接続を許可してください。"

    [MIR0313]
    title = "レジストリがトークン サーバーのトークンを受け付けません"
    cause = "{realm} のトークンが拒否されました。レジストリとトークン サーバーで service、issuer、鍵、時計のどれかが食い違っています。"
    next = "レジストリの設定の service、issuer、証明書をトークン サーバーのものと比べ、両方の時計も比べてください。"

    [MIR0314]
    title = "Docker 構成ファイルを所有者以外も読めます"
    cause = "{configPath} のモードは {mode} で、パスワードが入っています。"
    next = "chmod 600 {configPath}"

    [MIR0401]
    title = "{hostAndPort} で応答しているのはレジストリではありません"
    cause = "/v2/ に 200 を返しますが、レジストリのヘッダーも JSON もありません。ウェブページ、ログインページ、または何にでも応答するプロキシです。containerd はそれをイメージと取り違えます。"
    next = "レジストリ自身のアドレスとポートを入力してください。"

    [MIR0402]
    title = "{endpoint} にレジストリがありません"
    cause = "/v2/ が見つかりません。レジストリのないウェブサーバーか、レジストリが別のパスやポートにあります。"
    next = "/v2/ が 200 または 401 を返すアドレスを入力してください。"

    [MIR0403]
    title = "名前空間 {namespace} の下に何もありません"
    cause = "レジストリは {namespace} の下のリポジトリを知りません。名前が違うか、まだ何も push されていません。"
    next = "イメージを push した名前空間を入力するか、空にしてください。または {hostAndPort}/{namespace} に push してください。"

    [MIR0404]
    title = "レジストリが別の場所に転送しています"
    cause = "/v2/ が {location} へのリダイレクトを返します。認証情報は引き継がれず、containerd は指定した CA なしでそこに問い合わせます。"
    next = "転送先がレジストリなら、そのアドレスを入力してください。"

    [MIR0405]
    title = "レジストリがステータス {status} で失敗しています"
    cause = "レジストリ、そのストレージ、または前のプロキシが壊れているか、まだ起動中です。"
    next = "レジストリとプロキシのログで、この時刻の記録を調べてください。"

    [MIR0406]
    title = "レジストリがリクエスト数を制限しています"
    cause = "429 を返しています。一定時間のリクエストが多すぎます。"
    next = "待つか、上限を上げてください。クラスタのアップグレードは数百回問い合わせます。"

    [MIR0407]
    title = "レジストリは /v2/ にステータス {status} を返します"
    cause = "レジストリならここで 200 か 401 を返します。前に別のものがあります。"
    next = "アドレスとポート、レジストリの前のプロキシが許可する内容を確認してください。"

    [MIR0408]
    title = "{image} はレジストリにありますが、エンドポイントの指す場所にはありません"
    cause = "エンドポイントが指すのは {here} で、イメージがあるのは {there} です。このままではノードは黙って一般公開レジストリに問い合わせます。"
    next = "名前空間を {there} に合わせるか、イメージを {here} に push してください。"

    [MIR0501]
    title = "{image} はミラーにありません"
    cause = "レジストリに {path} のマニフェストがありません。このままではノードは黙って一般公開レジストリに問い合わせます。"
    next = "bmctl push images などでそこに push し、名前空間とタグを確認してください。"

    [MIR0502]
    title = "{image} を pull できません"
    cause = "認証には応答しましたが、{path} は拒否されました。ユーザーに pull の権限がないか、プロジェクトがありません。"
    next = "このプロジェクトから pull する権限をユーザーに与えるか、プロジェクトを作成してください。"

    [MIR0503]
    title = "{image} への応答がマニフェストではありません"
    cause = "{path} に 200 を返しますが、内容が違います。containerd はこれを壊れたイメージとして保持してしまいます。"
    next = "エンドポイントと名前空間が、レジストリのウェブページではなくレジストリを指していることを確認してください。"

    [MIR0504]
    title = "{image} はイメージ参照ではありません"
    cause = "英小文字で [HOST/]REPOSITORY[:TAG] の形でなければなりません。"
    next = "gcr.io/anthos-baremetal-release/pause:3.9 のように入力してください"

    [probe]
    "phase.resolve" = "名前解決"
    "phase.connect" = "接続"
    "phase.tls" = "TLS"
    "phase.ping" = "レジストリ"
    "phase.login" = "認証"
    "phase.mirrorNamespace" = "名前空間"
    "phase.image" = "イメージ"
    "seen" = "{text}"
    "noTLS" = "平文の HTTP、TLS なし"
    "noLogin" = "認証は不要"
    "imagesWithoutLogin" = "イメージに認証は不要"
    "anonymous" = "認証情報なしで受け付け"
    "accepted" = "{username} を受け付け"
    "root" = "レジストリのルート"
    "namespaceFound" = "{namespace} がある"
    "notProvable" = "イメージを指定しないと確かめられない"
    "noImage" = "イメージの指定なし"
    "images" = "{all} 個中 {found} 個あり"
    "notReached" = "未到達"
    "cancelled" = "中止"
    """
