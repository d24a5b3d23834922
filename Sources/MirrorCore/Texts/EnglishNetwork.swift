/// Proxies, addresses, and servers that do something to their client.
let englishNetwork = """
    [MIR0120]
    title = "This machine's tools reach {hostAndPort} through the proxy {proxy}"
    cause = "The variables name a proxy, and NO_PROXY does not cover {host}: bmctl, curl and this probe go through it. Entries that are addresses or ranges count only for an endpoint that is typed as an address; names are compared as text."
    next = "Add {host} to NO_PROXY where bmctl runs; or probe with --proxy none to see what a direct request gets."

    [MIR0121]
    title = "Nodes would reach {hostAndPort} through the proxy {proxy}"
    cause = "spec.proxy names a proxy, and its noProxy does not cover {host}. containerd takes its proxy for mirrors too (that nodes get spec.proxy in its environment is inferred), and noProxy cannot be changed after the cluster is created."
    next = "Add {host} to spec.proxy.noProxy before the cluster is created."

    [MIR0122]
    title = "The proxy {proxy} cannot be reached"
    cause = "{hostAndPort} was to be asked through the proxy, and the proxy takes no connection. Nothing was learned about the mirror itself."
    next = "Correct the proxy's address or start it; or probe with --proxy none if the mirror is reached without it."

    [MIR0123]
    title = "The proxy {proxy} wants a login"
    cause = "It answers 407 to the request for {hostAndPort}: no login was sent, or another one is needed."
    next = "Put the login into the variable, as http://USER:PASSWORD@HOST:PORT, not on the command line; or add {host} to NO_PROXY."

    [MIR0124]
    title = "The proxy {proxy} forbids the way to {hostAndPort}"
    cause = "It answers {status} to CONNECT: its rules do not allow this host or this port. Many proxies allow port 443 only."
    next = "Allow {hostAndPort} in the proxy; or add {host} to NO_PROXY, as a mirror inside the network needs no proxy."

    [MIR0125]
    title = "The proxy {proxy} finds no way to {hostAndPort}"
    cause = "It took the request and answers {status}: it cannot resolve {host}, or cannot connect to it. A proxy at the network's edge often knows no internal names."
    next = "Add {host} to NO_PROXY; or make the mirror reachable from the proxy."

    [MIR0126]
    title = "{proxy} does not answer as a proxy"
    cause = "Something takes connections there, and gives no tunnel to {hostAndPort}: it is silent, hangs up, or is an ordinary web server."
    next = "Correct the address and port of the proxy."

    [MIR0127]
    title = "{name} cannot be used"
    cause = "Its value is no address of a proxy (http, https or socks5), or it is HTTP_PROXY in a process started by a web server, which Go refuses."
    next = "Write it as http://HOST:PORT, or remove it."

    [MIR0128]
    title = "The probe does not speak TLS to a proxy"
    cause = "{proxy} is to be reached over https, which Go does and this probe does not. Nothing was learned about the mirror."
    next = "Probe with --proxy none, or with a proxy that takes http."

    [MIR0130]
    title = "{address} ({family}) of {host} takes no connection on port {port}"
    cause = "The name has several addresses and not all of them answer. Clients that take the dead one first wait for it or fail; nodes may prefer another one than this machine does."
    next = "Take the address out of the name service, or start what should listen there; or type the IP address that answers."

    [MIR0140]
    title = "{hostAndPort} sends an answer without end"
    cause = "The answer of {url} is longer than anything a registry says there; it was cut. What answers is broken or hostile."
    next = "Check that the address is the registry's, and look at what stands before it."

    [MIR0141]
    title = "{hostAndPort} breaks its answer off"
    cause = "The answer of {url} is shorter than announced, or ends within a chunk: nodes fail with “unexpected EOF” when that happens to a manifest. Proxies that run out of buffer or time do that."
    next = "Look at the log of what stands before the registry, at its buffers and timeouts."

    [MIR0142]
    title = "{hostAndPort} compresses answers unasked"
    cause = "{url} has the encoding {encoding}, which the probe did not ask for. It was not unpacked, so what it says is unknown. No registry does that by itself."
    next = "Switch compression off in what stands before the registry."

    [MIR0143]
    title = "{hostAndPort} redirects in a circle"
    cause = "Every redirect leads to the next on the same host, in the end to {location}. Go gives up after ten."
    next = "Mend the redirect rules of what stands before the registry: /v2/ must be answered, not redirected."

    [MIR0144]
    title = "The registry sends logins to another host, and the login was kept back"
    cause = "Its token server is {realm}. That host is not {host}, it was not verified by a CA that you gave, and your config.json has no entry for it, so nothing says that it is yours. Nodes would send the login there."
    next = "If the token server is yours, give the CA that signed its certificate, or add an entry for its host to config.json. If not, ask who runs the registry."

    [proxy]
    title = "Proxy"
    workstation = "this machine"
    nodes = "nodes"
    probe = "this probe"
    notSet = "direct: no proxy is named for this scheme"
    loopback = "direct: this machine itself is never asked through a proxy"
    listed = "direct: the entry {entry} covers the host"
    through = "through {proxy}"
    unusable = "the value is no address of a proxy"
    cgi = "refused: HTTP_PROXY counts for nothing in a web server's process"
    direct = "direct"
    noCluster = "unknown: no cluster config was given"
    clusterHasNone = "direct: the cluster has no spec.proxy"
    badOption = "--proxy takes none, env, or a URL as http://HOST:PORT."
    secretOption = "a password on the command line can be read by everyone on this machine: put the proxy into HTTPS_PROXY and leave --proxy out."

    [addresses]
    title = "Addresses"

    [despite]
    goOn = "Go on although the probe found an error?"
    write = "Write although the probe found an error?"
    more = "and {count} more"
    consequence = "What will happen on the nodes"
    insteadOf = "What to do instead"

    [consequence]
    reach = "Nodes reach this mirror no better than this machine does, unless their network differs. Every pull tries it first and may wait up to 30 s, then asks the public registry without a word. Where nodes have no way there, pulls fail and pods stay in ImagePullBackOff."
    tls = "Nodes will refuse the mirror's certificate. Every pull then asks the public registry without a word. Where nodes have no way there, pulls fail with an x509 error and pods stay in ImagePullBackOff."
    login = "The mirror will turn nodes away. Every pull then asks the public registry without a word. Where nodes have no way there, pulls fail and pods stay in ImagePullBackOff."
    registry = "Nodes will find no image at this address. Every pull then asks the public registry without a word. Where nodes have no way there, pulls fail and pods stay in ImagePullBackOff."
    image = "Nodes will not get this image from the mirror, and ask the public registry for it without a word. Where they have no way there, the pull fails and pods that need it stay in ImagePullBackOff."

    [key]
    goOnDespite = "go on all the same"
    writeDespite = "write all the same"

    [command]
    "probe.endpoints" = "https://ADDRESS:PORT, with or without /v2/NAMESPACE. Several are probed at the same time."
    "probe.clusterConfig" = "Probe every mirror of this cluster config file, each with its own CA and login files, and consider its spec.proxy."
    "probe.connectDeadline" = "Seconds for reaching a port."
    "probe.phaseDeadline" = "Seconds for one request, from its connection to the end of its answer."
    "probe.proxy" = "none goes straight to the mirror, a URL goes through that proxy, env decides by HTTPS_PROXY and NO_PROXY as Go does."
    "probe.what" = "Give endpoints or --cluster-config, not both."
    "probe.none" = "{path} holds no registryMirrors to probe."
    "probe.writesOne" = "--write-ca-bundle and --write-docker-config are for one endpoint."
    """
