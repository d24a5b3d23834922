/// Writing the CA bundle, and what else is said about trust, in Japanese.
let japaneseTrust = """
    [MIR0220]
    title = "トークンサーバーの証明書が拒否されました"
    cause = "レジストリはログイン先として {realm} を指定しています。その証明書は {issuer} に至り、レジストリに有効な CA では拒否されます: {reason}。そこへは何も送っていません。"
    next = "caCertPath のファイルにトークンサーバーの CA も追加するか、トークンサーバーにレジストリと同じ CA の証明書を設定してください。"

    [bundle]
    root = "サーバーが送ったルート"
    intermediate = "ルートの下の CA (ルートは送られていません)。containerd はこのまま信頼の起点として受け入れます"
    leaf = "サーバー自身の証明書。上位の証明書が送られていないため、更新されるまでしか有効ではありません"
    candidates = "次の証明書があれば検証に成功します。サーバー自身が送ったものなので、信頼する前に照合してください:"
    written = "書き込みました: {path}"
    compare = "→ フィンガープリントを、別の経路でレジストリの管理者と照合してください (レジストリのマシンで openssl x509 -in FILE -noout -fingerprint -sha256)。照合してから {path} を caCertPath に指定します。"
    notWritten = "CA バンドルは書き込みませんでした: {reason}"
    noTLS = "証明書を確認できませんでした。"
    notNeeded = "証明書はすでに検証に成功しています。"
    otherProblems = "CA だけでは足りません。ほかの拒否理由: {problems}"
    intermediateMissing = "{issuer} の証明書は、サーバーが自身の証明書の後に送る必要があります (MIR0204)。"
    notProven = "これを使っても拒否されます: {problem}"
    overwrite = "{path} はすでに存在します。バックアップを残して上書きしますか? [y/N] "

    [command]
    "probe.writeCaBundle" = "検証に成功するための証明書を、フィンガープリントを示してからこのファイルに書き込みます。信頼する前に照合してください。"
    "probe.yes" = "--write-ca-bundle と --write-docker-config の既存のファイルを確認なしで上書きします。バックアップは残します。"
    """
