/// Releases, and what one containerd does otherwise than another.
let englishReleases = """
    [releases]
    one = "GDC {release}"
    several = "GDC {first} to {last}"
    unknown = "{version} is not among the releases known here; it is taken for {newest}, the newest known one."
    unknownRelease = "not known here; taken for {newest}"
    read = "Facts read on {day}; supported on that day: {first} to {last}."
    column.release = "GDC"
    column.containerd = "containerd"
    column.files = "mirrors on nodes"
    column.header = "header of user clusters"
    changes = "Mended or new, with the first versions that have it:"

    [releases.basis]
    published = "published"
    inferred = "inferred"
    unpublished = "not published"

    [releases.header]
    creation = "at creation only"
    update = "for updates, too"

    [releases.change]
    hostsOnlyChange = "a change of hosts alone reaches the nodes"
    quietUpdate = "bmctl update cluster knows --quiet"
    cloudOperationsKey = "bmctl update cluster works with cloudOperationsServiceAccountKeyPath in the header of a user cluster"
    oneMirrorDown = "the reachability check no longer fails because one mirror is down"
    healthCheckJob = "the periodic health check follows a changed configuration"
    skipUpgrade = "bmctl upgrades over one minor release in one operation (1.33: preview)"
    workloadIdentity = "containerd stays stable with a mirror and Workload Identity (with the annotation baremetal.cluster.gke.io/enable-gcr-image-credential-refresh: \\"false\\")"
    concurrentTasks = "tasks on one node wait for each other, so that containerd is not restarted under one of them"
    certificateRotation = "rotating control plane certificates or etcd encryption no longer gives ImagePullBackOff"
    clusterCARotation = "the cluster’s own CA of self-managing clusters can be rotated"

    [engine]
    title = "Other than with containerd {older}, {newer}:"
    transferService = "pulls through the transfer service, unless config.toml holds registry tables or other settings that keep CRI’s own way; it takes config_path for one folder, never for a list"
    tokenServerHeaders = "sends the headers of a host to its token server, too"
    serverErrorRetries = "asks the last host once more after 500, 503 or 504"
    transportRetries = "asks the last host up to five times when the connection breaks or times out"
    userAgent = "sends no User-Agent of its own beside one in a host’s headers"
    noSchema1 = "pulls no images of schema 1"
    dialTimeout = "reads dial_timeout"
    referrers = "knows the capability referrers"
    headerTimeout = "gives up a host that takes a request and says nothing for 30 s"
    manifestStatus = "looks at the status before it takes an answer for a manifest"
    forbiddenBody = "reads the reason that comes with 403"
    blobsAfterStatus = "asks for a digest as a blob, too, after a host refused it as a manifest"
    requestInErrors = "names the request in the errors of a fetch"
    """
