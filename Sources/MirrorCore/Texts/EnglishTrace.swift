/// What a log of containerd shows about a pull.
let englishTrace = """
    [trace]
    heading = "{image}, as the log shows it (pulled {count} times; the last time counts)"
    headingOnce = "{image}, as the log shows it"
    attempt = "{number}. {host}: "
    line = "line {line}"
    unlogged = "only in the error at the end"
    podEvent = "The Pod event shows:"
    madeEvent = "The Pod event will show:"
    nothing = "Nothing in {file} speaks of a pull of {image}."
    nothingAtAll = "Nothing in {file} speaks of a pull."
    others = "It speaks of: {images}"

    [trace.then]
    next = "next, in silence"
    fails = "fails"
    pulledElsewhere = "the next one gave it"

    [trace.verdict]
    pulled = "{image} was pulled, and the log shows no host that failed."
    pulledElsewhere = "{image} was pulled, though {host} failed on the way: {what}."
    unfinished = "The log shows the start of the pull and no answer."
    noEvent = "{host} failed: {what}. The log ends before the pull does."
    hostUnknown = "The pull failed: {what}. The log does not say which host it was."
    shown = "{host} failed: {what}. The Pod event shows exactly that."
    upstream = "{host}, the registry itself, failed: {what}. No mirror shows in the log."
    hidden = "Cause: {host}: {what}. The Pod event shows {shownHost} instead: {shown}."
    hiddenBySummary = "Cause: {host}: {what}. The Pod event only says: {shown}."

    [trace.fault]
    unknownAuthority = "its certificate is signed by an authority the node does not trust"
    expired = "its certificate has expired"
    notYetValid = "its certificate is not valid yet"
    wrongName = "its certificate is for another name or address"
    otherCertificate = "its certificate was refused"
    tlsVersion = "it speaks only TLS versions that containerd refuses"
    clientCertificate = "it wants a client certificate"
    tlsRefused = "it broke off the TLS handshake"
    plainHTTP = "it answered https with plain http"
    notTLS = "what it answered is not TLS"
    refused = "the connection was refused"
    timedOut = "no answer in time"
    unreachable = "there is no route to it"
    reset = "the connection was reset"
    closed = "it closed the connection without an answer"
    nameNotResolved = "its name was not resolved"
    noCredential = "it wants a login, and none was sent"
    tokenRefused = "its token server refused the login"
    webPage = "a web page came instead of an image"
    contentMissing = "a part of the image is missing"
    wrongDigest = "what came is not what its digest says"
    cutOff = "the answer was cut off"
    status = "HTTP {status}"
    notFound = "404, it does not hold the image"
    nobodyHasIt = "nobody who was asked gave it, and at least one answered 404"
    gaveUp = "no answer before the pull was given up"
    stalled = "nothing arrived any more"
    noSpace = "no space left on the node"
    other = "an error that is not one of the known ones"

    [MIR0851]
    title = "The node does not trust the certificate of {host}"
    cause = "Neither the CA file that containerd's configuration names for this host nor the node's own CA store holds a CA that signed it, or the server does not send the certificates between. A CA that curl or the admin workstation trusts is not enough. A proxy that opens TLS shows a certificate of its own, too."
    next = "mirrorctl probe https://{host} shows who signed it and what is missing; give that CA in caCertPath, and look whether the node has the file: mirrorctl node."

    [MIR0852]
    title = "The certificate of {host} is out of its dates"
    cause = "It, or a certificate that it hangs on, has expired or is not valid yet by the node's clock. When it is well elsewhere, the node's clock is wrong."
    next = "Renew the certificate, or set the node's clock; the log line names the time the node believes in."

    [MIR0853]
    title = "The certificate of {host} does not name the address that was asked"
    cause = "The address that nodes ask must be among its subjectAltNames; for an IP address, as an IP entry."
    next = "Use the name of the certificate as endpoint, or issue it anew with this address. If it is not your mirror's certificate at all, somebody else answers there."

    [MIR0854]
    title = "TLS with {host} fails"
    cause = "Both sides did not agree on a handshake, or the certificate was refused for a rare reason; containerd's words say which."
    next = "mirrorctl probe https://{host} names the phase and the reason."

    [MIR0855]
    title = "{host} wants a client certificate, or another one"
    cause = "It broke off the handshake, or said so in a 400. GDC's registryMirrors have no field for a client certificate."
    next = "Let nodes in without one (a network of their own, or a login), and probe again: mirrorctl probe https://{host}"

    [MIR0856]
    title = "http and https are mixed up at {host}"
    cause = "One side speaks TLS and the other does not: the port is that of the other protocol, or somebody between answers."
    next = "mirrorctl probe tells which one the port speaks; write the endpoint so."

    [MIR0857]
    title = "The node gets no connection to {host}, or no answer from it"
    cause = "Refused: nothing listens there, or a firewall says so. No answer in time: a firewall, a wrong address, or a server that is too slow; in the TLS handshake also packets that are too large for the path (MTU). Reset or closed: something between or the server itself ended the connection."
    next = "Ask from the node itself: mirrorctl why {image} --node NODE --live."

    [MIR0858]
    title = "The node does not know the name {host}"
    cause = "Its name server did not answer, or does not know the name."
    next = "Mend the node's DNS or /etc/hosts, or use the mirror's IP address as endpoint."

    [MIR0859]
    title = "{host} does not let the node in"
    cause = "It wants a login and got none, or one that it or its token server refuses or that may not read this repository. Some registries say the same of a repository that does not exist, and a filter on the way may say 403. containerd only sends what stands in its own configuration or comes with the Pod's imagePullSecrets."
    next = "Check pullCredentialConfigPath with mirrorctl probe; its key must be the mirror's HOST:PORT."

    [MIR0860]
    title = "{host} does not hold {image}"
    cause = "It answers 404: the image was not pushed there, or lies under another path than the one that is asked. A server that is no registry answers so, too, and some registries to whoever has no login."
    next = "Compare the path in the log with where the image lies; then push it, or mend the endpoint's namespace."

    [MIR0870]
    title = "Nobody who was asked gave {image}"
    cause = "The error names no host. Up to containerd 1.7 it means that all of them answered 404; from 2.0 on, that at least one did, and the others may have failed in any other way, the mirror too. Then the image was not pushed there, or lies under another path than the one that is asked."
    next = "containerd's journal has every host's own answer; mirrorctl why {image} on the node tells who is asked, under which path. Then push the image there, or mend the endpoint's namespace."

    [MIR0861]
    title = "{host} answers with a status that is no success"
    cause = "From 500 on: it is overloaded or has lost what is behind it. 429: it throttles. 451: it may not give the image. 3xx: it sends elsewhere in a way that containerd does not follow. Another one says that it does not take such requests. A proxy or balancer before it may be the one that answers."
    next = "Look into the mirror's own log at this time."

    [MIR0862]
    title = "A web page was taken for {image}"
    cause = "Somebody answered 200 with HTML: a proxy, a login page, a web server. containerd takes it for the manifest, so it never goes on to the next host."
    next = "mirrorctl probe shows who answers; make the mirror's address reach the registry itself."

    [MIR0863]
    title = "{image} is damaged or incomplete"
    cause = "The name exists and a part of it does not, or is not what its digest or size says: a push that ended early, a cache that holds another version, or a proxy that changes bytes."
    next = "Pull again, to tell a passing fault from a lasting one. If it comes back, push the image anew (or let the cache fetch it anew), and let no proxy compress or rewrite what comes from /v2/."

    [MIR0864]
    title = "The pull was given up before it was done"
    cause = "No byte came for as long as containerd waits, or whoever had asked took the pull back: a deadline of kubelet's, a Pod that was deleted, a restart of containerd. The log does not tell these apart."
    next = "Pull it alone: crictl pull {image}. If nothing comes then either: a proxy that buffers, a rate limit, packets that are too large for the path (MTU)."

    [MIR0865]
    title = "The node has no space left"
    cause = "Layers are stored and unpacked below containerd's root. The space, the inodes or a quota there are used up."
    next = "Make room on that file system: crictl rmi --prune, or a larger disk."

    [MIR0866]
    title = "containerd passed over a hosts.toml"
    cause = "The file does not parse or says something that this version refuses. One bad entry discards all of it, and containerd goes to the registry itself."
    next = "mirrorctl why {image} on the node's files says which line it is."

    [MIR0867]
    title = "The Pod event shows another error than the cause"
    cause = "containerd asks one host after the other and reports one answer: 1.x the first that is no 404, 2.x a status before a 404 before everything else. The failure of {host} is only in containerd's log."
    next = "Mend {host} first: it is asked before the one that the event shows."

    [MIR0868]
    title = "No mirror shows: only {host} was asked"
    cause = "Either no mirror is configured for {registryHost} on this node, or what was read leaves the mirror's answer out: an event never shows a 404 that came before."
    next = "mirrorctl why {image} on the node tells who is asked first; containerd's journal has every hop."

    [MIR0869]
    title = "Some lines are of this image or of another one"
    cause = "Several images were pulled at the same time, and containerd does not write the image's address into every line. These lines are not counted as answers to {image}."
    next = "Name the node's files (--root DIR): whom the node asks for each image tells some of them apart. Or pull {image} alone (crictl pull), and read that part of the journal."

    [command]
    "why.log" = "What containerd logged, or kubectl shows, of a pull: a file, or - for standard input. Says who was asked, what they answered, which error the Pod shows and which was the cause."
    """
