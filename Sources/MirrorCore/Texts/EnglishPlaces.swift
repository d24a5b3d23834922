/// What a text may be put where: registry hosts and folders, files of a node that are not there, options and their place.
let englishPlaces = """
    [convert]
    deadKey = "{place}: {entry} is looked up for no pull, and nothing was written for it: {reason}."
    proof = "{count} registry hosts were compared and make the same attempts before and after, on containerd {version}: {hosts}"
    nothingProven = "No registry host was found to make the same attempts before and after, on containerd {version}."

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
    upperCase = "containerd compares letter by letter, so that it would count only for images that write the host {key}; those of {fixed} do not use it"
    notAHost = "no image can name such a host"

    [issue]
    "host.hubPath" = "{host} has neither a dot nor a port: images that begin with {host}/ are Docker Hub's, and no node looks this entry up."
    "host.hubPath.fix" = "Type the registry as images name it, for example {host}.example.com or {host}:5000; for Docker Hub type docker.io"

    [command]
    outsideFolder = "{path} would lie outside of {folder}: nothing was written."
    linkInFolder = "{path} is a link, and what is written there would lie elsewhere: nothing was written. Name a folder without links in it."
    """
