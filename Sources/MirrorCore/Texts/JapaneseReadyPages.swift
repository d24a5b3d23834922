/// ウィザードのアップグレードのトラック。
let japaneseReadyPages = """
    [track]
    upgrade = "アップグレード"

    [step]
    "upgrade.title" = "アップグレード"
    "upgrade.intro" = "アップグレード先のバージョンと、確認の対象です。"
    "upgrade.help" = "必須なのはバージョンとクラスタ構成ファイルだけです。指定したものはすべて確認し、指定していないものは未確認として示します。ここにもミラーにも何も書き込みません。"
    "ready.title" = "判定"
    "ready.intro" = "途中に何か問題があるか。何も書き込みません。"
    "ready.help" = "✓ 確認済み、! 確認済みで知っておくべきことあり、? 未確認 (確認方法付き)、✗ 問題あり (対処付き)。F5 で、最初の問題を解決できる入力欄または push に移ります。^R でもう一度確認します。"

    [field]
    "upgradeTarget.label" = "バージョン"
    "upgradeTarget.placeholder" = "1.35.0-gke.525"
    "upgradeTarget.help" = "パッケージ名のとおりに入力します。パッチが未定なら 1.35 だけでもかまいません。"
    "upgradeConfig.label" = "クラスタ構成"
    "upgradeConfig.placeholder" = "bmctl-workspace/admin1/admin1.yaml"
    "upgradeConfig.help" = "アップグレード前のファイルです。稼働中のクラスタを指定しない限り、そのバージョンをノードのバージョンとみなします。"
    "upgradePackage.label" = "パッケージ"
    "upgradePackage.placeholder" = "なし: イメージは確認しません"
    "upgradePackage.help" = "アップグレード先の bmpackages_VERSION.tar.xz です。中のすべてのイメージをミラーで探し、読み戻します。"
    "upgradeBetween.label" = "途中のパッケージ"
    "upgradeBetween.placeholder" = "なし"
    "upgradeBetween.help" = "リリースを一つ飛ばす場合、その飛ばすリリースのパッケージです。ミラーには両方のイメージが必要です。"
    "upgradeLive.label" = "稼働中のクラスタ"
    "upgradeLive.placeholder" = "なし: ファイルのバージョンで判断します"
    "upgradeLive.help" = "kubectl get cluster NAME -n NAMESPACE -o yaml の出力を保存したファイルです。"
    "upgradeReports.label" = "ノードのレポート"
    "upgradeReports.placeholder" = "なし: ノードは確認しません"
    "upgradeReports.help" = "ノードのレポートのフォルダです。mirrorctl node --report-script が作成スクリプトを出力します。"
    "upgradeWithin.label" = "失効までの期間"
    "upgradeWithin.placeholder" = "30d"
    "upgradeWithin.help" = "この期間内に失効する証明書、CA、ログインを問題とします: 30d、4w。"
    "upgradeCACert.label" = "CA (PEM ファイル)"
    "upgradeCACert.placeholder" = "構成ファイルは Secret だけを示しています"
    "upgradeDockerConfig.label" = "config.json"
    "upgradeDockerConfig.placeholder" = "構成ファイルは Secret だけを示しています"
    "readyLook.label" = "すべて確認する"
    "readyAgain.label" = "もう一度確認する"

    [key]
    readyLook = "確認"
    readyStop = "停止"

    [upgrade]
    badTarget = "バージョンではありません。"
    badTargetFix = "1.35.0-gke.525 のようなバージョン、または 1.35 のようなマイナー リリースを入力してください。"
    badWithin = "期間ではありません。"
    badWithinFix = "30d や 4w のように日数または週数を入力してください。"
    otherFile = "クラスタ構成ファイルのパスを入力してください。"

    [readyView]
    unwritten = "現在のファイルで判断します。まだ書き込んでいないミラーは含みません。"
    outdated = "その後、入力が変わりました。もう一度確認してください (^R)。"
    begun = "開始しています…"
    notYet = "まだ確認していません。"
    stopped = "中断しました。判断できません。"
    needsTarget = "前のステップ (F3) でバージョンを入力してください。"
    needsFile = "前のステップ (F3) でクラスタ構成ファイルを指定してください。"

    [command]
    "wizard.upgrade" = "アップグレード前の確認から始めます。"
    """
