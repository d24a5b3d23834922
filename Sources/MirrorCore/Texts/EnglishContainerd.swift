/// What the engine says about a node's files and pulls.
let englishContainerd = """
    [hosts]
    noHostTree = "no [host] table in the file; containerd 1.6 and 1.7 before 1.7.32 ignore it then"
    wrongType = "{key} is of type {found}, and {expected} is wanted"
    unknownCapability = "this containerd knows no capability {name}"
    invalid = "{text}"
    panic = "a dotted key below host makes this containerd's TOML reader panic"

    [containerdConfig]
    unreadable = "{file} cannot be read: {reason}"
    toml = "{file}, line {line}, column {column}: {reason}"
    wrongType = "{file}, line {line}: {key} is of type {found}, and {expected} is wanted"
    unsupportedVersion = "{file} has version {version}; this containerd reads up to {highest}"
    newerDropIn = "{file} has version {version} and is imported by a file of version {root}"
    invalidPluginKey = "{file}, line {line}: the plugin's name must stand in quotes; containerd reads {key} alone"
    invalidListedPlugin = "{file}, line {line}: {list} wants full plugin names, as io.containerd.grpc.v1.cri; {name} is none"
    requiredPluginMissing = "{file}, line {line}: required_plugins names {name}, which this containerd does not have under this name, or which is disabled"

    [why]
    heading = "{image} on containerd {version}, pulled by {mode}"
    pluginRefuses = "CRI does not start: {text} ({file}, line {line})"
    criDisabled = "{file}, line {line}: disabled_plugins switches {plugin} off, and CRI with it"
    noCRI = "containerd {version} starts with these files, but without CRI: kubelet can pull no image."
    noStart = "containerd {version} does not start with these files, and no image can be pulled."
    badImage = "{image} is no image reference: {reason}"
    attempt = "{number}. {url}"
    skipped = "{number}. {url} (asked for layers only: it lacks a capability)"
    failsWhen = "{answer}: the pull fails, and the Pod event shows: {error}"
    nextWhen = "{answer}: goes on to {next}, and nobody sees it"
    acceptedWhen = "{answer}: is taken for the image; the pull fails while unpacking"
    podEvent = "When every host answers {answer}, the Pod event shows:"
    live = "answered: {answer}"
    liveServes = "the image is here, and is pulled from here"
    liveNext = "containerd goes on to {next}, and nobody sees it"
    liveFails = "the pull fails here"
    liveUnasked = "not asked"
    servedNow = "Pulled now, the image comes from {url}."
    failsNow = "Pulled now, it fails, and the Pod event shows:"
    versionGuessed = "containerd's version is not known; {version} is taken from the config's version. Say --containerd-version."

    [why.mode]
    local = "CRI itself"
    transfer = "the transfer service"

    [why.verdict]
    error = "No image of {registryHost} can be pulled: {text}"
    nobody = "Nobody may be asked for {image}: no host has the capabilities that a pull needs."
    upstream = "{first} is asked: no mirror is used for {registryHost}."
    onlyMirror = "Only {first} is asked; when it fails, the pull fails and the Pod shows it."
    mirrorThenUpstream = "{first} is asked first; when it fails, containerd goes on to {next} in silence."
    mirrorThenMirror = "{first} is asked first; when it fails, containerd goes on to {next} in silence, and ends at {last}."

    [why.tls]
    plain = "plain http"
    httpsFirst = "https first, http when that does not answer as TLS"
    skipVerify = "certificate not verified"
    ca = "the system's CAs and {files}"
    system = "the system's CAs"
    client = "client certificate {files}"

    [why.credential]
    config = "configs.\\"{key}\\".auth ({file}:{line})"
    header = "the Authorization header of hosts.toml"
    pullRequest = "only what the Pod's pull request brings"

    [why.origin]
    hostTable = "[host] table"
    server = "server line"
    upstream = "added by containerd: the registry itself"
    mirror = "mirrors entry"

    [convert]
    lines = "{before}\\n{line}"
    dead = "{place}: {setting} is not in force and is not carried over. {reason} To use it: {remedy}"
    nothing = "There are no mirrors and no TLS settings to convert."
    notEditable = "{file} cannot be read as TOML."
    fails = "{registryHost}: every pull fails already: {text}"
    duplicate = "{registryHost}: {url} is listed twice; hosts.toml can name it once."

    [MIR0701]
    title = "{file} is ignored as a whole"
    cause = "{reason}. containerd logs this, then pulls from the registry itself as if the file were not there."
    next = "Correct that line. Nothing has to be restarted: containerd reads hosts.toml at every pull."

    [MIR0702]
    title = "{setting} is not read"
    cause = "A registry table counts only under the plugin that this version has, in a file whose version fits. {reason}"
    next = "Write version = 2 at the top of the file, above every table, or the table under the plugin's name that fits."

    [MIR0703]
    title = "config_path names two directories, and the transfer service takes them for one"
    cause = "From containerd 2.1 on, {path} is not split at the colon, so that no hosts.toml is found and every pull goes to the registry itself."
    next = "Set config_path to one directory, for example /etc/containerd/certs.d, and restart containerd."

    [MIR0704]
    title = "Every pull of {registryHost} fails"
    cause = "containerd stops before it asks anybody, the registry itself included: {text}"
    next = "Mend what this names, put the file in place, or take the setting out."

    [MIR0705]
    title = "The CA of {host} is ignored"
    cause = "configs.*.tls is gone since containerd 2.0; {version} trusts the system's CAs only, refuses the mirror's certificate, and goes on to the registry itself."
    next = "Move to hosts.toml: mirrorctl convert writes it, with the ca line."

    [MIR0706]
    title = "{url} lacks /v2"
    cause = "In mirrors containerd adds /v2 only to an endpoint without a path; a slash at the end is one."
    next = "Write {fixed}"

    [MIR0707]
    title = "{url} gets a second /v2"
    cause = "In hosts.toml containerd appends /v2 to every path that does not end in it."
    next = "Add override_path = true to this host, or write the URL without /v2."

    [MIR0708]
    title = "{url} is not asked for tags"
    cause = "Its capabilities are {capabilities}; a tag needs pull and resolve."
    next = "Write capabilities = [\\"pull\\", \\"resolve\\"], or leave the line out."

    [MIR0709]
    title = "{host} is asked over https first, although its URL says http"
    cause = "TLS settings (even skip_verify = false) on an http URL make containerd try https, and whatever answers there counts."
    next = "Take the TLS settings out, or write https."

    [MIR0710]
    title = "{setting} does not count for images of Docker Hub"
    cause = "containerd knows Docker Hub as docker.io only. {reason}"
    next = "Name it docker.io."

    [MIR0711]
    title = "No mirror is used for {registryHost}"
    cause = "Nothing that containerd looks at for {registryHost} names another host."
    next = "Add {registryHost} to the mirror's hosts, or check the spelling: case and port count."

    [MIR0712]
    title = "containerd {other} asks other hosts than {present}"
    cause = "The same files mean something else to it."
    next = "Mend the findings above before the upgrade; mirrorctl convert writes files that mean the same to both."

    [MIR0714]
    title = "containerd {version} does not start with these files"
    cause = "containerd reads these files when it starts and gives up at the first that it cannot take. A daemon that runs already may still hold older ones."
    next = "Mend this, then restart containerd."
    """
