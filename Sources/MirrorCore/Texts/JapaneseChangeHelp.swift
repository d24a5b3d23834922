/// EnglishChangeHelp.swift の日本語訳。
let japaneseChangeHelp = """
    [command]
    "apply.kubeconfig" = "--run-bmctl で使う kubeconfig。クラスタ自身のもの、ユーザー クラスタでは管理クラスタのものです。"
    "apply.plan" = "`diff --plan-out` で作成した計画。"
    "apply.invalid" = "計画、--undo FILE、--cluster-config とミラーのうち、いずれか 1 つを指定してください。"
    "apply.runBmctl" = "書き込みの後に `bmctl update cluster` を実行します。その終了ステータスが返ります。"
    "apply.undo" = "このクラスタ構成ファイルの最新のバックアップを、1 バイトも違わずに戻します。"
    "diff.planOut" = "変更を `apply` 用の計画として保存します。読めるのは本人だけです。"
    "diff.probe" = "計画のためにミラーへ問い合わせます。応答が変わると計画は古くなります。"
    "edit.noClusterConfig" = "--cluster-config がありません。"
    """
