/// How a pull ended that was made.
let englishLiveVerdict = """
    [why.ending]
    mirror = "{image} comes from {url} now."
    upstreamInstead = "{image} comes from the upstream {url} now, not from the mirror {first}; containerd goes there in silence."
    upstream = "{image} comes from {url} now: no mirror is used for {registryHost}."
    fails = "Pulling {image} fails now: none of those that were asked gave it."
    unknown = "Whether {image} can be pulled is not known: not all could be asked."
    """
