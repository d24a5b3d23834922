/// Nodes: their findings, their table, and the options that ask them, in Japanese.
let japaneseNode = """
    [command]
    "node.abstract" = "ノードがイメージをどう pull するか (バージョン、ミラー、CA ファイル、問題点) を示します。"
    "node.discussion" = "オプションがなければこのマシンを読みます。SSH では、お使いの OpenSSH クライアントをその設定、エージェント、known_hosts とともに使い、root が必要な場合は sudo -n で読み、何も変更しません。終了コード 0: 問題なし。1: エラーの検出結果あり。69: どのノードにも到達できない。"
    "node.node" = "SSH で問い合わせるノード ([USER@]HOST)。複数指定できます。"
    "node.clusterConfig" = "このクラスタ構成ファイルの全ノードに、そのログイン ユーザーと鍵で問い合わせ、ファイルと比較します。このマシンがその 1 つなら SSH を使いません。--root、--node、--reports と併用すると、それらだけを比較します。"
    "node.nodes" = "ファイルのうち、指定したアドレスだけを対象にします (カンマ区切り)。"
    "node.nodePool" = "指定したノードプールだけを対象にします (controlPlane と loadBalancer も指定できます)。"
    "node.parallel" = "同時に問い合わせるノードの数。"
    "node.deadline" = "1 ノードあたりの制限時間 (秒)。"
    "why.node" = "SSH で問い合わせるノード ([USER@]HOST)。--live を付けると、試行はそのノードから行われます。"
    "node.sshConfig" = "自分の設定の代わりに使う OpenSSH クライアント構成 (ssh -F)。"
    "node.reportScript" = "コレクタ (レポートを 1 つ出力する POSIX sh スクリプト) を出力します。任意の実行基盤で使えます。"
    "node.reports" = "このディレクトリのレポートを読みます (1 ファイルに 1 つ以上)。"
    "node.invalidSources" = "--root、--node、--reports、--report-script のいずれか 1 つを指定してください。--cluster-config は最初の 3 つと併用するか、単独で使います。"
    "node.invalidSelection" = "--nodes と --node-pool は --cluster-config から選びます。--root のツリーは 1 つのノードです。"
    "node.invalidNumbers" = "--parallel は 1 から 64、--deadline は 1 から 3600 を指定してください。"
    "node.invalidTarget" = "{name} は [USER@]HOST の形ではありません。"
    "node.noNodes" = "{path} に該当するノードがありません。"
    "node.noReports" = "{path} にレポートがありません。"

    [node]
    heading = "{node} · containerd {version} ({origin}) · {unit}"
    "origin.given" = "指定値"
    "origin.installed" = "本体の申告"
    "origin.guessed" = "構成からの推定"
    config = "構成: {files}"
    configDump = "構成: containerd config dump"
    hostMirror = "{registryHost} ← {urls}"
    hostUpstream = "{registryHost} ← ミラーなし"
    hostError = "{registryHost} ← pull 不可: {text}"
    good = "読み取った範囲に問題はありません。実際に pull できるかは mirrorctl why IMAGE --live で確認できます。"
    unitUnknown = "ユニット未確認"
    "table.node" = "ノード"
    "table.pool" = "プール"
    "table.version" = "CONTAINERD"
    "table.group" = "構成"
    "table.state" = "状態"
    "state.good" = "正常"
    "state.error" = "エラー {count} 件"
    "state.warning" = "警告 {count} 件"
    "state.reported" = "収集済み"
    "state.unreachable" = "レポートなし"
    "state.maintenance" = "メンテナンス"
    summary = "ノード {all} 台、異なる構成 {groups} 種、エラーあり {bad} 台"
    progress = "{done}/{all}  {node}  {state}"
    andOthers = "{node} (他 {count} 台)"
    affected = "{count} 台: {nodes}"
    affectedOne = "対象: {node}"

    [MIR0801]
    title = "{node} に到達できません"
    cause = "OpenSSH は接続できませんでした。名前やアドレスの誤り、マシンまたは sshd の停止、あるいは間にあるファイアウォールか踏み台が原因です。"
    next = "`ssh {node}` を手で実行して確認してください。このワークステーションだけが遮断されている場合は ~/.ssh/config の ProxyJump を使ってください。"

    [MIR0802]
    title = "{node} のホスト鍵が変わっています"
    cause = "known_hosts にある鍵と一致しません。ノードの再インストール、アドレスの付け替え、または中間者が考えられます。何も送信していません。"
    next = "ノードのコンソールでフィンガープリントを照合してください。正しい場合にだけ `ssh-keygen -R {node}` で古い鍵を削除し、一度ログインしてください。"

    [MIR0803]
    title = "{node} のホスト鍵が登録されていません"
    cause = "このワークステーションでは、このノードの鍵がまだ承認されていません。本プログラムが自動で承認することはありません。"
    next = "フィンガープリントを照合して `ssh {node}` で一度ログインするか、known_hosts ファイルを配布してください。"

    [MIR0804]
    title = "{node} がログインを拒否しました"
    cause = "ノード、または途中の踏み台が、提示した鍵をどれも受け付けないか、このユーザーには受け付けません。クラスタ設定ファイルでは sshPrivateKeyPath と spec.nodeAccess.loginUser で指定します。"
    next = "`ssh -v` で鍵とユーザーを確認してください。パスワードは尋ねません。"

    [MIR0805]
    title = "{node} から応答がありません"
    cause = "接続はできましたが、{seconds} 秒以内にレポートが届きませんでした。ログイン スクリプト、応答しないマウント、containerd 自体のいずれかが止まっているか、その後に回線が切れています。"
    next = "ログインして応答しないコマンドを探してください (`df`、`systemctl status containerd` など)。--deadline で待ち時間を延ばせます。"

    [MIR0806]
    title = "{node} のシェルから応答がなく、ssh は {status} で終了しました"
    cause = "レポートは届きませんでした。ログイン シェルがコレクターを実行できない (制限されている、/bin/sh がない) か、このワークステーションの OpenSSH クライアントがないか失敗しています。"
    next = "`ssh {node} /bin/sh -c true` を手で実行し、その出力に従ってください。"

    [MIR0807]
    title = "{node} からレポートが届きませんでした"
    cause = "ログイン シェルが別のものを出力したか、何も出力しませんでした。メニュー、アカウントが閉じているという通知、またはシェルの代わりの別のプログラムです。"
    next = "手でログインして出力を確認してください。通常のシェルを持つアカウントが必要です。"

    [MIR0808]
    title = "{node} が際限なく送信しています"
    cause = "{limit} MiB を超えるデータ、またはレポートの前に 256 KiB を超えるデータが届きました。レポートがこの長さになることはないため、接続を切りました。"
    next = "手でログインして、シェルが何を出力するか確認してください。故障または悪意のあるノードの可能性があります。"

    [MIR0809]
    title = "{node} のレポートが壊れています"
    cause = "途中で終わっている、コレクタが書かない行を含む、または別のバージョンのコレクタが書いたものです。"
    next = "この mirrorctl が出力するスクリプト (`mirrorctl node --report-script`) で収集し直してください。"

    [MIR0810]
    title = "{node} のログイン シェルが余分な出力をしています"
    cause = "レポートの前に文字があります。読み飛ばしましたが、scp や sftp などのプログラムはこれで失敗することがあります。"
    next = "メッセージは対話シェルでだけ出力するようにしてください。"

    [MIR0811]
    title = "{node} のファイルを読めません"
    cause = "pull を決めるファイルを開けませんでした。SSH では `sudo -n` が拒否されたか、ここではこのユーザーの権限が足りないか、SELinux などのポリシーが禁じています。以下の判定はこれらを含みません。"
    next = "SSH では、spec.nodeAccess.loginUser に必要なとおり、ログイン ユーザーにパスワードなしの sudo を許可するか、root でログインしてください。ここでは root で実行するか、コピーしたツリーを読めるようにしてください。"

    [MIR0812]
    title = "{node} に containerd がありません"
    cause = "プログラムも config.toml も通常の場所にありません。クラスタのノードではないか、リセットされたか、containerd が別の場所にあります。"
    next = "アドレスを確認してください。リセットされたノードでは、再度インストールしてください。"

    [MIR0813]
    title = "{node} の containerd が {state} です"
    cause = "このユニットが active でない間は、イメージを pull することも、コンテナを開始することもできません。別のユニットが動かす containerd のことではありません。"
    next = "ノードで `journalctl -u containerd` を確認してください。構成が拒否されている場合は、ここにも検出結果が出ます。"

    [MIR0814]
    title = "{node} の containerd が読む内容がファイルと異なります"
    cause = "`containerd config dump` が、本プログラムの読み取り結果とは別のホストを示しています。判定には dump を使いました。"
    next = "`containerd config dump` とファイルを比べてください。説明のつかない差異はご報告ください。"

    [MIR0815]
    title = "{node} の containerd は最新の構成を読み込んでいません"
    cause = "config.toml またはインポートされたファイルは、containerd の起動後に書き込まれています。containerd は起動時にしか読まないため、その後の変更は効いていません。時刻だけが更新されたファイルも同じに見えます。hosts.toml は pull のたびに読まれます。"
    next = "ノードで `systemctl restart containerd` を実行してください。コンテナは動き続けます。"

    [MIR0816]
    title = "{node} は {registryHost} にミラーを使いません"
    cause = "クラスタ構成ファイルが指定するミラーと、ノードが問い合わせる先が異なります (- はファイル、+ はノード)。"
    next = "ファイルのほうが新しい場合は `bmctl update cluster` を実行してください。そうでない場合は、何がノードのファイルを変えているか調べてください。"

    [MIR0817]
    title = "{node} は {registryHost} に、ファイルにないミラーを使います"
    cause = "ノードで設定されたか、ファイルが変更されたまま適用されていない可能性があります。"
    next = "ミラーをクラスタ構成ファイルに追加するか、`bmctl update cluster` でノードから取り除いてください。"

    [MIR0818]
    title = "{node} は {endpoint} に別の CA を信頼しています"
    cause = "{files} の証明書は、クラスタ設定ファイルの caCertPath のどれとも一致しません。- がファイル、+ がノードです。ノードの CA がミラーの証明書に署名していなければ、pull はそこで x509 エラーになり、何も言わずに次のホストへ進みます。同じ名前と鍵で再発行された CA なら検証に成功します。"
    next = "ミラーの証明書に署名した CA で `bmctl update cluster` を実行してください。"

    [MIR0819]
    title = "{node} の CA が有効期間外です"
    cause = "{file} の証明書は現在有効ではありません。期限は {date} です。これで終わるチェーンはすべて拒否されます。"
    next = "クラスタ構成の CA ファイルを更新し、`bmctl update cluster` を実行してください。"

    [MIR0820]
    title = "{node} の {file} に証明書がありません"
    cause = "CA として指定されていますが、containerd が信頼できるものが入っていません。"
    next = "CA の証明書を PEM 形式で入れてください。"

    [MIR0821]
    title = "{node} のプロキシがミラー {endpoint} に適用されます"
    cause = "containerd の環境にプロキシがあり、NO_PROXY にミラーがありません。ミラーには {proxy} 経由で問い合わせます。"
    next = "クラスタ作成前に spec.proxy.noProxy に追加するか、ユニットのドロップインの NO_PROXY に追加してください。"

    [MIR0822]
    title = "{node} とこのワークステーションの時計が {seconds} 秒ずれています"
    cause = "どちらが誤りかは調べていません。証明書もトークンもノードの時計で有効かどうかが決まり、ログを比べることもできません。"
    next = "ノードで chrony または systemd-timesyncd を起動するか、このワークステーションの時計を確認してください。"

    [MIR0823]
    title = "{node} のイメージ用ディスクに余裕がありません"
    cause = "ディスクの {percent} % が使われ、空きは {free} MiB です。既定では 85 % で kubelet がイメージの削除を始め、必要になると再び pull します。"
    next = "`crictl rmi --prune` で未使用のイメージを削除するか、/var/lib/containerd の容量を増やしてください。"

    [MIR0824]
    title = "{node} で pull が失敗しています"
    cause = "containerd のジャーナルに失敗した試行が {count} 行あります (末尾を表示)。後続のホストがイメージを返した可能性もあります。"
    next = "該当するイメージについて `mirrorctl why IMAGE --node {node} --live` を実行してください。"

    [MIR0825]
    title = "{node} はメンテナンス中です"
    cause = "クラスタ構成ファイルの spec.maintenanceBlocks にアドレスが含まれています。変更は後から反映されます。"
    next = "対処は不要です。作業が終わったらメンテナンスを解除してください。"

    [MIR0826]
    title = "{node} の sshd が転送を禁止しています"
    cause = "AllowTcpForwarding、DisableForwarding、PermitOpen、または鍵の制限により、このプログラムはノードの接続を張れません。ファイルは読み取れました。"
    next = "ログイン ユーザーに許可するか (Match User … AllowTcpForwarding local)、--live なしで `mirrorctl node --node {node}` を使ってください。"

    [MIR0827]
    title = "{node} のレポートがありません"
    cause = "クラスタ構成ファイルにはこのノードがありますが、ディレクトリにこの名前のレポートがありません。"
    next = "そのノードで収集スクリプトを実行するか、SSH で問い合わせてください: `mirrorctl node --cluster-config FILE --nodes {node}`"
    """
