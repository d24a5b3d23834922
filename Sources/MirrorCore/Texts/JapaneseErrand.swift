/// EnglishErrand.swift の日本語訳。
let japaneseErrand = """
    [errand]
    planned = "計画を {path} に保存しました。実行するコマンド: {command}"
    undone = "{path} を前回の書き込み前の内容に戻しました。取り消した内容は {kept} にあります。"

    [errand.running]
    plan = "計画のためにミラーに問い合わせています …   Esc で中止"
    undo = "バックアップを探しています …"
    bmctl = "bmctl のバージョンを確認しています …   Esc で中止"
    live = "kubectl で実行中のクラスタを読み取っています …   Esc で中止"

    [write]
    more = "… ほかに {count} 件あります。すべては確認画面の「影響」タブにあります。"
    fixes = "… 対処方法は確認画面の「影響」タブにあります。"

    [undo]
    title = "取り消し: {path} は次のように変わります"

    [runBmctl]
    title = "次のコマンドはクラスタのすべてのノードに及びます:"
    text = "Enter でウィザードを終了し、ここで実行します。終了コードは bmctl のものになります。Esc で戻ります。"

    [hardLink]
    title = "このファイルには名前が {names} 個あります（ハードリンク）。"
    text = "ファイルは丸ごと置き換えられます。Enter を押すと、開いた名前にだけ新しい内容を書き込み、ほかの名前は元の内容のままになります。Esc では何も書き込みません。"

    [preview]
    live = "クラスタ"

    [live]
    ask = "管理クラスタの kubeconfig か、kubectl get cluster … -o yaml の出力を保存したファイルを指定してください。Enter で、実行中のクラスタのミラーと比較します。"
    same = "クラスタはこのミラーで動いています。"

    [concern]
    hardLinked = "{path} には名前が {names} 個あります（ハードリンク）。ほかの名前は元の内容のままになります。"

    [concern.adopt]
    keysLeft = "実行中のミラー {endpoint} には、このプログラムが知らず引き継がないキーがあります: {keys}"

    [concern.fix.adopt]
    keysLeft = "ユーザー クラスタにも必要なら、手作業でファイルに加えてください。"

    [concern.fix]
    hardLinked = "確認を得た場合にだけ、この名前にだけ書き込みます: --break-hard-link"

    [command]
    "apply.breakHardLink" = "ほかの名前（ハードリンク）のあるファイルを、この名前にだけ書き込みます。ほかの名前は元の内容のままです。"

    [field]
    "plan.label" = "計画として保存する"
    "runBmctl.label" = "bmctl を実行する"
    "bmctlKubeconfig.label" = "kubeconfig"
    "bmctlKubeconfig.placeholder" = "ユーザー クラスタは管理クラスタのもの。ほかは隣の CLUSTER-kubeconfig"
    "bmctlKubeconfig.help" = "bmctl update cluster には管理側のクラスタの kubeconfig が必要です。ユーザー クラスタでは管理クラスタのものです。空の場合は、ファイルの隣にあるクラスタ自身のものを使います。"
    "undo.label" = "取り消す"
    "compareLive.label" = "実行中のクラスタと比較する"
    "liveKubeconfig.label" = "kubeconfig"
    "liveKubeconfig.placeholder" = "bmctl-workspace/ADMIN/ADMIN-kubeconfig"
    "liveSaved.label" = "または出力"
    "liveSaved.placeholder" = "kubectl の出力を保存したファイル"

    [key]
    plan = "計画"
    undo = "取り消す"
    runBmctl = "実行"
    compare = "比較"
    writeThisName = "この名前に書き込む"
    """
