/// What a change means, plans, undo, and running bmctl.
let englishChange = """
    [consequence]
    summary = "What changes:"
    unreadable = "The mirror {endpoint} of the old list cannot be read: what nodes hold of it is not known."
    sameFiles = "Their files stay as they are."
    filesOfOlder = "Their files change as those above."
    noNodes = "The file names no cluster, so which nodes these are is not known."
    group = "{role} {name} {version} (nodes: {nodes})"
    groupWithoutName = "{role} {version} (nodes: {nodes})"
    groupOfUnknownVersion = "{role} {name}, version not known (nodes: {nodes})"
    groupWithoutNameOfUnknownVersion = "{role}, version not known (nodes: {nodes})"
    moreGroups = "and {count} more (nodes: {nodes})"
    source = "{registryHost}: {before} → {after}"
    losesMirror = "{registryHost} loses its mirror: {before} → {after}"
    appears = "appears: {code} ({severity}) {title}"
    goes = "goes: {code} ({severity}) {title}"

    [consequence.line]
    configTOML = "Nodes of {releases}, which read config.toml (containerd {version}):"
    hostsTOML = "Nodes of {releases}, which read hosts.toml (containerd {version}):"

    [consequence.role]
    controlPlane = "control plane"
    loadBalancer = "load balancers"
    nodePool = "node pool"

    [consequence.file]
    created = "{path} (new)"
    updated = "{path}"
    removed = "{path} (goes)"
    partCreated = "{path} (its registry part is new)"
    partRemoved = "{path} (its registry part goes)"

    [plan]
    probing = "asking {endpoint} …"
    probed = "{endpoint}: findings: {findings}"
    written = "the plan is in {path}; to carry it out: {command}"
    notRead = "{path} is not a plan of this program."
    stale = "{path} is stale: what it was made from has moved, see above. Nothing was written; make a new plan."

    [plan.moved]
    file = "{path} is another file than the plan was made from."
    fileGone = "{path} cannot be read any more."
    done = "{path} says already what the plan wants."
    findingNew = "{endpoint} has a new finding: {code}."
    findingGone = "{endpoint} has the finding {code} no more."

    [plan.moved.ca]
    changed = "The CA {path} is another one."
    gone = "The CA {path} cannot be read any more."
    appeared = "The CA {path} was not there when the plan was made."

    [plan.moved.credential]
    changed = "The credentials in {path} are others."
    gone = "The credentials in {path} cannot be read any more."
    appeared = "The credentials in {path} were not there when the plan was made."

    [live]
    name = "cluster {name} as it runs"
    noName = "The file does not name its cluster, so kubectl cannot be asked for it."

    [undo]
    noBackup = "{path} has no backup that says what took its place: there is nothing to undo."
    changed = "{path} was changed since it was written at {stamp}: nothing was undone. Its text from before is in {backup}."
    ask = "Put {backup} back as {path}? [y/N] "
    done = "{path} is again as it was before {stamp}."
    kept = "What was undone is kept in {path}."
    already = "{path} is as it was before {stamp} already."

    [bmctl]
    notFound = "bmctl is not on PATH; nothing was done."
    noCluster = "the file names no cluster that bmctl could update; nothing was done."
    noKubeconfig = "bmctl needs the cluster's own kubeconfig (--kubeconfig), and none stands beside the file; nothing was done."
    noAdminKubeconfig = "for a user cluster bmctl needs the kubeconfig of its admin cluster (--kubeconfig); nothing was done."
    ownKubeconfig = "{path} looks like the user cluster's own kubeconfig; bmctl needs that of the admin cluster. Nothing was done."
    otherFile = "bmctl would read {other} and not {path}; nothing was done. Change that file, or run this in another folder."
    elsewhere = "bmctl reads bmctl-workspace/{name}/{name}.yaml, and {path} is elsewhere."
    running = "running: {command}"
    ended = "bmctl ended with {status}. {path} stays as it was written; run bmctl again, or take the last write back: {undo}"
    """
