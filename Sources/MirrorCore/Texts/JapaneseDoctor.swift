/// What surrounds findings, in Japanese.
let japaneseDoctor = """
    [findings]
    heading = "検出結果"
    intro = "ルールから生成しています。`mirrorctl explain CODE` はオフラインで同じ内容を示します。"

    [severity]
    error = "エラー"
    warning = "警告"
    info = "情報"

    [suppress]
    unknownCode = "{line} 行: {code} は検出結果のコードではありません。"
    noReason = "{line} 行: 理由がありません。MIRnnnn HOST[:PORT] の後に、そのままでよい理由を書いてください。"
    fail = "{path}、{problem}"
    done = "抑制済み: {reason}"

    [chain]
    title = "証明書"
    given = "指定した CA ファイル"
    sent = "サーバーが送信"
    unseen = "送信されず、CA ファイルにもない"

    [challenge]
    title = "認証の要求"
    entry = "使ったエントリ: {key}、ユーザー {username}"

    [command]
    "probe.output" = "標準出力の形式: 人が読む text、1 つの JSON オブジェクト、JUnit XML、SARIF。"
    "probe.suppress" = "数えない検出結果のファイル。1 行に 1 つ: MIRnnnn HOST[:PORT] 理由。"
    """
