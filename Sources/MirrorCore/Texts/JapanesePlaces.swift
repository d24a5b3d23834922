/// 何をどこに置けるか: レジストリ ホストとフォルダ、ノードにないファイル、オプションとその場所。
let japanesePlaces = """
    [convert]
    deadKey = "{place}: {entry} はどの pull からも参照されないため、何も書き出していません: {reason}。"
    proof = "containerd {version} で比較した {count} 個のレジストリ ホストの試行は前後で同じです: {hosts}"
    nothingProven = "containerd {version} で、前後の試行が同じと確かめられたレジストリ ホストはありません。"

    noFile = "{file} がここにないため、containerd は既定値で動きます。変換するものはありません。"

    [containerdConfig]
    notThere = "--config が指定する {file} がありません"

    [node]
    configDefault = "構成: {files} がここにないため、containerd の既定値で判定します"

    [MIR0715]
    title = "{file} がここにありません: containerd の既定値で判定します"
    cause = "containerd は既定の場所にファイルがなくても起動し、すべての設定が既定値になります。コピーされなかったのか、ノードにないのかは、ここからは区別できません。"
    next = "ノードにファイルがあるか確認してください。コピーしたツリーには、そのファイルと import 先が必要です。"

    [MIR0716]
    title = "containerd は {file} を指定して起動されますが、ここにありません"
    cause = "ユニットの ExecStart がこのファイルを指定しています。ノードになければ containerd は起動しません。コピーしたツリーに足りないだけのこともあります。"
    next = "ファイルと import 先をツリーにコピーしてください。ノードにもなければ、作成するか、ユニットから --config を外してください。"

    [MIR0828]
    title = "{node} に containerd のものがありません"
    cause = "/etc/containerd もユニット containerd.service もありません。ここで述べるのは containerd の既定値の動作であり、ノードについてではありません。"
    next = "ノードの etc を含むフォルダを指定するか、/etc/containerd、/etc/systemd/system と、それらが指すファイルをコピーしてください。"

    [MIR0829]
    title = "containerd のユニットは {file} から変数を読みますが、ここにありません"
    cause = "これがないと、{node} の containerd のプロキシはわかりません。名前の前に - がないため、ファイルのないノードではユニットが起動しません。"
    next = "ファイルをツリーにコピーするか、ノードにあるか確認してください。"

    [hostKey]
    empty = "空です"
    control = "制御文字を含みます"
    blank = "空白を含みます"
    scheme = "URL です。レジストリ ホストにスキームはありません"
    path = "スラッシュを含みます。レジストリ ホストにパスはありません"
    dots = "ドットだけです"
    pattern = "containerd はホスト名のパターンを知りません。意味を持つのは単独の * だけです"
    tooLong = "ファイル名の上限である 255 バイトを超えています"
    dockerHub = "containerd は Docker Hub のイメージを docker.io でのみ探します"
    hubPath = "ドットもポートもないため、{key}/ で始まるイメージは Docker Hub のものです"
    upperCase = "containerd は 1 文字ずつ比較するため、ホストを {key} と書くイメージにしか効きません。{fixed} のイメージには使われません"
    notAHost = "このようなホストを指定できるイメージはありません"

    [issue]
    "host.hubPath" = "{host} にはドットもポートもありません。{host}/ で始まるイメージは Docker Hub のもので、この項目を参照するノードはありません。"
    "host.hubPath.fix" = "{host}.example.com や {host}:5000 のように、イメージが指定するとおりに入力してください。Docker Hub なら docker.io です"

    [command]
    outsideFolder = "{path} は {folder} の外になります。何も書き込んでいません。"
    linkInFolder = "{path} はリンクで、書き込むと別の場所になります。何も書き込んでいません。リンクを含まないフォルダを指定してください。"
    """
