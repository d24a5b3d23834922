/// What goes through a node, and bundles of nodes.
let englishFleet = """
    [why]
    forbidden = "not asked: the node's sshd opens no stream there"

    [node]
    caFile = "CA file: {path} ({content})"
    certificate = "{subject}, valid until {date}"
    noCertificate = "no certificate in it"
    proxy = "proxy of containerd: {settings}"
    clockEqual = "clock: as this machine's"
    clockAhead = "clock: {seconds} s ahead of this machine's"
    clockBehind = "clock: {seconds} s behind this machine's"
    space = "free for images: {free} ({percent} % used)"
    failedPull = "failed in the journal: {image} at {host}: {what}"

    [evidence]
    noNodes = "{path} holds no node; mirrorctl why --bundle opens it."
    whichNode = "The bundle holds several nodes: {nodes}. Choose one with --node."

    [command]
    "node.bundle" = "Everything that was seen of the nodes, secrets removed. A new file is written; one that exists is opened and judged again, on any machine; mirrorctl why --bundle opens it too."
    """
