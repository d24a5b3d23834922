/// Causes of a failed pull beside those of the request itself, and what a text is that speaks of no pull.
let englishTraceCauses = """
    [trace]
    tooLarge = "{path} is larger than {limit} MiB, and more is not read of a log. Cut out the time of the pull: journalctl -u containerd --since … --until …"
    aHost = "a host that the log does not name"
    doubtful = "Of this image or of another one, for all the log says:"
    lookFor = "Look for it in containerd's log or in the Pod's events:"
    lookForNode = "  on the node: journalctl -u containerd --since -1h"
    lookForPod = "  kubectl describe pod NAME -n NAMESPACE   (Failed to pull image …; events are kept for an hour)"
    lookForPull = "  or make it happen: crictl pull IMAGE, on the node"

    [trace.proxy]
    at = "The proxy {address}"
    unnamed = "The proxy"

    [trace.tokenServer]
    at = "The token server {address}"
    unnamed = "The token server (the log does not name it)"

    [otherText]
    empty = "It is empty."
    compressed = "It is compressed: unpack it first (zcat, zstdcat, xzcat)."
    utf16 = "It is no UTF-8, UTF-16 by its looks: iconv -f UTF-16 -t UTF-8."
    backOff = "Line {line}: kubelet waits before it pulls again. Why the last pull failed is not said there."
    unpacking = "Line {line}: this is no pull but a container that was to be made of an image that containerd's store has from earlier. The words behind it tell what is wrong with that (an unexpected media type: what was fetched then is no image). Remove it and pull it again: crictl rmi, crictl pull; then read the log of that pull."
    container = "Line {line}: this is about making or running a container; its image was pulled before. containerd reads it from its own store then and asks no registry."
    sandbox = "Line {line}: this is about a Pod's sandbox (network, pause container), and names no pull."
    scheduling = "Line {line}: this is about finding a node for a Pod. Nothing is pulled before that."
    mount = "Line {line}: this is about a volume."
    noRuntime = "Line {line}: containerd, or its service for images, does not answer kubelet: journalctl -u containerd says why."
    kernel = "Line {line}: this is from the kernel's log."
    docker = "Line {line}: this is dockerd's. A node of GDC pulls through containerd."
    crio = "Line {line}: this is CRI-O's. A node of GDC pulls through containerd."
    accessLog = "Line {line}: this is what a registry or a proxy logged of requests. What the node made of them is in the node's own log."
    podTable = "Line {line}: this is a list of Pods. It has their state and no reason for it."
    config = "Line {line}: this is a configuration. A node's files are read by mirrorctl why IMAGE --root DIR, a cluster config file by mirrorctl probe --cluster-config FILE."

    [trace.fault]
    proxyUnreachable = "the proxy on the way to it was not reached"
    proxyRefused = "the proxy on the way to it refused to connect"
    tokenServer = "its token server failed: {what}"
    tokenPage = "what came instead of a token looks like a web page"
    noToken = "its answer held no token"
    accessDenied = "it denies access, or does not have the repository"
    badChallenge = "its 401 does not say where to log in"
    httpOnTLS = "it was asked in plain http and speaks TLS"
    mediaType = "what came has a media type that containerd cannot use"
    unknownType = "what came has a media type that containerd does not know, and not the size or digest that was announced"
    schema1 = "the image is of the old form (schema 1), which this containerd does not take"
    wrongSize = "what came has not the size that was announced"
    emptyContent = "of a part of the image, no byte arrived in containerd's store"
    brokenAnswer = "the answer broke off, or is not HTTP as it should be"
    platform = "the image has nothing for the node's platform"
    layersDamaged = "a layer is not a readable archive"
    layersMismatch = "the image's configuration and its layers do not belong together"
    unpackFailed = "the node could not unpack a layer"
    ownStore = "containerd's own store on the node lacks or blocks something"
    inspection = "containerd did not tell kubelet what it has of the image"
    configuration = "containerd's registry configuration does not let it ask anybody"
    policy = "a rule about images refused it"
    neverPull = "the Pod forbids to pull it, and it is not on the node"
    invalidName = "its name is not an image name"
    heldBack = "kubelet's own limit on pulls held it back"
    runtimeDown = "kubelet lost containerd, or did not reach it"
    noImageService = "containerd offers kubelet no service for images"

    [trace.verdict]
    noHost = "{image} was not pulled: {what}. This is of the node; no registry's answer is to blame for it."
    onlyAsked = "{image} was not pulled: {what}. It came from {host}, the only host that the log shows being asked for it."
    hostDoubtful = "{image} was not pulled: {what}. Which host it was, the log does not say: other images were pulled at the same time, and {count} lines may be of any of them."
    upstreamDoubtful = "{host}, the registry itself, failed: {what}. Whether a mirror failed before, the log does not say: other images were pulled at the same time, and {count} lines may be of any of them."
    tokenServer = "{image} was not pulled: the token server {tokenServer} failed: {what}. Which registry sends there, the log does not say."

    [MIR0876]
    title = "{proxy} on the way to {host} was not reached"
    cause = "containerd goes through the proxy of its own environment (HTTPS_PROXY, HTTP_PROXY of its unit), and the connection to this proxy failed. {host} itself was not asked."
    next = "Either name {host} in NO_PROXY of containerd's unit, or mend the proxy's address; then systemctl daemon-reload and restart containerd. mirrorctl node shows what the unit has."

    [MIR0877]
    title = "The proxy on the way to {host} refused to connect to it"
    cause = "An error that is nothing but a reason phrase behind an https address (Forbidden, Proxy Authentication Required, Bad Gateway …) is how Go shows that a proxy turned CONNECT down; a 407 only a proxy says. {host} itself was not asked. The log does not name the proxy: it is the one of HTTPS_PROXY in containerd's environment."
    next = "Name {host} in NO_PROXY of containerd's unit, where it is to be reached without the proxy; otherwise let the proxy allow it, or give HTTPS_PROXY the login that it wants. mirrorctl node shows what the unit has."

    [MIR0878]
    title = "{tokenServer} gave no token for {host}: {what}"
    cause = "The registry sends whoever asks to its token server, and containerd goes there itself. The login was not refused: it was not judged."
    next = "Ask from the node: mirrorctl why {image} --node NODE --live goes to the token server too. A CA, a proxy, NO_PROXY and DNS have to be right for the token server as for the registry; otherwise its own log tells."

    [MIR0879]
    title = "What came as {image} is not what containerd takes for one"
    cause = "Its media type is none of an image. Who answered was a proxy's or a login's page, a server that gives files away without their types, or what lies under this name is no container image (a chart, an artifact)."
    next = "Look at it: curl -sSI on the manifest's address, with its Accept header, or mirrorctl probe with --image {image}. The content type has to be one of the OCI's or Docker's."

    [MIR0880]
    title = "{image} is there, and not for the node's platform"
    cause = "The manifest or index was found, and it lists no image for the operating system and architecture of this node. An image that was copied on another machine for that one alone looks like this."
    next = "Copy it with all platforms (skopeo copy --all, crane copy), or push the one that the node needs: uname -m on the node."

    [MIR0881]
    title = "{image} was fetched, and its layers do not fit or do not unpack"
    cause = "containerd checks digests while it fetches, so this is most likely what the registry holds: an image that was built or rewritten wrongly. A faulty disk of the node looks the same."
    next = "Build or copy the image anew and push it. If another node unpacks the same digest, look at this node's disk."

    [MIR0882]
    title = "The node cannot unpack {image}"
    cause = "Fetching is over then; the file system below containerd's root, the snapshotter, or rights on the node are in the way. containerd's words say which."
    next = "On the node: journalctl -u containerd, df -i, mount, and dmesg at this time."

    [MIR0883]
    title = "containerd's own store on the node is the trouble"
    cause = "What is missing, locked, or not answered is content, a snapshot or a lease of containerd itself. A cleaning at the same time, another pull of the same image, a crash, or a faulty disk does that. No registry is asked for these."
    next = "Pull again. If it comes back: crictl rmi {image}, restart containerd, and look at the disk (dmesg, df). Leftovers of broken pulls: ctr -n k8s.io content active."

    [MIR0884]
    title = "Of a part of {image}, nothing arrived"
    cause = "The digest or the size is that of zero bytes. Either the answer was empty, or a leftover of an earlier pull in containerd's store was taken for the whole."
    next = "Pull again. If it comes back, restart containerd on the node and look for leftovers (ctr -n k8s.io content active); then fetch the blob with curl and look at its size."

    [MIR0885]
    title = "{image} is of the old form, schema 1"
    cause = "containerd 2.1 and later do not take it, earlier ones convert it."
    next = "Push it again with a present tool: skopeo copy --format v2s2, or docker pull and push."

    [MIR0886]
    title = "A rule about images refused {image}"
    cause = "An image verifier of containerd, a check of signatures, or an admission webhook said no. It may have done so because the mirror holds no signature."
    next = "The words name the rule. Sign the image, copy its signature to the mirror too, or have the rule changed."

    [MIR0887]
    title = "Nobody was asked for {image}: {what}"
    cause = "kubelet decided before it spoke to containerd."
    next = "Mend the Pod's image or imagePullPolicy, or put the image on the node; for the limit, kubelet's registryPullQPS."

    [MIR0888]
    title = "kubelet did not get an answer from containerd"
    cause = "It was down, restarting, or did not load its service for images, as after an error in config.toml. Whether any registry was asked, this does not say."
    next = "systemctl status containerd, journalctl -u containerd; mirrorctl node reads its configuration."

    [MIR0889]
    title = "containerd's registry configuration stops the pull"
    cause = "A file that it names cannot be read, an address does not parse, or no host of the list may be pulled from. Nobody is asked then."
    next = "mirrorctl why {image} on the node names the file and the line."

    [MIR0890]
    title = "{host} answers 400"
    cause = "A log has no reason for it. nginx says 400 to whoever comes without the client certificate that it wants, or with plain http to its https port; a registry says it of a name that it does not allow."
    next = "mirrorctl probe https://{host} shows the answer's text and whether a certificate is asked for. GDC's registryMirrors have no field for one."

    [MIR0891]
    title = "The answer of {host} broke off"
    cause = "The connection stood and ended in the middle, or what came on it is not HTTP as it should be: a proxy or balancer with a short limit, a server that fell over."
    next = "Look into the logs of the mirror and of what stands before it at this time; mirrorctl probe https://{host} from the node's network."

    [MIR0892]
    title = "{host} asks for a login and does not say where"
    cause = "Its WWW-Authenticate header has no realm that containerd can read, so no token can be asked for."
    next = "mirrorctl probe https://{host} shows the header; it is mended at the registry, or at the proxy that rewrites it."

    [MIR0893]
    title = "The error is not one that mirrorctl knows"
    cause = "Its words stand above as containerd wrote them. No cause is claimed."
    next = "mirrorctl why {image} --node NODE --live asks the same hosts from the node, step by step."
    """
