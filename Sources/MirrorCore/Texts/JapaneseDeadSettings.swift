/// Why settings of a node's files are not in force, and what would bring them there, in Japanese.
let japaneseDeadSettings = """
    [dead.advice]
    setting = "{code} を見てください。{place} ({setting}) はありますが、効いていません。そこを直してください。何かを加える必要はありません。"
    itself = "{registryHost} の設定にあるのは {registryHost} 自身で、ミラーではありません。ミラーが不要なら、不足はありません。"
    finding = "{code} を見てください。ミラーはファイルにありますが、使われません。そこを直してください。何かを加える必要はありません。"

    [dead.table]
    noVersion = "{file} の先頭に version がないため、containerd {version} はこれを version 1 とみなし、{plugin} を読みません。"
    versionOne = "{file} は version 1 なので、containerd {version} は {plugin} を読みません。"
    lateVersion = "{file} の version は {line} 行、見出し {table} の下にあり、その表の一部になります。ファイルは version 1 とみなされ、containerd {version} は {plugin} を読みません。"
    older = "containerd {version} が読むのは {expected} で、ファイルの version のために {plugin} の表がそこに移されません。"
    newer = "containerd {version} にプラグイン {plugin} はありません。この名前は 2.0 からです。読まれるのは {expected} です。"
    oldWins = "io.containerd.grpc.v1.cri の表 ({place}) が丸ごと代わりに使われます。"
    writeVersion = "{file} の 1 行目、すべての表より上に version = 2 と書き、containerd を再起動してください。"
    writeFittingVersion = "drop-in を含むすべてのファイルに version = 2 (または表に合う version) を書くか、{expected} と書いて、containerd を再起動してください。"
    move = "設定を {expected} の下に書き、containerd を再起動してください。"

    [dead.replaced]
    table = "{file} に同じプラグインの表があり ({place})、containerd {version} はこの表全体をそれで置き換えます。失われるもの: {lost}。"
    moveTable = "失われる設定を {file} にも書くか、その設定をこのファイルに移してください。containerd 2.x はこうした表を結合します。その後 containerd を再起動してください。"
    value = "{place} が同じキーを設定しており、後のファイルが有効です。リストも結合されず、置き換えられます。"
    moveValue = "{place} にリストまたは値の全体を書くか、そこから取り除いてください。"

    [dead.key]
    unknown = "containerd はそこに {key} というキーを知らず、読み飛ばします。"
    write = "{key} と書いてください"
    known = "そこで使えるキー: {keys}"
    late = "この行は見出し {table} の下にあるため、その表の一部になります。"
    moveUp = "{key} を最初の表より上に書いてください。"
    relativeGlob = "1.6.28 と 1.7.15 までは、相対パターンはファイルではなくデーモンのディレクトリから始まります。{version} も同じです。"
    absoluteGlob = "パターンを完全なパスで書いてください。"
    elsewhere = "containerd が CRI のレジストリ設定を読むのは {header} の下だけです。"
    writeBelow = "{header} の下に書き、containerd を再起動してください。"
    transfer = "この config_path は transfer サービス自身のものです。kubelet の pull では参照されません。"
    unquoted = "引用符がないと、ドットごとに新しい表が始まります。プラグイン名 {plugin} は引用符で囲む必要があります。"
    noPlugin = "containerd にプラグイン {plugin} はありません。"
    tooHigh = "{plugin} の表に直接あります。レジストリ設定はその 1 つ下の registry にあります。"
    tooDeep = "{table} の下にあります。レジストリ設定はプラグインのすぐ下にあります。"

    [dead.plugin]
    short = "containerd {version} にとって {file} はバージョン 1 のファイルで、プラグインは短い名前で書きます。{plugin} という短い名前はありません。"
    unknown = "containerd {version} にプラグイン {plugin} はありません。"
    later = "containerd {version} にプラグイン {plugin} はありません。この名前は 2.0 からのものです。"
    earlier = "containerd {version} にプラグイン {plugin} はありません。1.7 まではありました。"
    write = "無効にしたいのが {meant} であれば、そう書いて containerd を再起動してください。"
    takeOut = "項目を削除するか、完全な名前を使う場合はファイルの先頭行に version = 2 と書き、containerd を再起動してください。"
    remove = "項目を削除してください。"

    [dead.configs]
    scheme = "containerd が探すのはエンドポイントのホストとポートだけです。スキームの付いたキーは見つかりません。"
    path = "containerd が探すのはエンドポイントのホストとポートだけです。パスの付いたキーは見つかりません。"
    wildcard = "containerd はこれらのキーのパターンを知りません。"
    hub = "Docker Hub のイメージは registry-1.docker.io に問い合わせるので、探されるキーもこれです。{key} ではありません。"
    case = "エンドポイントは {endpoint} と書かれています。大文字と小文字は別のキーになります。"
    port = "エンドポイントは {endpoint} です。ポートの有無と番号が同じでなければなりません。"
    noHost = "{key} というエンドポイントもレジストリホストもありません。"
    upstream = "containerd は問い合わせ先のホストを探します。{key} は最後に問い合わせる {key} 自身に使われ、ミラー {endpoint} には使われません。"
    auths = "このキーはスキーム {scheme} の URL として読まれ、ホストが残りません。"
    write = "設定を configs.\\"{host}\\" の下に書いてください"
    each = "エンドポイントごとに、そのホストとポートをキーとして configs の下に設定を書いてください。"
    addMirror = "ミラーにもこの設定が必要なら、configs.\\"{host}\\" の下にも書いてください。"

    [dead.host]
    wildcard = "containerd はここでパターンを知りません。名前はそのまま扱われ、この名前のイメージはありません。"
    scheme = "レジストリホストにスキームはありません。"
    path = "レジストリホストにパスはありません。"
    hubNever = "containerd にとって {host} のイメージは docker.io のイメージです。{host} が参照されることはありません。"
    hub = "containerd は Docker Hub を docker.io として認識します。{host} が参照されるのは、名前が {host}/ で始まるイメージだけです。"
    plain = "{host} にはドットもポートもありません。イメージ名の先頭にあると Docker Hub の名前の一部になります。"
    noHost = "{host} はレジストリホストではないため、どのイメージ名からも参照されません。"
    portForm = "ポート用のフォルダは末尾にも下線が付きます: host_5000_。"
    case = "大文字と小文字は区別されます。参照されるのは {host}/ と書かれたイメージだけです。"
    port = "標準のポートでも区別されます。参照されるのは名前が {host}/ で始まるイメージだけで、{short} のイメージではありません。"
    name = "{host} という名前にしてください"
    each = "イメージ名の最初のスラッシュより前にあるレジストリホストを 1 つずつ書いてください。{any} は、自分の設定がないすべてのホスト用です。"

    [dead.file]
    misspelt = "containerd が読むのは hosts.toml です。{file} は参照されません。"
    rename = "hosts.toml という名前にしてください"
    pem = "hosts.toml がない場合、CA として読まれるのは .crt で終わるファイルだけです。{file} は読まれません。"
    renameCA = "ca.crt という名前にするか、hosts.toml の ca の行に書いてください。"
    unnamedCA = "hosts.toml があるので、このフォルダのファイルは ca の行にある場合だけ使われますが、その行がありません。"
    nameCA = "必要なら、検証する証明書を持つ [host] の表に ca = \\"{file}\\" と書いてください。"
    root = "containerd が見るのは {root} の中の、レジストリホストごとのフォルダです。{root} 直下のファイルは見ません。"
    moveBelow = "{root}/HOST/hosts.toml に、すべてのホスト用なら {root}/_default/hosts.toml に移してください。"

    [dead.hosts]
    noHost = "ホストは host で始まる表に書きます。"
    inline = "2.0 以降の containerd は、自分の見出しを持つホストだけを使います。"
    unquoted = "引用符がないと、ホスト名はドットで終わり、その後は別の表になります。"
    quote = "URL 全体を引用符で囲んでください: [host.\\"https://…\\"]"
    scheme = "{url} は小文字の http:// でも https:// でも始まらないため、見かけどおりの URL として読まれません。"
    writeScheme = "ホストの前に https:// または http:// を付けた URL を書いてください。"

    [dead.folder]
    noConfigPath = "config_path が設定されていないため、{folder} の中は参照されません。"
    otherConfigPath = "config_path は {path} ({place}) で、ほかのフォルダは指定されていません。"
    name = "{header} の下に config_path = \\"{folder}\\" と書き、containerd を再起動してください。"
    nameInNewFile = "{file} の先頭行に version = {version}、{header} の下に config_path = \\"{folder}\\" を書き、containerd を再起動してください。"
    nameInstead = "{header} の下に config_path = \\"{folder}\\" と書き、mirrors の表を取り除いてください。containerd は両方を受け付けません。その後、再起動してください。"
    missing = "{path} がないため、hosts.toml は見つかりません。"
    create = "フォルダを作るか、パスを直して containerd を再起動してください。"

    [MIR0720]
    title = "containerd {version} はこれらのファイルでは CRI なしで動作します"
    cause = "{reason}。kubelet には unknown service runtime.v1.ImageService と返され、イメージの pull も Pod の起動もできません。"
    next = "この行を直してから containerd を再起動してください。"

    [MIR0721]
    title = "drop-in が {setting} を取り去っています"
    cause = "containerd 1.x は、プラグインの表全体を最後のファイルの表で置き換えます。{reason}"
    next = "そのファイルにもレジストリ設定を書くか、その設定を config.toml に移し、containerd を再起動してください。"

    [MIR0722]
    title = "{setting} は drop-in で置き換えられています"
    cause = "containerd 2.x は複数のファイルの表を結合しますが、リストと個々の値は置き換えます。{reason}"
    next = "最後のファイルの側にリスト全体を書いてください。"

    [MIR0723]
    title = "{setting} は効いていません"
    cause = "レジストリ設定は、正確なキーで正確な場所にある場合だけ有効です。{reason}"
    next = "キーを直すか、正しい場所に移し、containerd を再起動してください。"

    [MIR0724]
    title = "{setting} に合うエンドポイントはこれらのファイルにありません"
    cause = "containerd はこれらのキーを、エンドポイントに書かれたとおりのホストとポートで探します。{reason}"
    next = "キーをエンドポイントと同じ HOST または HOST:PORT にしてください。"

    [MIR0725]
    title = "{setting} を参照するイメージはありません"
    cause = "containerd は、イメージ名の最初のスラッシュより前の部分を、書かれたとおりに探します。{reason}"
    next = "イメージ名にあるとおりのレジストリホスト名にしてください。"

    [MIR0726]
    title = "{setting} は読まれません"
    cause = "ホストのフォルダで containerd が読むのは hosts.toml です。なければ *.crt、*.cert、*.key を読みます。{reason}"
    next = "ファイル名を変えるか、hosts.toml に書いてください。"

    [MIR0727]
    title = "hosts.toml の {setting} は読み飛ばされます"
    cause = "containerd は hosts.toml の知らないキーを読み飛ばします。キーはその上にある表の一部になります。{reason}"
    next = "キーを直すか、最初の表より上に移してください。再起動は不要です。"

    [MIR0728]
    title = "{setting}: 参照されないフォルダにあります"
    cause = "containerd が見るのは config_path が示すフォルダだけです。{reason}"
    next = "config_path をこのフォルダにして containerd を再起動してください。mirrors とは併用できません。"

    [MIR0729]
    title = "{setting}: そのフォルダがありません"
    cause = "ホストは config_path が示すフォルダで探されます。{reason}"
    next = "フォルダを作るか、パスを直して containerd を再起動してください。"

    [MIR0734]
    title = "{setting} は何も無効にしません"
    cause = "containerd は disabled_plugins の項目をプラグインの完全な名前と 1 文字ずつ比較します。{reason}"
    next = "名前を直すか、項目を削除し、containerd を再起動してください。"

    [MIR0735]
    title = "{setting} は普通に書かれたイメージ名には効きません"
    cause = "containerd はイメージ名の最初のスラッシュより前を、書かれたとおりに探します。{reason}"
    next = "イメージ名にあるレジストリ ホストと同じ名前にしてください。"

    [MIR0730]
    title = "client にあるのは 2 つのファイルで、証明書と鍵の組ではありません"
    cause = "リストでは、各ファイルに証明書とその鍵の両方が必要です。組はリストの中のリストです。{registryHost} の pull は、レジストリ自身へのものも含めてすべて失敗します。"
    next = "{fixed} と、証明書、鍵の順に書いてください。"

    [MIR0731]
    title = "{host} は Web サイトで、レジストリではありません"
    cause = "Docker Hub のレジストリは registry-1.docker.io です。containerd は URL を書かれたとおりに使います。"
    next = "代わりに https://registry-1.docker.io と書いてください。"

    [MIR0732]
    title = "{url}: 問い合わせ先は {asked} です"
    cause = "hosts.toml では、パスの後に /v2 が付きます。レジストリ全体が {path} の下にあれば正しく、{path} がレジストリのプロジェクトであれば誤りです。どちらかはファイルからは分かりません。"
    next = "プロジェクトなら {fixed} と override_path = true を書いてください。どちらの形かはレジストリの文書で分かります。why --live は実際の応答を示します。"

    [MIR0733]
    title = "{setting} はレジストリ自身に使われ、ミラーには使われません"
    cause = "configs の設定は、その名前のホスト 1 つにだけ使われます。{reason}"
    next = "ミラーにも必要なら、そのホスト名の下にも書いてください。"
    """
