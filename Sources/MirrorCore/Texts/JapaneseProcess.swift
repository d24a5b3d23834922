/// Other programs that are run.
let japaneseProcess = """
    [process]
    notFound = "{name} が見つからないか、実行できません。インストールするか、PATH に含めてください。"
    cancelled = "中断しました。"
    deadline = "{name} は {seconds} 秒以内に終わらなかったため、停止しました。"
    tooMuchOutput = "{name} の出力が {limit} MiB を超えたため、停止しました。"
    system = "{name} を実行できませんでした: {reason}"
    """
