/// Nodes that are reached through a pod: `--via kubectl`.
let englishPods = """
    [pods]
    cluster = "the cluster"
    others = "… and {count} more, which differ in name and nodeName."
    canary = "… and one with the canary as its image, with no right and no mount, which ends when it is pulled."
    summary = "Pods: {count}, in namespace {namespace}, on {nodes}. A pod that reads a node runs as root: it sees the node's files, read only, its processes and its network. Each is deleted as soon as its work is done, also after Ctrl-C, and ends by itself {seconds} s after its start."
    ask = "Create {count} pods in namespace {namespace}? [y/N] "
    needsYes = "standard input is no terminal, so nobody can be asked: give --yes."
    notCreated = "nothing was created."
    found = "There are pods of other calls of mirrorctl in namespace {namespace}. One that runs may be in use; others were left behind. To delete those of one call:"
    line = "{name} on {node}: {phase}, created {created}"
    left = "pods may be left in the cluster ({names}); they end by themselves, and are deleted by: {command}"
    none = "No pod of mirrorctl is in namespace {namespace}."
    inUse = "Another mirrorctl may be using one that runs."
    askDelete = "Delete these {count} pods in namespace {namespace}? [y/N] "
    notDeleted = "nothing was deleted."
    deleted = "{count} pods in namespace {namespace} are being deleted."
    notCleaned = "kubectl could not look or delete: {words}"
    notAsked = "not asked: the pod on the node opened no connection there"

    [command]
    "pods.via" = "Without SSH: through a short-lived pod on each node, created with kubectl after a yes. Without --node or --cluster-config: all nodes of the cluster."
    "pods.kubeconfig" = "For --via kubectl: the login of the cluster that the nodes belong to; else kubectl's own."
    "pods.context" = "For --via kubectl: a context of the kubeconfig."
    "pods.image" = "For --via kubectl: the pods' image. It has to be one that the nodes can pull, with sh, sleep and chroot, and nc for --live: a BusyBox."
    "pods.podNamespace" = "For --via kubectl: where the pods are created; default unless given."
    "pods.yes" = "Create the pods without asking."
    "pods.clean" = "With --via kubectl: delete pods that earlier calls left behind in the namespace, after a yes."
    "pods.withoutVia" = "--kubeconfig, --context, --image, --pod-namespace and --yes go with --via kubectl."
    "pods.needsImage" = "--via kubectl needs --image: an image that the nodes can pull, with sh, sleep and chroot."
    "pods.badImage" = "{image} is no image: {reason}"
    "pods.badNamespace" = "{namespace} is no namespace."
    "pods.invalidSources" = "--via kubectl goes with --node or --cluster-config, or alone, and --clean with it; not with --root, --reports, --report-script, --ssh-config or an existing bundle."
    "pods.invalidWhy" = "--via kubectl needs --node, a node's name or InternalIP, and takes no --ssh-config."

    [MIR0835]
    title = "{node} is no node of this cluster"
    cause = "kubectl was asked for the cluster's nodes, and none has this name or this InternalIP: it belongs to another cluster, has another name, or has left."
    next = "Compare with `kubectl get nodes -o wide`. A user cluster's nodes are in its own kubeconfig, not in that of its admin cluster; --kubeconfig and --context choose."

    [MIR0836]
    title = "kubectl could not ask the cluster about {node}"
    cause = "kubectl is not installed, has no kubeconfig, or got no answer from the API server."
    next = "Run `kubectl get nodes` with the same --kubeconfig and --context, and follow what it says."

    [MIR0837]
    title = "The login may not do what reading {node} needs"
    cause = "The API server refused it; its words name what is missing. Needed are: list nodes; create, get, list and delete pods; create and get pods/exec."
    next = "Give a --kubeconfig whose login may, or read the node over SSH. docs/nodes.md has a Role with no more than that."

    [MIR0838]
    title = "Namespace {namespace} takes no pod that sees {node}"
    cause = "Pod Security admission refuses the host's network, processes and files; only the level `privileged` allows them."
    next = "Choose a namespace of that level with --pod-namespace, or label one: kubectl label namespace {namespace} pod-security.kubernetes.io/enforce=privileged"

    [MIR0839]
    title = "The cluster refuses the pod for {node}"
    cause = "An admission rule does (a quota, a webhook, a policy), or namespace {namespace} does not exist."
    next = "Follow the words above; --pod-namespace chooses another namespace."

    [MIR0840]
    title = "{node} does not get the image {image}"
    cause = "The pod that was to read the node needs it, and the kubelet could not pull it: it is missing from the mirror, or the node does not pull from there, which may be the very trouble that is looked for."
    next = "Push it to the mirror, under the name that nodes pull, or give --image one that the node has already. `mirrorctl why {image}` says who is asked for it."

    [MIR0841]
    title = "The pod on {node} does not start"
    cause = "The node did not bring it up in time, or refused it. A node that is not Ready starts no pod; nothing is said of its files."
    next = "See `kubectl describe node` and the words above; --deadline gives it more time."

    [MIR0842]
    title = "The pod on {node} has gone"
    cause = "Somebody deleted it, the node evicted it, or its time ended before it had answered."
    next = "Ask again; `kubectl get events` says who ended it."

    [MIR0843]
    title = "The login may not run anything in the pod on {node}"
    cause = "The right to pods/exec in namespace {namespace} is missing, so the pod was deleted again and nothing was read."
    next = "Allow the verbs create and get on pods/exec there (docs/nodes.md), or read the node over SSH."

    [MIR0844]
    title = "Nothing could be run in the pod on {node}"
    cause = "kubectl exec ended without an answer: the image lacks sh or chroot, the node has no /bin/sh, the API server does not reach the kubelet, or the stream was cut."
    next = "Follow the words above. A BusyBox image has all that is needed."

    [MIR0845]
    title = "Nothing was asked from {node}: the image {image} opens no connection"
    cause = "It has no nc, or one that does not say when it is connected. The node's files were read all the same."
    next = "Give --image one with an nc: a BusyBox."
    """
