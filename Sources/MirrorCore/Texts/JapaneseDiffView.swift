/// EnglishDiffView.swift の日本語訳。
let japaneseDiffView = """
    [review]
    unchanged = "変更はありません。ファイルはこのままです。ファイルのミラー数: {count}。"

    [effects]
    changes = "変更内容"
    concerns = "書き込む前に知っておくこと"
    configTOML = "{releases} のノード"
    hostsTOML = "{releases} のノード"

    [diff]
    folded = "（{count} 行を折りたたみ）"
    part = "部分 {number}/{count}"

    [preview]
    file = "ファイル"
    nodes = "ノード"
    effects = "影響"

    [field]
    "change.label" = "ミラーを変更する"

    [key]
    part = "部分"
    fold = "折りたたみ"
    foldAll = "すべて"
    search = "検索"
    again = "次、前"
    find = "検索"
    change = "変更"
    """
