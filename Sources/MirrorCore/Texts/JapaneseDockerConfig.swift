/// A Docker config as Go's programs read it, challenges and manifests as containerd does, in Japanese.
let japaneseDockerConfig = """
    [MIR0315]
    title = "Docker 構成ファイルがバイト オーダー マークで始まっています"
    cause = "最初の波かっこの前にある 3 バイト EF BB BF は、Go の encoding/json では JSON ではありません。Go で書かれたプログラムはこのファイルを拒否します。Windows のエディターや PowerShell が書き込みます。何も送っていません。"
    next = "マークを取り除いてください: {command}"

    [MIR0316]
    title = "Docker 構成ファイルが UTF-8 ではなく {encoding} です"
    cause = "Go で書かれたプログラムにとって JSON は UTF-8 でなければならず、このファイルは拒否されます。PowerShell の > は UTF-16 で書き込みます。何も送っていません。"
    next = "変換してください: {command}"

    [MIR0317]
    title = "Docker 構成ファイルが Secret の中の形のままです"
    cause = "{configPath} の中身は次のとおりです: {seen}。必要なのは、その中にある config.json です。何も送っていません。"
    next = "次で取り出した中身を確かめてから使ってください: {command}"

    [MIR0318]
    title = "Docker 構成ファイルに型の違う項目があります"
    cause = "{words}。docker クライアントはこのファイルをその型で宣言していて、1 つでも型が違うとファイル全体を拒否します。何も送っていません。"
    next = "名前、パスワード、auth は引用符で囲んだ文字列で、auths と各エントリはオブジェクトで書いてください。"

    [MIR0319]
    title = "Docker 構成ファイルのほかのエントリがログインになっていません"
    cause = "{keys} の auth は USER:PASSWORD の base64 ではありません。docker と kubelet はファイルを読むときにすべてのエントリをデコードし、1 つでも失敗するとファイル全体を使いません。bmctl がそうするかどうかは確認できていません。"
    next = "そのエントリを削除するか、auth を書き直してください。mirrorctl probe --write-docker-config FILE は必要なエントリだけのファイルを作ります。"

    [MIR0320]
    title = "レジストリがログインを拒否しました。余分なものが一緒にエンコードされているように見えます"
    cause = "エントリ {key}、ユーザー {username} の認証情報を {origin} に送り、拒否されました。次の点が見られます: {seen}。echo は改行を付け加え、引用符や空白は取り除かれないかぎり残ります。"
    next = "それがログインの一部でなければ、エンコードし直してください: printf '%s' 'USER:PASSWORD' | base64 -w0"

    [MIR0321]
    title = "レジストリが {username} を拒否しました。シェルに名前を変えられたロボット アカウントの可能性があります"
    cause = "エントリ {key} の認証情報を {origin} に送り、拒否されました。Harbor のロボット アカウントの名前は robot$NAME です。二重引用符の中ではシェルが $NAME を変数とみなし、何も残りません。余分なエスケープは名前に残ります。{username} が名前の全体であれば、原因はパスワードかアカウントにあります。"
    next = "名前を一重引用符で囲んでください: printf '%s' 'robot$NAME:PASSWORD' | base64 -w0"

    [MIR0322]
    title = "レジストリのログインの要求が、containerd の読まない場所にあります"
    cause = "containerd は WWW-Authenticate ヘッダーの 1 行から先頭のチャレンジを 1 つだけ読みます。ここで読まれたもの: {read}。その後ろは失われるため、ノードはログインを送りません。何も送っていません。"
    next = "レジストリまたはその前のプロキシで、Basic か Bearer を先頭にするか、チャレンジごとにヘッダー行を分けてください。"

    [MIR0505]
    title = "{image} のダイジェストが、containerd の拒否する形で返されます"
    cause = "{words}。containerd はここで pull をやめ、ほかのホストには問い合わせず、Pod にエラーが表示されます。"
    next = "ヘッダーは引用符なしの sha256:64 桁の 16 進数でなければならず、なくてもかまいません。レジストリ、またはヘッダーを書くプロキシを直してください。"

    [MIR0506]
    title = "{image} のマニフェストは Docker の古い schema 1 です"
    cause = "Content-Type: {type}。containerd 2.1 以降は pull を拒否し、それより古いものは変換します。"
    next = "現在のツールでイメージを push し直してください。schema 2 か OCI で書かれます。"

    [MIR0507]
    title = "{image} は GET には応答がありますが、HEAD にはありません"
    cause = "containerd は名前を HEAD で問い合わせます。ここでの応答は {status} でした。GET を試すのは 405 の後だけです。"
    next = "レジストリまたはその前のプロキシが、HEAD に GET と同じように応答するようにしてください。一時的なステータスであれば、もう一度調べてください。"

    [jsonMend]
    empty = "ファイルが空です。次のように書いてください: {open}\\"auths\\":{open}\\"{hostAndPort}\\":{open}\\"auth\\":\\"USER:PASSWORD の BASE64\\"{close}{close}{close}"
    comma = "閉じかっこの前のコンマ、または 2 つ続くコンマの一方を取り除いてください。"
    controlCharacter = "文字列の中に改行などの制御文字がそのまま入っています。行をつなげるか、\\\\n と書いてください。base64 -w0 は 1 行で書きます。"
    trailingText = "最後の波かっこの後ろを取り除いてください。1 つのファイルに 2 つの文書は置けません。"
    depth = "ログインがこれほど深い入れ子になることはありません。書き直してください。"
    quotes = "文字列と名前は、まっすぐな二重引用符で囲んでください。"
    comment = "JSON にコメントはありません。取り除いてください。"
    cut = "ファイルの終わりが欠けています。コピーし直してください。"
    yaml = "YAML かプレーン テキストのようです。次のように書いてください: {open}\\"auths\\":{open}\\"{hostAndPort}\\":{open}\\"auth\\":\\"USER:PASSWORD の BASE64\\"{close}{close}{close}"
    otherText = "次のように書いてください: {open}\\"auths\\":{open}\\"{hostAndPort}\\":{open}\\"auth\\":\\"USER:PASSWORD の BASE64\\"{close}{close}{close}"

    [entry]
    unpadded = "エントリは使っていません: {key} の auth には、containerd と docker が必要とする末尾の = がありません"
    urlAlphabet = "エントリは使っていません: {key} の auth は + と / の代わりに - と _ を使った base64 です"
    plain = "エントリは使っていません: {key} の auth は base64 ではなく、コロンがあります。USER:PASSWORD がそのまま書かれている可能性があります"
    twice = "エントリは使っていません: {key} の auth は base64 をもう一度 base64 にしたものです"
    noColon = "エントリは使っていません: {key} の auth をデコードしてもコロンがありません"
    noUser = "エントリは使っていません: {key} の auth のコロンの前にユーザーがありません"
    noPassword = "エントリは使っていません: {key} にはパスワードのないユーザーがあり、containerd はこれを送りません"
    notUTF8 = "エントリは使っていません: {key} の auth には UTF-8 でないバイトがあり、mirrorctl は送りません"
    outside = "エントリは使っていません: {key} は auths の外にあり、読まれません。キーは auths の下の {wanted} でなければなりません"
    """
