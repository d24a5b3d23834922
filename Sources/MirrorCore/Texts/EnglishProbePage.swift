/// The wizard's probe page: every mirror, the rehearsal of a push, and a CA bundle.
let englishProbePage = """
    [key]
    rehearse = "rehearse a push"
    bundle = "CA file"

    [probePage]
    others = "The other mirrors of the list"
    choose = "To see one in full, choose it in the step Endpoint (F3)."
    rehearsing = "With the rehearsal of a push: an upload is begun and cancelled, nothing is kept."
    proving = "Tried with a handshake before it is written …"
    bundleTitle = "{path} will be created:"
    bundleText = "It is written if the server is trusted with it, and becomes the answer of the step CA. A file that is there is not touched."

    [help]
    "key.rehearse" = "F7                on the probe's page: rehearse a push (begins an upload and cancels it)"
    "key.bundle" = "F8                on the probe's page: write the CA that would make the chain verify"
    """
