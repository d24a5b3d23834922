/// The wizard's texts for pasting, repairing and taking mirrors over, in Japanese.
let japaneseAdopt = """
    [repair]
    done = "{path} を修正しました。元のファイル: {backup}"
    title = "{path} の修正"

    [paste]
    title = "貼り付けた内容にミラーがあります: {count}"
    text = "Enter で取り込みます。まだ何も書き込みません。"
    replaces = "Enter で一覧のミラーと置き換えます。まだ何も書き込みません。"

    [adopt]
    running = "管理クラスタを読み取っています…"
    done = "管理クラスタから引き継ぎました: {count}。差分は最後のステップで確認できます。"

    [adopt.source]
    none = "ここで入力"
    kubectl = "kubectl"
    saved = "保存した出力"

    [field]
    "adoptSource.label" = "ミラー"
    "adoptSource.hint" = "管理クラスタのミラーと Secret を共有できます"
    "adoptSource.help" = "管理クラスタのミラーは Secret を参照しており、ユーザー クラスタの spec でも同じものを参照できます。kubectl で読み取るか、次の出力を保存したファイルを指定します: kubectl get cluster CLUSTER_NAME -n CLUSTER_NAMESPACE --kubeconfig ADMIN_KUBECONFIG -o yaml"
    "adoptCluster.label" = "管理クラスタ"
    "adoptCluster.placeholder" = "admin1"
    "adoptCluster.hint" = "管理クラスタの名前、または NAMESPACE/NAME"
    "adoptKubeconfig.label" = "kubeconfig"
    "adoptKubeconfig.placeholder" = "bmctl-workspace/ADMIN/ADMIN-kubeconfig"
    "adoptSaved.label" = "出力"
    "adoptSaved.hint" = "kubectl の出力を保存したファイル"
    "adopt.label" = "ミラーを引き継ぐ"
    "repairFile.label" = "修正を見る"

    [key]
    takeOver = "取り込む"
    """
