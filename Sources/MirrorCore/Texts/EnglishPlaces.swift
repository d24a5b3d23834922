/// What a text may be put where: registry hosts and folders, files of a node that are not there, options and their place.
let englishPlaces = """
    [convert]
    deadKey = "{place}: {entry} is looked up for no pull, and nothing was written for it: {reason}."
    otherKey = "{place}: nothing was written for {entry}: {reason}."
    otherKeyMeant = "{place}: nothing was written for {entry}: {reason}. To use it: {remedy}"
    deadKeyMeant = "{place}: {entry} is looked up for no pull, and nothing was written for it: {reason}. To use it: {remedy}"
    proof = "{count} registry hosts were compared and make the same attempts before and after, on containerd {version}: {hosts}"
    nothingProven = "No registry host was found to make the same attempts before and after, on containerd {version}."

    noFile = "There is no {file} here, so that containerd runs with its defaults: there is nothing to convert."

    [containerdConfig]
    notThere = "{file}, which --config names, is not there"

    [why]
    noConfig = "Whom containerd {version} asks cannot be said, since the file that it is started with is not here."
    versionAssumed = "containerd's version is not known, and there is no config to tell it by; {version} is assumed. Say --containerd-version."

    [node]
    "origin.assumed" = "assumed"
    configDefault = "config: there is no {files} here, so containerd's defaults are judged"

    [MIR0715]
    title = "There is no {file} here: containerd's defaults are judged"
    cause = "containerd starts without the file at its default place, and every setting is its own then. From here a file that was not copied and one that the node does not have look the same."
    next = "Look whether the node has the file. A copied tree needs it, and what it imports."

    [MIR0716]
    title = "containerd is started with {file}, and that is not here"
    cause = "The unit's ExecStart names the file. On a node without it containerd does not start; a copied tree may only lack it."
    next = "Copy the file and what it imports into the tree; if the node has none, write it, or take --config out of the unit."

    [MIR0828]
    title = "Nothing of containerd is in {node}"
    cause = "There is neither /etc/containerd nor a unit containerd.service in it. What is said here is what containerd's defaults would do, and nothing about a node."
    next = "Give the folder that holds the node's etc, or copy /etc/containerd, /etc/systemd/system and what they name into it."

    [MIR0829]
    title = "containerd's unit takes variables from {file}, and that is not here"
    cause = "Which proxies containerd has on {node}, and what else it is started with, is not known without it. On a node that lacks the file the unit does not start, since no - stands before its name."
    next = "Copy the file into the tree, or look on the node whether it is there."

    [hostKey]
    empty = "it is empty"
    control = "it holds control characters"
    blank = "it holds blanks"
    scheme = "it is a URL, and a registry host has no scheme"
    path = "it holds a slash, and a registry host has no path"
    dots = "it consists of dots"
    pattern = "containerd knows no patterns in host names, and the only * that counts stands alone"
    tooLong = "it is longer than the 255 bytes of a file's name"
    dockerHub = "containerd looks for Docker Hub's images under docker.io only"
    hubPath = "images that begin with {key}/ are Docker Hub's, because it has neither a dot nor a port"
    upperCase = "containerd compares letter by letter, so that it counts only for images whose names write the host {key}; those of {fixed} do not use it"
    notAHost = "no image can name such a host"

    [issue]
    "host.hubPath" = "{host} has neither a dot nor a port: images that begin with {host}/ are Docker Hub's, and no node looks this entry up."
    "host.hubPath.fix" = "Type the registry as images name it, for example {host}.example.com or {host}:5000; for Docker Hub type docker.io"

    "place.caCertPath" = "{text}: a cluster's spec names no files of this workstation, and the mirror would have no CA."
    "place.caCertPath.fix" = "Put the CA into a Secret of the managing cluster and name that: --ca-cert-secret NAMESPACE/NAME, caCertSecretRef in a list"
    "place.pullCredentialConfigPath" = "{text}: a cluster's spec names no files of this workstation, and the mirror would be asked without a login."
    "place.pullCredentialConfigPath.fix" = "Put the login into a Secret of the managing cluster and name that: --pull-credential-secret NAMESPACE/NAME, pullCredentialSecretRef in a list"
    "place.caCertSecret" = "{text}: the header names files of this workstation and no Secrets, and the mirror would have no CA."
    "place.caCertSecret.fix" = "Give the file: --ca-cert-path PATH, caCertPath in a list; bmctl makes the Secret"
    "place.pullCredentialSecret" = "{text}: the header names files of this workstation and no Secrets, and the mirror would be asked without a login."
    "place.pullCredentialSecret.fix" = "Give the file: --pull-credential-config-path PATH, pullCredentialConfigPath in a list; bmctl makes the Secret"

    [concern]
    "unread.caCertPath" = "{endpoint}: caCertPath ({text}) stands in the spec, where nobody reads it: nodes get no CA from it."
    "unread.pullCredentialConfigPath" = "{endpoint}: pullCredentialConfigPath ({text}) stands in the spec, where nobody reads it: nodes get no login from it."
    "unread.caCertSecret" = "{endpoint}: caCertSecretRef ({text}) stands in the header, where nobody reads it: nodes get no CA from it."
    "unread.pullCredentialSecret" = "{endpoint}: pullCredentialSecretRef ({text}) stands in the header, where nobody reads it: nodes get no login from it."
    "unwritten.caCertPath" = "{endpoint}: {text} is for the probe only. The spec names no files, and without a Secret nodes get no CA."
    "unwritten.pullCredentialConfigPath" = "{endpoint}: {text} is for the probe only. The spec names no files, and without a Secret nodes have no login."
    "unwritten.caCertSecret" = "{endpoint}: the Secret {text} is not written. The header names files, and without one nodes get no CA."
    "unwritten.pullCredentialSecret" = "{endpoint}: the Secret {text} is not written. The header names files, and without one nodes have no login."

    [concern.fix]
    "unread.caCertPath" = "Name a Secret instead: caCertSecretRef."
    "unread.pullCredentialConfigPath" = "Name a Secret instead: pullCredentialSecretRef."
    "unread.caCertSecret" = "Name a file instead: caCertPath."
    "unread.pullCredentialSecret" = "Name a file instead: pullCredentialConfigPath."
    "unwritten.caCertPath" = "Name a Secret with the CA, unless a public CA has signed the mirror's certificate."
    "unwritten.pullCredentialConfigPath" = "Name a Secret with the login, unless the mirror needs none."
    "unwritten.caCertSecret" = "Name the CA's file, unless a public CA has signed the mirror's certificate."
    "unwritten.pullCredentialSecret" = "Name the login's file, unless the mirror needs none."

    [cluster]
    unusableName = "{name} is no name of a cluster: lower-case letters, digits, - and dots. A program would take it for a path or an option."

    [listEdit]
    unusableKey = "line {line}: {key} is no key of a mirror, or not of the form that it has to have."
    unusableList = "nothing was taken from the list, since a part of it could not be written. Correct or remove those keys."

    [command]
    "probe.namespaceOfFile" = "--namespace goes with an endpoint; a cluster config file names its mirrors' own."
    "probe.replaced" = "{option} would not be used for {endpoint}, for which the cluster config file names {path}. Leave it out, or probe the endpoint itself."
    outsideFolder = "{path} would lie outside of {folder}: nothing was written."
    linkInFolder = "{path} is a link, and what is written there would lie elsewhere: nothing was written. Name a folder without links in it."
    """
