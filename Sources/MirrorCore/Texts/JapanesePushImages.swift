/// パッケージ内の、あるべき形でないイメージ。
let japanesePushImages = """
    [push]
    passedOver = "{files} 個のファイルはどのイメージにも属さないため、対象外としました: {names}。"
    listSum = "イメージ {images} 個、うち {lost} 個は不完全です。{files} 個のファイルはどのイメージにも属さないため、対象外です。"

    [package]
    deadLink = "{name}: {link} は {target} へのリンクですが、パッケージにそのファイルはありません。"
    strayLink = "{name}: {link} は {target} へのリンクですが、そこには何もありません。同じ名前のファイルは {found} にあります。"
    linkCircle = "{name}: {link} のリンクは循環しています。"
    linkOutside = "{name}: {link} はフォルダの外の {target} へのリンクです。フォルダの外は読みません。"
    "notAFile.pipe" = "{name}: {link} が指す {path} は、ファイルではなく名前付きパイプです。"
    "notAFile.socket" = "{name}: {link} が指す {path} は、ファイルではなくソケットです。"
    "notAFile.device" = "{name}: {link} が指す {path} は、ファイルではなくデバイスです。"
    "notAFile.folder" = "{name}: {link} が指す {path} は、ファイルではなくフォルダです。"
    layersDiffer = "{name}: イメージ {digest} のレイヤーは {layers} 個ですが、config には {diffIDs} 個あります。"
    wrongLayer = "{name}: レイヤー {layer} は圧縮されていませんが、config ではその位置に {diffID} があります。"
    platformsMissing = "{name}: インデックスは {missing} を指しますが、パッケージにはそのすべてが揃っていません。あるのは {present} です。"
    badMediaType = "{name}: {mediaType} はメディアタイプではありません。"
    blobTooLarge = "{name}: レイヤーの大きさが {size} バイトです。{limit} バイトを超えるレイヤーはありません。"
    unreadable = "{name} ({size} バイト) はアーカイブのはずですが、読み取れません。ファイルが壊れています。"
    noDocument = "{name} はイメージのようですが、{document} がありません。一部が失われたか、古い Docker が書いたものです。"
    nameTooLong = "{name} の {offset} バイト目に {limit} バイトを超える名前があります。そのようなファイル名はありません。"
    nameTooDeep = "{name} の {offset} バイト目に {limit} 個を超える部分からなる名前があります。それほど深いフォルダーはありません。"
    nestedTooDeeply = "{name}: アーカイブの入れ子が {limit} 段を超えています。"
    indexTooDeep = "{name}: インデックスの入れ子が {limit} 段を超えています ({digest} まで)。"
    tooManyParts = "{name}: イメージごとに数えたマニフェストと blob の合計が {limit} を超えています。"

    [MIR0929]
    title = "{images} 個のイメージには、パッケージ内に名前またはタグがありません"
    cause = "ここに示す場所に送りました。名前がないものは、入っているファイルの名前から取りました。タグのないものは、そのダイジェストでしかプルできません。"
    next = "ノードが名前でプルする場合は、名前を付けて保存してください: docker tag IMAGE NAME:TAG の後に docker save NAME:TAG (イメージ ID ではなく)。"

    [MIR0930]
    title = "パッケージ内のリンクの先がありません"
    cause = "{problem}"
    next = "現行の docker save または skopeo copy でアーカイブを書き直すか、リンクを直してください。チェックサムが一致しているなら、ダウンロードの問題ではありません。"

    [MIR0939]
    title = "リンクがパッケージのフォルダの外を指しています"
    cause = "{problem}"
    next = "ファイルのあるフォルダを --source に指定するか、リンクの代わりにファイルを置いてください: cp -rL FOLDER COPY"

    [MIR0940]
    title = "パッケージの中で、ファイルのあるべき場所にファイルがありません"
    cause = "{problem}"
    next = "そこにファイルを置いてください。そこからは何も読んでいません。"

    [MIR0931]
    title = "イメージ自体が整合していません"
    cause = "{problem} containerd はこのようなイメージを展開しないため、push しませんでした。"
    next = "イメージを保存し直してください。Docker 25.0.0 はこのようなアーカイブを書きました。25.0.1 以降、または skopeo copy を使ってください。"

    [MIR0932]
    title = "パッケージにイメージの全プラットフォームが揃っていません"
    cause = "{problem} 一部のプラットフォームだけがエクスポートされ、インデックスには残りも書かれている可能性が高いです。"
    next = "全プラットフォームをエクスポートするか (ctr images export --all-platforms)、1 つのプラットフォームだけをインデックスなしでエクスポートしてください: skopeo copy --override-arch ARCH docker://IMAGE oci-archive:FILE。"

    [MIR0936]
    title = "イメージの名前がレジストリで使えません"
    cause = "{problem}"
    next = "名前は小文字、数字、. _ - / からなり、コロンの後にタグが続きます。そのような名前を付けて保存し直してください: docker tag、docker save。"

    [MIR0937]
    title = "パッケージに、リクエストに入れてはならない文字列があります"
    cause = "{problem}"
    next = "このイメージの何も、その文字列では送信していません。パッケージの作成者に確認してください。ベンダーのものにそのような文字列はありません。"

    [MIR0938]
    title = "パッケージが上限を超えています"
    cause = "{problem}"
    next = "これほど多くを必要とするイメージはありません。パッケージの作成者に確認し、意図したものであれば分割してください。"
    """
