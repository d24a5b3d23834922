/// What a push can come to.
let englishPushFindings = """
    [MIR0901]
    title = "The registry does not accept the login"
    cause = "It answered 401 to {step}. No login was given, the user name or password is not the registry's, or the login may not do that: some registries say 401 to this, too."
    next = "Give a login that may push: --docker-config FILE, or --username NAME --password-stdin."

    [MIR0902]
    title = "The login may not write there"
    cause = "{step} was answered with {status}: most often the login has no right to push to {repository}, or the project does not exist yet. A filter before the registry can say 403, too."
    next = "Create the project in the registry if it wants one (Harbor, Quay), give the login the right to push, and run the command again."

    [MIR0903]
    title = "Requests of 64 KiB are too large for it"
    cause = "Something before the registry answered 413 to a chunk of {bytes} bytes, the smallest that is tried."
    next = "Raise the limit of the proxy before the registry (nginx: client_max_body_size 0)."

    [MIR0904]
    title = "This server says yes to everything"
    cause = "It claims to have a blob that nobody has ever made. Login pages, captive portals and proxies that answer by themselves do that."
    next = "Check the address and the port; `mirrorctl probe` shows what answers there."

    [MIR0905]
    title = "The manifest that came back is not the one that was sent"
    cause = "Under {reference} the registry has {found}."
    next = "If somebody else pushes the same tag, agree on one; otherwise look for a cache between here and the registry. Then run the same command again."

    [MIR0906]
    title = "Something is missing in the registry"
    cause = "Reading back, {missing} was not there as it should be."
    next = "Run `push images` again: it sends what is missing. If it is missing again, look at the registry's storage and garbage collection."

    [MIR0907]
    title = "The registry is out of reach"
    cause = "After all tries {step} still had no answer: {words}."
    next = "Check that the registry runs and that the network and the proxy lead to it. Then run the same command again: it goes on where it stopped."

    [MIR0908]
    title = "The registry keeps forgetting an upload"
    cause = "Parts of it had to be sent again {times} times, mostly from the first byte: the registry knew the upload no longer, held less of it than it had taken, or had other bytes at its end."
    next = "Several registries behind one address without shared storage or a common http.secret do that: make them share both, or push to one of them. If there is only one, look at its storage and its log."

    [MIR0909]
    title = "The package cannot be read"
    cause = "{problem}"
    next = "Compare the package's checksum or signature with the vendor's, download it again if they differ, and run the same command again."

    [MIR0910]
    title = "The registry refuses what it was asked"
    cause = "It answered {status} to {step}: {words}"
    next = "The registry's log says more. Where it takes no push at all, it is read-only or a pull-through cache (405 to the first upload). A foreign layer needs validation.manifests.urls.allow in docker-registry."

    [MIR0911]
    title = "The answer is not one of a registry"
    cause = "It said yes ({status}) to {step}, without what belongs to that: {what}."
    next = "Check that the address is the registry's own and that no proxy on the way removes headers."

    [MIR0912]
    title = "TLS with the registry does not come about"
    cause = "The connection was broken off during the TLS handshake: {words}."
    next = "`mirrorctl probe` says what is wrong. Where the certificate is not trusted, give the CA that signed it with --cacert FILE."

    [MIR0925]
    title = "No TLS is spoken there"
    cause = "HTTPS was begun, and what came back is something else: {words}."
    next = "Check the port. A registry without TLS wants plain HTTP, --allow-http, and nodes need an endpoint with http:// then."

    [MIR0913]
    title = "Nodes would not find this image in the mirror"
    cause = "The cluster config has no mirror at {target} for {host}, so nodes would ask elsewhere for {image}."
    next = "Push to the endpoint and namespace of the cluster config, or change the mirror there."

    [MIR0914]
    title = "The journal of the push cannot be written"
    cause = "{problem}"
    next = "The journal makes a push resumable. Free some space, or set XDG_STATE_HOME to a folder that can be written."

    [MIR0915]
    title = "The registry does not take images with layers that are elsewhere"
    cause = "{layers} layers of the image are not in the package; its manifest names the addresses that nodes fetch them from. The registry answered {status} to that manifest: {words}"
    next = "Allow such addresses in the registry (docker-registry: validation.manifests.urls.allow), restart it, and run the same command again. Nodes without a way to those addresses cannot run the image in any case."
    """
