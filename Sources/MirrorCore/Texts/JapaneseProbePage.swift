/// The wizard's probe page, in Japanese.
let japaneseProbePage = """
    [key]
    rehearse = "push の予行"
    bundle = "CA ファイル"

    [probePage]
    others = "リストのほかのミラー"
    choose = "詳しく見るには、エンドポイントのステップ (F3) で選んでください。"
    rehearsing = "push の予行を含みます: アップロードを開始して取り消します。何も残りません。"
    proving = "書き込む前にハンドシェイクで確かめています…"
    bundleTitle = "{path} を作成します:"
    bundleText = "これでサーバーを信頼できる場合にだけ書き込み、CA のステップの答えにします。既にあるファイルには触れません。"

    [help]
    "key.rehearse" = "F7                プローブのページで: push の予行 (アップロードを開始して取り消す)"
    "key.bundle" = "F8                プローブのページで: チェーンを検証できる CA を書き込む"
    """
