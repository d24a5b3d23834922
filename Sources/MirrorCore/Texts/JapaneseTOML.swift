/// What the TOML reader says in Japanese.
let japaneseTOML = """
    [toml]
    tooLarge = "ファイルが {limit} を超えています。これは設定ファイルではありません"
    tooDeep = "表や配列の入れ子が {limit} 段を超えています"
    notUTF8 = "UTF-8 ではないバイト"
    byteOrderMark = "ファイルが BOM で始まっています。containerd 2.x は拒否するので、BOM なしで保存してください"
    ellipsis = "この行はドキュメントの省略記号で、TOML ではありません。ページで省略された行なので、削除してください"
    controlCharacter = "ここでは制御文字 {code} を使えません"
    bareCarriageReturn = "改行 (LF) を伴わない復帰 (CR)"
    unterminatedString = "この文字列は閉じられていません"
    newlineInString = "文字列の途中で行が終わっています。引用符を閉じるか、複数行なら引用符を 3 つ使ってください"
    badEscape = '''"{found}" はエスケープではありません。バックスラッシュは "\\\\" と書くか、一重引用符を使ってください'''
    badUnicodeEscape = '''"\\u" には 16 進数 4 桁、"\\U" には 8 桁が必要で、実在する文字でなければなりません'''
    multilineKey = "キーに複数行の文字列は使えません"
    badValue = '''"{text}" は値ではありません。文字列には引用符が必要です'''
    badNumber = '''"{text}" は TOML の数値ではありません。文字列には引用符が必要です'''
    integerOutOfRange = "{text} は 64 ビットに収まりません"
    badDateTime = '''"{text}" は日付や時刻ではありません。文字列には引用符が必要です'''
    duplicateKey = '''"{key}" は {line} 行ですでに設定されています'''
    duplicateTable = "表 [{name}] は {line} 行ですでに定義されています"
    notATable = '''"{key}" は {line} 行で値を持っているので、表にはできません'''
    closedTable = '''表 "{key}" は {line} 行で完結しています。ここでは何も追加できません'''
    staticArray = '''"{key}" は {line} 行からの配列で、ここでは追加できません'''
    bracketInHeader = "] を含む表の名前。containerd 1.x は読めません"

    [toml.expected]
    key = '''キーがあるはずの場所に "{found}" があります'''
    equals = '''キーの後に "=" があるはずの場所に "{found}" があります'''
    value = '''値があるはずの場所に "{found}" があります'''
    endOfLine = '''行末のはずの場所に "{found}" があります'''
    headerEnd = '''表の名前を閉じる "]" があるはずの場所に "{found}" があります'''
    arrayEnd = '''配列の "," か "]" があるはずの場所に "{found}" があります'''
    inlineTableEnd = '''表の "," か "}" があるはずの場所に "{found}" があります'''
    """
