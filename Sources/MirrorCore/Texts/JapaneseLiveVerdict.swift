/// How a pull ended that was made, in Japanese.
let japaneseLiveVerdict = """
    [why.ending]
    mirror = "現時点では、{image} は {url} から pull されます。"
    upstreamInstead = "現時点では、{image} はミラー {first} ではなく上流の {url} から pull されます。containerd は黙ってそこに進みます。"
    upstream = "現時点では、{image} は {url} から pull されます。{registryHost} にミラーは使われません。"
    fails = "現時点では {image} の pull は失敗します。問い合わせ先のどこからも得られませんでした。"
    unknown = "{image} を pull できるかどうかは分かりません。問い合わせられない先がありました。"
    """
