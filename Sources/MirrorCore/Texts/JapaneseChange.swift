/// EnglishChange.swift の日本語訳。
let japaneseChange = """
    [consequence]
    summary = "変更内容:"
    unreadable = "変更前の一覧にあるミラー {endpoint} は読み取れないため、ノードの現在の内容は不明です。"
    sameFiles = "ノードのファイルは変わりません。"
    filesOfOlder = "ファイルの変更は上と同じです。"
    noNodes = "ファイルにクラスタがないため、対象のノードは不明です。"
    group = "{role} {name} {version}（ノード数: {nodes}）"
    groupWithoutName = "{role} {version}（ノード数: {nodes}）"
    groupOfUnknownVersion = "{role} {name}、バージョン不明（ノード数: {nodes}）"
    groupWithoutNameOfUnknownVersion = "{role}、バージョン不明（ノード数: {nodes}）"
    moreGroups = "ほか {count} 件（ノード数: {nodes}）"
    source = "{registryHost}: {before} → {after}"
    losesMirror = "{registryHost} はミラーを失います: {before} → {after}"
    appears = "新たな所見: {code}（{severity}）{title}"
    goes = "なくなる所見: {code}（{severity}）{title}"

    [consequence.line]
    configTOML = "{releases} のノード（config.toml を読みます。containerd {version}）:"
    hostsTOML = "{releases} のノード（hosts.toml を読みます。containerd {version}）:"

    [consequence.role]
    controlPlane = "コントロール プレーン"
    loadBalancer = "ロードバランサ"
    nodePool = "ノードプール"

    [consequence.file]
    created = "{path}（新規）"
    updated = "{path}"
    removed = "{path}（なくなります）"
    partCreated = "{path}（レジストリの設定が加わります）"
    partRemoved = "{path}（レジストリの設定がなくなります）"

    [plan]
    probing = "{endpoint} に問い合わせています…"
    probed = "{endpoint}: 所見: {findings}"
    written = "計画を {path} に保存しました。実行するには: {command}"
    notRead = "{path} はこのプログラムの計画ではありません。"
    stale = "{path} は古くなっています。作成時の前提が上記のとおり変わりました。何も書き込んでいません。計画を作り直してください。"

    [plan.moved]
    file = "{path} は計画の作成時と内容が異なります。"
    fileGone = "{path} を読み取れなくなっています。"
    done = "{path} はすでに計画どおりの内容です。"
    findingNew = "{endpoint} に新しい所見 {code} があります。"
    findingGone = "{endpoint} の所見 {code} がなくなっています。"

    [plan.moved.ca]
    changed = "CA {path} の内容が変わっています。"
    gone = "CA {path} を読み取れなくなっています。"
    appeared = "CA {path} は計画の作成時にはありませんでした。"

    [plan.moved.credential]
    changed = "{path} の認証情報が変わっています。"
    gone = "{path} の認証情報を読み取れなくなっています。"
    appeared = "{path} の認証情報は計画の作成時にはありませんでした。"

    [live]
    name = "稼働中のクラスタ {name}"
    noName = "ファイルにクラスタ名がないため、kubectl で問い合わせできません。"

    [undo]
    noBackup = "{path} には、書き込んだ内容を確かめられるバックアップがありません。元に戻せるものはありません。"
    changed = "{path} は {stamp} の書き込みの後に変更されています。元に戻していません。以前の内容は {backup} にあります。"
    ask = "{backup} を {path} に戻しますか? [y/N] "
    done = "{path} を {stamp} より前の内容に戻しました。"
    kept = "取り消した内容は {path} に残してあります。"
    already = "{path} はすでに {stamp} より前の内容です。"

    [bmctl]
    notFound = "bmctl が PATH にありません。何も行っていません。"
    noCluster = "bmctl で更新するクラスタがファイルにありません。何も行っていません。"
    noKubeconfig = "bmctl にはクラスタ自身の kubeconfig（--kubeconfig）が必要ですが、ファイルの隣にありません。何も行っていません。"
    noAdminKubeconfig = "ユーザー クラスタでは、bmctl に管理クラスタの kubeconfig（--kubeconfig）が必要です。何も行っていません。"
    ownKubeconfig = "{path} はユーザー クラスタ自身の kubeconfig のようです。bmctl には管理クラスタのものが必要です。何も行っていません。"
    otherFile = "bmctl は {path} ではなく {other} を読みます。何も行っていません。そちらのファイルを変更するか、別のフォルダで実行してください。"
    elsewhere = "bmctl は bmctl-workspace/{name}/{name}.yaml を読みますが、{path} は別の場所にあります。"
    running = "実行中: {command}"
    ended = "bmctl は {status} で終了しました。{path} は書き込んだ内容のままです。bmctl を再び実行するか、前回の書き込みを取り消してください: {undo}"
    """
