/// What a registry, or the token server it names, can do to a push.
let englishPushServer = """
    [MIR0920]
    title = "The registry keeps answering {status}"
    cause = "It answered {status} to {step} each time: {words}"
    next = "The registry's log says why. 500 is its own trouble: a full disk, a store that it cannot write, or, for a manifest with foreign layers, docker-registry without validation.manifests.urls.allow. 502 to 504 come from a proxy that does not reach it, 429 from a limit on requests: give a smaller --threads. Then run the same command again."

    [MIR0921]
    title = "The login was kept back"
    cause = "For {step} the registry names {origin} as the place for logins. That is not on the registry's host, no CA that you gave has verified it, and no login file names it: nothing says that it is yours."
    next = "If the token server is yours, give the CA that signed its certificate with --cacert, or a --docker-config that has an entry for its host. If not, ask who runs the registry."

    [MIR0924]
    title = "A login would travel in clear"
    cause = "For {step} the registry wants a login at {origin}, which is plain HTTP: everybody on the way could read it, so none was sent."
    next = "Set up TLS there. A registry that has it is pushed to without --allow-http, with --cacert for a private CA."

    [MIR0922]
    title = "The token server gives no token"
    cause = "For {step} the registry wants a token of {origin}, which ended in: {words}."
    next = "Look at the token server's log. Then run the same command again: it goes on where it stopped."

    [MIR0923]
    title = "The proxy on the way does not lead to the registry"
    cause = "For {step} the proxy that HTTPS_PROXY or HTTP_PROXY names was asked, and it ended in: {words}."
    next = "Correct the proxy's address or login in that variable, or add the registry to NO_PROXY. A proxy itself is spoken to over http:// or socks5:// only."
    """
