/// The proof of origin.
let englishCanary = """
    [canary.step]
    push = "push to the mirror"
    pull = "pull on the node"
    compare = "compare the digests"
    removeFromNode = "remove from the node"
    removeFromMirror = "remove from the mirror"

    [canary.outcome]
    done = "done"
    failed = "failed"
    skipped = "not needed"

    [canary.verdict]
    proven = "Proven: the node pulled {image} through CRI, and it is what was pushed to {mirror} a moment ago. The name holds 128 random bits, so nobody but the mirror can have served it."
    provenByCtr = "Proven for certs.d: ctr pulled {image}, which was pushed to {mirror} a moment ago under a name of 128 random bits. ctr reads certs.d and none of the mirrors in config.toml: what kubelet's pulls do is only proven through CRI."
    notPushed = "The canary could not be pushed to {mirror}; nothing is proven."
    notPulled = "The node did not pull {image} from {mirror}: for images of {registryHost} it does not use this mirror, or cannot."
    notPulledByCtr = "ctr did not pull {image} from {mirror}. ctr reads certs.d and none of the mirrors in config.toml: where those are used, this says nothing, and crictl or CRI's socket (a login as root) has to pull."
    interrupted = "Interrupted; nothing is proven. What was pushed or pulled is removed again."

    [MIR0871]
    title = "The canary was not pushed to {host}"
    cause = "The mirror refused the upload, or was not reached. The login needs the right to push below {repository}."
    next = "mirrorctl probe names the reason; give a login that may push with --docker-config."

    [MIR0872]
    title = "The node did not pull the canary"
    cause = "The image is at {repository}. The node asked elsewhere, was refused, could not reach or verify the mirror, or failed in itself; the evidence has its words."
    next = "mirrorctl why {image} on the node says who is asked, and why the mirror is not."

    [MIR0873]
    title = "The node holds another image under the canary's name"
    cause = "The digest differs from what was pushed: something between the node and the mirror changes content, or answers in its place."
    next = "Look for a proxy or a second mirror in front of {host}."

    [MIR0874]
    title = "The canary stays on the node"
    cause = "Removing {image} failed. It is a few hundred bytes; kubelet's image garbage collection takes it away when it needs room."
    next = "Remove it by hand: crictl rmi {image}"

    [MIR0875]
    title = "The canary stays at the mirror"
    cause = "The registry does not delete manifests, or the login may not. The image is a few hundred bytes."
    next = "Delete {repository} in the registry's own way, or leave it."

    [command]
    "canary.abstract" = "Prove that a node pulls from the mirror: push a tiny image nobody can guess, pull it there, remove both."
    "canary.discussion" = "Writes to the mirror and to the node, and takes both back, also after Ctrl-C. Exit 0: proven. 1: the node did not pull it. 130: interrupted. Pulls through crictl, else CRI's socket where the login may open it (root), else ctr, which proves certs.d alone. With --node all of that happens there, through one SSH connection; only the push begins here."
    "canary.endpoint" = "The mirror, as in the cluster config: https://ADDRESS:PORT[/v2/NAMESPACE]."
    "canary.host" = "A public registry that is mirrored; the canary's name lies below it."
    "canary.caCert" = "The CA of the mirror's certificate, for the push."
    "canary.dockerConfig" = "A Docker config.json with a login that may push."
    "canary.node" = "Pull there, over your OpenSSH client; without it, on this machine."
    "canary.sshConfig" = "Instead of your own ssh config."
    "canary.via" = "What pulls; the best that is there by default."
    "canary.socket" = "containerd's socket on the node."
    "canary.hostsDir" = "The certs.d that ctr reads."
    "canary.deadline" = "Seconds for the pull."
    "canary.invalid" = "Give a deadline from 1 to 3600, and a node as [user@]host."
    """
