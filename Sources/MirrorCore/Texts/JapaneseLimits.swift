/// What is larger than is read, in Japanese.
let japaneseLimits = """
    [yaml]
    tooMuchAliased = "{limit} バイトを超える文字列を表すエイリアス"
    tooManyValues = "1 つのドキュメントに {limit} 個を超えるキーと値"
    tooManyDocuments = "{limit} 個を超えるドキュメント"

    [file]
    sizeLimit = "{path} はファイルの上限サイズを超えます。"

    [file.fix]
    sizeLimit = "このシェルの上限を上げる (ulimit -f unlimited) か、別のファイルシステムに書き込んでください。何も書き込まれていません。"

    [toml]
    tooManyValues = "キー、値、テーブルが {limit} 個を超えています。これは設定ファイルではありません"

    [containerdConfig]
    tooManyFiles = "{file} {line} 行目: 設定が読み込むファイルが {limit} 個を超えています"
    tooManyBytes = "{file} {line} 行目: 設定と読み込まれるファイルの合計が {limit} MiB を超えています"
    tooManyValues = "{file} {line} 行目: 設定と読み込まれるファイルのキーと値が合計 {limit} 個を超えています"
    tooManyHosts = "{file} {line} 行目: {host} の問い合わせ先が {count} 個あります。mirrorctl が調べるのは {limit} 個までです"
    tooManyNames = "{file} {line} 行目: imports のパターンが指す名前が {limit} 個を超えています"

    [why]
    notRead = "mirrorctl はこれらのファイルのすべてを読み取るわけではありません。containerd {version} がどう扱うかは不明です。"

    [why.verdict]
    beyondLimit = "{registryHost} に対するノードの動作は不明です: {text}"

    [MIR0834]
    title = "{node} のファイルを読み取れません"
    cause = "{path}: {reason}。権限の問題ではありません。以下の判定はこれらのファイルを含みません。containerd でも同じことが起こる可能性があります。"
    next = "ノードまたはコピーしたツリーで確認してください: ls -ld PATH、namei -l PATH。コピーの際にリンク先が失われることがあります。"

    [MIR0833]
    title = "containerd がこの設定をどう扱うかは調べていません"
    cause = "{reason}。mirrorctl が読み取るのは、通常のファイルで、1 ファイル 16 MiB、値 100000 個、入れ子 128 段、読み込むファイル 1000 個、1 つのレジストリホストの問い合わせ先 256 個までです。containerd の上限は異なるか、ありません。これらのファイルを containerd がどう扱うかは調べていません。"
    next = "これらのファイルを何が書いたかを確認してください。ノードでは containerd config dump で containerd が読み取る内容を表示できます。"
    """
