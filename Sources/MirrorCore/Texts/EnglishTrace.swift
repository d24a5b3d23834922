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
    pulledElsewhere = "pulled from the next one"

    [trace.verdict]
    pulled = "{image} was pulled, and the log shows no host that failed."
    pulledElsewhere = "{image} was pulled, but not from {host}: {what}."
    unfinished = "The log shows the start of the pull and no answer."
    noEvent = "{host} failed: {what}. The log ends before the pull does."
    hostUnknown = "The pull failed: {what}. The log does not say which host it was."
    shown = "{host} was asked and failed: {what}. The Pod event shows exactly that."
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
    proxy = "the proxy on the way did not connect"
    noCredential = "it wants a login, and none was sent"
    tokenRefused = "its token server gave no token"
    webPage = "a web page came instead of an image"
    contentMissing = "a part of the image is missing"
    wrongDigest = "what came is not what its digest says"
    cutOff = "the answer was cut off"
    status = "HTTP {status}"
    notFound = "404, it does not hold the image"
    nobodyHasIt = "not found"
    gaveUp = "no answer before the pull was given up"
    stalled = "nothing arrived any more"
    noSpace = "no space left on the node"
    other = "an error that is not one of the known ones"

    [MIR0851]
    title = "The node does not trust the certificate of {host}"
    cause = "containerd on the node has no CA file that signed it. A CA that curl or the admin workstation trusts is not enough: containerd reads the one of its own configuration."
    next = "Give the CA that signed it in caCertPath, and look whether the node has the file: mirrorctl node."

    [MIR0852]
    title = "The certificate of {host} is out of its dates"
    cause = "It has expired or is not valid yet. When it is well elsewhere, the node's clock is wrong."
    next = "Renew the certificate, or set the node's clock; the log line names the time the node believes in."

    [MIR0853]
    title = "The certificate of {host} is for another name"
    cause = "The address that nodes ask must be among its subjectAltNames; for an IP address, as an IP entry."
    next = "Use the name of the certificate as endpoint, or issue it anew with this address."

    [MIR0854]
    title = "TLS with {host} fails"
    cause = "Both sides did not agree on a handshake, or the certificate was refused for a rare reason; containerd's words say which."
    next = "mirrorctl probe https://{host} names the phase and the reason."

    [MIR0855]
    title = "{host} refuses requests without a client certificate"
    cause = "A server that wants one breaks off the handshake, or answers every request with 400, as nginx does. GDC's registryMirrors have no field for a client certificate."
    next = "Let nodes in without one (a network of their own, or a login), and probe again: mirrorctl probe https://{host}"

    [MIR0856]
    title = "http and https are mixed up at {host}"
    cause = "One side speaks TLS and the other does not: the port is that of the other protocol, or a proxy answers."
    next = "mirrorctl probe tells which one the port speaks; write the endpoint so."

    [MIR0857]
    title = "The node does not reach {host}"
    cause = "Refused means that nothing listens there; no answer means a firewall or a wrong address; a proxy of the containerd unit can be in the way too."
    next = "Ask from the node itself: mirrorctl why {image} --node NODE --live. Add the mirror to NO_PROXY if the unit has a proxy."

    [MIR0858]
    title = "The node does not know the name {host}"
    cause = "Its name server did not answer, or does not know the name."
    next = "Mend the node's DNS or /etc/hosts, or use the mirror's IP address as endpoint."

    [MIR0859]
    title = "{host} does not let the node in"
    cause = "It wants a login and got none, or a wrong one. containerd only sends what stands in its own configuration or comes with the Pod's imagePullSecrets."
    next = "Check pullCredentialConfigPath with mirrorctl probe; its key must be the mirror's HOST:PORT."

    [MIR0860]
    title = "{host} does not hold {image}"
    cause = "The address is right and answers 404: the image was not pushed there, or lies under another path than the one that is asked."
    next = "Compare the path in the log with where the image lies; then push it, or mend the endpoint's namespace."

    [MIR0870]
    title = "Nobody who was asked holds {image}"
    cause = "Every host answered 404, and the error names none of them: the mirror, if one was asked, and the registry itself. The image was not pushed there, or lies under another path than the one that is asked."
    next = "mirrorctl why {image} on the node tells who is asked, under which path; then push the image there, or mend the endpoint's namespace."

    [MIR0861]
    title = "{host} answers with an error of its own"
    cause = "A server that is overloaded, throttles, or has lost what is behind it."
    next = "Look into the mirror's own log at this time."

    [MIR0862]
    title = "A web page was taken for {image}"
    cause = "A proxy or a login page answers 200 with HTML. containerd takes it for the manifest, so it never goes on to the next host."
    next = "mirrorctl probe shows who answers; make the mirror's address reach the registry itself."

    [MIR0863]
    title = "{image} is damaged or incomplete"
    cause = "The name exists and a part of it does not, or is not what its digest says: a push that ended early, a cache, or a proxy that changes bytes."
    next = "Push the image anew; let no proxy compress or rewrite what comes from /v2/."

    [MIR0864]
    title = "containerd gave up waiting"
    cause = "The connection stood, and nothing or too little came before the deadline."
    next = "Look for a proxy that buffers, for a rate limit, and for packets that are too large for the path (MTU)."

    [MIR0865]
    title = "The node has no space left"
    cause = "Layers are unpacked below containerd's root."
    next = "Make room on that file system: crictl rmi --prune, or a larger disk."

    [MIR0866]
    title = "containerd passed over a hosts.toml"
    cause = "The file does not parse or says something that this version refuses. One bad entry discards all of it, and containerd goes to the registry itself."
    next = "mirrorctl why {image} on the node's files says which line it is."

    [MIR0867]
    title = "The Pod event shows another error than the cause"
    cause = "containerd asks one host after the other and reports one answer: 1.x the first that is no 404, 2.x a status before a 404 before everything else. The mirror's own failure is only in containerd's log."
    next = "Mend {host}; the error in the event goes away with it."

    [MIR0868]
    title = "No mirror shows: only {host} was asked"
    cause = "Either no mirror is configured for {registryHost} on this node, or what was read leaves the mirror's answer out: an event never shows a 404 that came before."
    next = "mirrorctl why {image} on the node tells who is asked first; containerd's journal has every hop."

    [MIR0869]
    title = "Some lines may belong to another image"
    cause = "Several images were pulled at the same time, and containerd 1.x does not name the image when a host answers 404."
    next = "Pull {image} alone (crictl pull), and read that part of the journal."

    [command]
    "why.log" = "What containerd logged, or kubectl shows, of a pull: a file, or - for standard input. Says who was asked, what they answered, which error the Pod shows and which was the cause."
    """
