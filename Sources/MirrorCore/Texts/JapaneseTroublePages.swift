/// More of the wizard's troubleshooting track, in Japanese.
let japaneseTroublePages = """
    [field]
    "troubleLog.label" = "ログ"
    "troubleLog.placeholder" = "なし: containerd のログや Pod イベント (ファイル、または貼り付け)"
    "troubleLog.help" = "containerd のメッセージ (journalctl -u containerd)、kubectl describe pod、kubectl get events のファイルです。2 行以上の貼り付けは、どの項目にいてもログとして扱います。"

    [key]
    pane = "ログ・変更"

    [pullPane]
    attempts = "問い合わせ"
    journal = "ノードのジャーナル"
    log = "指定のログ"
    change = "変更内容"
    noJournal = "読み取った範囲のノードのジャーナルに、このイメージの pull はありません。"
    noLog = "ログ ファイルを指定するか、ログまたは kubectl describe pod の出力を貼り付けてください。"
    reading = "ログを読み取っています…"
    nothing = "このログにこのイメージの pull はありません。次のイメージがあります:"
    nothingAtAll = "ログに pull の記録がありません。"
    pasted = "貼り付け: {lines} 行。"
    noChange = "入力はファイルの内容と同じです。F5 で最初の問題を直す項目に移ると、変更内容がここに表示されます。"

    [pull]
    fromHere = "問い合わせはこのマシンから、このマシンの名前解決で行います。"
    fromNode = "問い合わせは ssh -W を通してノード {node} から行います: ノードの名前解決、ファイアウォール、CA ファイル、ログインを使います。"
    madeHere = "このマシンから問い合わせました。"
    madeAtNode = "ssh -W を通してノード {node} から問い合わせました。"
    changed = "読み取った後にノードのファイルが変わりました。前のステップの ^R でもう一度問い合わせてください。"

    [nodes]
    alike = "{letter}: 同じ構成の {count} ノード"
    odd = "{letter}: {all} ノード中 {count} ノード。ほかと異なります"
    silent = "レポートなし: {count}"
    unasked = "未問い合わせ: {count}"
    """
