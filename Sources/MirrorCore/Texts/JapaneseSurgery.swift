/// What is said about repairs, single edits, live clusters and adoption, in Japanese.
let japaneseSurgery = """
    [live]
    notYAML = "kubectl の出力が YAML ではありません: {line} 行 {column} 列: {problem}"
    nothing = "kubectl の出力に Cluster がありません。"
    noCluster = "kubectl の出力に baremetal.cluster.gke.io の Cluster がありません。含まれるのは {kinds} です。"
    notAmong = "{name} という Cluster はありません。あるのは {names} です。"
    several = "kubectl の出力に Cluster が複数あります: {names}。"

    [live.fix]
    name = "そのクラスターについて kubectl が出力したものを指定してください。adopt では --cluster NAME で別のクラスターを選べます。"
    command = "次のコマンドの出力を指定してください: kubectl get cluster CLUSTER_NAME -n CLUSTER_NAMESPACE --kubeconfig ADMIN_KUBECONFIG -o yaml"

    [kubectl]
    failed = "{command}: {words}"

    [kubectl.fix]
    notRun = "このワークステーションに kubectl をインストールするか、保存した出力を --from-cluster-yaml で指定してください。"
    failed = "クラスタの名前、名前空間、kubeconfig を確認してください。保存した出力を --from-cluster-yaml で指定することもできます。"

    [placement]
    specOfUnknownType = "クラスタのタイプがファイルにありません。ミラーはユーザー クラスタと同じく spec.nodeConfig にあります。"

    [placement.asked]
    header = "ヘッダーが指定されました。"
    spec = "spec.nodeConfig が指定されました。"

    [unreadable]
    wideDash = "公式ドキュメントのユーザー クラスタの例と同じ、YAML ではない書き方です。次のコマンドで修正後の形を確認できます: {command}"
    template = "このファイルはテンプレートです。ミラーが埋め込み部分の外にあれば、--template でその部分だけを編集し、他のバイトはそのまま残します。"

    [repair]
    nothing = "{path} はすでに YAML です。修正するところはありません。"
    found = "「-」の後の空白のため、最初のキーがそのキー自身の子と同じ列にあります。修正ではこの空白だけを取り除きます:"

    [listEdit]
    privateRegistries = "{path} にあるのは privateRegistries で、別のもの (プライベート ホスト自体を指すイメージ用) です。ミラーは registryMirrors に endpoint とともに書きます。"
    noSuchMirror = "{text} というミラーはありません。ファイルには {count} 個あります。番号か URL を指定してください。"
    noSuchField = "「{text}」はミラーの項目ではありません。使えるのは {names} です。"
    noSuchHost = "このミラーに {text} はありません。"
    noSuchPosition = "{text} は {count} 個のミラーの一覧の位置ではありません。"

    [adopt]
    notAUserCluster = "このファイルは {type} タイプのクラスタのものです。ミラーを引き継げるのはユーザー クラスタだけです。"
    nothing = "クラスタ {name} は registryMirrors なしで動いています。引き継ぐものがありません。"
    configFile = "これはクラスタ構成ファイルで、ヘッダーにはパスが書かれています。ユーザー クラスタの spec には、そこから作られた Secret が必要です。"
    invalid = "動いているクラスタのミラーがそのままでは使えません: {problem}"

    [adopt.fix]
    notAUserCluster = "他のタイプのミラーはヘッダーから読み取られます: mirrorctl apply --cluster-config FILE --endpoint URL"
    nothing = "先に管理クラスタにミラーを設定してください。ヘッダーを編集し、bmctl update cluster を実行します。"
    invalid = "先に管理クラスタで直してください。何も変更していません。"

    [concern]
    registryMeant = "registryMirrors の {line} 行の項目には host ({host}) があり endpoint がありません。ミラーではなく、この変更で削除されます。"
    mirrorMeant = "privateRegistries の {line} 行はミラーのようです ({endpoint})。privateRegistries に書いても効きません。"
    mirrorLeftOver = "privateRegistries の {line} 行 ({endpoint}) はこの変更でミラーになります。元の項目は残りますが効きません。"
    headerMirrorsOfUserCluster = "ヘッダー ({line} 行) に registryMirrors があります。既存のユーザー クラスタでは効きません。"
    presentWithoutV2 = "ファイルのもう一方の場所にあるミラー {endpoint} のパスに /v2 がありません。そこではレジストリが応答しません。"

    [concern.path]
    placeholder = "ヘッダーにプレースホルダが残っています: {paths}"
    notExpanded = "bmctl は ~ や $ を展開しません: {paths}"
    missing = "このワークステーションにありません: {paths}"
    folder = "ファイルではなくフォルダです: {paths}"
    unreadable = "読み取れません: {paths}"

    [concern.adopt]
    unknownType = "クラスタのタイプがファイルにありません。spec のミラーが効くのはユーザー クラスタだけです。"
    fromUser = "{name} 自体がユーザー クラスタです。ミラーは管理クラスタから引き継ぎます。"
    replaces = "ファイルのミラー {endpoint} はなくなります。管理クラスタにありません。"
    notChecked = "Secret {secret} は確認していません。{key} が必要です。"
    missing = "Secret {secret} が管理クラスタにありません。"
    noKey = "Secret {secret} に {key} がありません。"
    otherType = "Secret {secret} のタイプは {is} です。{type} でなければなりません。"
    notForwarded = "Secret {secret} は名前空間 {namespace} の外にあり、転送の対象になっていません。"
    checkFailed = "Secret {secret} を確認できませんでした: {words}"

    [concern.fix]
    registryMeant = "先に privateRegistries に移してください。"
    mirrorMeant = "スキームを付けてミラーとして書いてください: --add --endpoint URL。その後で元の項目を削除してください。"
    mirrorLeftOver = "この変更の後で、元の項目を削除してください。"
    headerMirrorsOfUserCluster = "そこから削除してください。mirrorctl adopt で管理クラスタのミラーを spec に引き継げます。"
    presentWithoutV2 = "{fixed} に変更してください。"

    [concern.fix.path]
    placeholder = "それぞれのパスを書くか、キーが不要なら行を削除してください。"
    notExpanded = "/ で始まる完全なパスを書いてください。"
    missing = "bmctl がファイルを読む前に直してください。相対パスは bmctl-workspace のあるフォルダが基準です。"
    folder = "その中のファイルのパスを指定してください。"
    unreadable = "bmctl を実行するアカウントが読めるようにしてください。"

    [concern.fix.adopt]
    unknownType = "ユーザー クラスタなら spec.type: user を加えてください。"
    fromUser = "管理クラスタの名前か、その出力を指定してください。"
    replaces = "残す場合は、後で加え直してください: mirrorctl apply --add"
    notChecked = "--kubeconfig を指定すると確認します。または次を実行してください: {command}"
    missing = "どの Secret があるか確認してください: {command}"
    noKey = "その項目のある Secret を作り直してください。"
    otherType = "そのタイプの Secret を作り直してください。"
    notForwarded = "次のコマンドで転送の対象にしてください: {command}"
    checkFailed = "次のコマンドで確認してください: {command}"

    [command]
    "adopt.abstract" = "管理クラスタのミラーをユーザー クラスタの spec に引き継ぎます。"
    "adopt.discussion" = "動いている管理クラスタを、保存した `kubectl get cluster NAME -n NAMESPACE --kubeconfig FILE -o yaml` の出力から、または kubectl を実行して読み取ります。--kubeconfig があれば Secret も確認しますが、値は読み取りません。差分を示し、確認の後で書き込みます。"
    "adopt.clusterConfig" = "ユーザー クラスタの構成ファイル。"
    "adopt.fromClusterYaml" = "保存した kubectl の出力。- は標準入力。"
    "adopt.cluster" = "管理クラスタの名前。"
    "adopt.namespace" = "その名前空間。省略時は cluster-NAME。"
    "adopt.kubeconfig" = "管理クラスタの kubeconfig。"
    "adopt.invalid" = "--from-cluster-yaml か、--cluster と --kubeconfig を指定してください。"
    "repair.abstract" = "公式ドキュメントのユーザー クラスタの例のインデントを、YAML として読めるように直します。"
    "repair.discussion" = "修正後の形を差分で示し、確認の後で書き込みます。- なら標準入力から読み、差分を示して終了コード 2 で終わります。--yes があれば修正した文字列を出力します。"
    "repair.clusterConfig" = "ファイル。- は標準入力。"
    "edit.place" = "クラスタ本来の場所と違う場所にする場合の header または spec。"
    "edit.template" = "ミラーが埋め込み部分の外にあるテンプレートを編集します。"
    "listEdit.add" = "ファイルのミラーを置き換えずに、ミラーを追加します。"
    "listEdit.mirror" = "ファイルのミラーを 1 つ変更します。後に続くオプションはそのミラーのものです。繰り返せます。"
    "listEdit.set" = "項目の値を変えます: endpoint、namespace、hosts (カンマ区切り)、caCertPath、pullCredentialConfigPath、caCertSecret、pullCredentialSecret。"
    "listEdit.unset" = "項目を削除します。"
    "listEdit.addHost" = "代わりを務めるレジストリ ホストを加えます。"
    "listEdit.removeHost" = "このレジストリ ホストを外します。"
    "listEdit.moveTo" = "ミラーを一覧のこの位置 (1 から) に移します。"
    "listEdit.drop" = "ミラーを削除します。"
    "listEdit.invalid" = "--mirror NUMBER|URL を先に置き、その後に --set、--unset、--add-host、--remove-host、--move-to、--drop のどれかを指定してください。"

    [file]
    attributeNotKept = "元のファイルの属性 {name} を {path} に付けられませんでした。"
    inUse = "別の mirrorctl が {path} に書き込んでいます。"

    [file.fix]
    attributeNotKept = "所有者のアカウントか root を使ってください。何も書き込んでいません。"
    inUse = "終わってから読み直してください。何も書き込んでいません。"
    """
