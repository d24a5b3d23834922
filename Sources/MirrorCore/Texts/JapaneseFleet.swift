/// What goes through a node, and bundles of nodes, in Japanese.
let japaneseFleet = """
    [why]
    forbidden = "問い合わせていません。ノードの sshd がそこへの転送を許可していません"

    [node]
    caFile = "CA ファイル: {path} ({content})"
    certificate = "{subject}、有効期限 {date}"
    noCertificate = "証明書がありません"
    proxy = "containerd のプロキシ: {settings}"
    clockEqual = "時計: このマシンと一致しています"
    clockAhead = "時計: このマシンより {seconds} 秒進んでいます"
    clockBehind = "時計: このマシンより {seconds} 秒遅れています"
    space = "イメージ用の空き: {free} (使用率 {percent} %)"
    failedPull = "ジャーナルの失敗: {image} ({host}): {what}"

    [evidence]
    noNodes = "{path} にノードはありません。mirrorctl why --bundle で開いてください。"
    whichNode = "このバンドルには複数のノードがあります: {nodes}。--node で 1 つ選んでください。"

    [command]
    "node.bundle" = "ノードについて見たものすべて (秘密は除去)。新しいファイルなら書き込み、既存のファイルなら、どのマシンでも開いて再び判定します。mirrorctl why --bundle でも開けます。"
    """
