/// Why settings of a node's files are not in force, and what would bring them there.
let englishDeadSettings = """
    [dead.advice]
    setting = "See {code}: {place} ({setting}) is there and not in force. Mend that; nothing has to be added."
    itself = "The settings for {registryHost} name {registryHost} itself, and that is no mirror. If none is wanted, nothing is missing."
    finding = "See {code}: the mirror stands in the files and is not used. Mend that; nothing has to be added."

    [dead.table]
    noVersion = "{file} sets no version at its top, so containerd {version} takes it for version 1 and does not read {plugin} from it."
    versionOne = "{file} says version 1, so containerd {version} does not read {plugin} from it."
    lateVersion = "{file} sets version in line {line}, below the header {table}: there it belongs to that table. So the file counts as version 1, and containerd {version} does not read {plugin} from it."
    older = "containerd {version} reads {expected}, and the files' version numbers keep it from moving the table of {plugin} there."
    newer = "containerd {version} has no plugin {plugin}; that name came with 2.0. It reads {expected}."
    oldWins = "The table of io.containerd.grpc.v1.cri ({place}) is put in its place as a whole."
    writeVersion = "Write version = 2 as the first line of {file}, above every table, then restart containerd."
    writeFittingVersion = "Write version = 2 (or the version that fits the table) into every file, drop-ins included, or write {expected}. Then restart containerd."
    move = "Write the settings under {expected}, then restart containerd."

    [dead.replaced]
    table = "{file} has the same plugin's table ({place}), and containerd {version} puts it in the place of this whole table. Lost: {lost}."
    moveTable = "Write the settings that are lost into {file} as well, or its settings into this file; containerd 2.x merges such tables. Then restart containerd."
    value = "{place} sets the same key, and the later file counts; lists are replaced, too, and not joined."
    moveValue = "Write the whole list or value at {place}, or take it out there."

    [dead.key]
    unknown = "containerd knows no key {key} there and passes over it."
    write = "Write {key}"
    known = "The keys there are: {keys}"
    late = "The line stands below the header {table}, so it belongs to that table."
    moveUp = "Write {key} above the first table."
    relativeGlob = "Up to 1.6.28 and 1.7.15 a relative pattern starts at the daemon's own directory, not at the file's; that holds for {version}."
    absoluteGlob = "Write the pattern with its full path."
    elsewhere = "containerd reads registry settings of CRI below {header} only."
    writeBelow = "Write it below {header}, then restart containerd."
    transfer = "This config_path is the transfer service's own; pulls of kubelet do not look at it."
    unquoted = "Without quotes each dot begins a new table; the plugin's name {plugin} must stand in quotes."
    noPlugin = "containerd has no plugin {plugin}."
    tooHigh = "It stands in the table of {plugin} itself; registry settings are one level below, in registry."
    tooDeep = "It stands below {table}; registry settings stand directly below the plugin."

    [dead.plugin]
    short = "In a file of version 1, as {file} is for containerd {version}, plugins have short names: {plugin} is none."
    unknown = "containerd {version} has no plugin {plugin}."
    later = "containerd {version} has no plugin {plugin}; that name came with 2.0."
    earlier = "containerd {version} has no plugin {plugin}; it was there up to 1.7."
    write = "Write {meant}, if that is what is to be off; then restart containerd."
    takeOut = "Take the entry out, or write version = 2 as the first line of the file if the full name is meant; then restart containerd."
    remove = "Take the entry out."

    [dead.configs]
    scheme = "containerd looks up the endpoint's host and port alone: a key with a scheme is never found."
    path = "containerd looks up the endpoint's host and port alone: a key with a path is never found."
    wildcard = "containerd knows no patterns in these keys."
    hub = "Images of Docker Hub are asked for at registry-1.docker.io, and that is the key that is looked up; {key} is not."
    case = "The endpoint is written {endpoint}, and upper and lower case are two different keys."
    port = "The endpoint is {endpoint}; the key must have the same port, or none, as the endpoint has it."
    noHost = "No endpoint and no registry host is called {key}."
    upstream = "containerd looks up the host that is asked: {key} counts for {key} itself, as the last one asked, and not for its mirror {endpoint}."
    auths = "The key is read as a URL with the scheme {scheme}, and no host is left of it."
    write = "Write the settings under configs.\\"{host}\\""
    each = "Write the settings under configs for each endpoint, by its host and port."
    addMirror = "If the mirror needs the settings, too, write them under configs.\\"{host}\\" as well."

    [dead.host]
    wildcard = "containerd knows no patterns here: the name is taken as it is, and no image's name has it."
    scheme = "A registry host has no scheme."
    path = "A registry host has no path."
    hubNever = "An image of {host} is an image of docker.io to containerd; nothing is ever looked up under {host}."
    hub = "containerd knows Docker Hub as docker.io; {host} is looked up only for images whose names begin with {host}/."
    plain = "{host} has neither dot nor port: as the beginning of an image's name it is a part of a Docker Hub name."
    noHost = "{host} is no registry host, so that no image's name leads to it."
    portForm = "A folder for a port has an underscore at its end as well: host_5000_."
    case = "Upper and lower case count: only images whose names are written {host}/ lead to it."
    port = "The port counts even where it is the usual one: only images whose names begin with {host}/ lead to it, and not those of {short}."
    name = "Name it {host}"
    each = "Name each registry host, as it stands in the image's name before the first slash; {any} is for all that have none of their own."

    [dead.file]
    misspelt = "containerd reads hosts.toml; {file} is not looked at."
    rename = "Name it hosts.toml"
    pem = "Without a hosts.toml only files that end in .crt are read as CAs; {file} is not."
    renameCA = "Name it ca.crt, or name it in the ca line of a hosts.toml."
    unnamedCA = "There is a hosts.toml, so files of this folder count only when a ca line names them; none does."
    nameCA = "Write ca = \\"{file}\\" into the [host] table whose certificate it has to verify, if it needs it."
    root = "containerd looks into the folders of {root}, one for each registry host, and not at files in {root} itself."
    moveBelow = "Move it to {root}/HOST/hosts.toml, or to {root}/_default/hosts.toml for every host."

    [dead.hosts]
    noHost = "Hosts are listed in tables that begin with host."
    inline = "From 2.0 on containerd lists only hosts that have a header of their own."
    unquoted = "Without quotes the dot ends the host's name; what follows is a table of its own."
    quote = "Write the whole URL in quotes: [host.\\"https://…\\"]"
    scheme = "{url} begins with none of http:// and https:// in lower case, and is not read as the URL it seems."
    writeScheme = "Write the URL with https:// or http:// before the host."

    [dead.folder]
    noConfigPath = "config_path is not set, so that nothing in {folder} is looked at."
    otherConfigPath = "config_path is {path} ({place}), and names no other folder."
    name = "Write config_path = \\"{folder}\\" below {header}, then restart containerd."
    nameInNewFile = "Write {file} with version = {version} as its first line and config_path = \\"{folder}\\" below {header}, then restart containerd."
    nameInstead = "Write config_path = \\"{folder}\\" below {header} and take the mirrors tables out, because containerd refuses both together; then restart it."
    missing = "{path} is not there, so that no hosts.toml can be found."
    create = "Create the folder, or correct the path and restart containerd."

    [MIR0720]
    title = "containerd {version} runs without CRI with these files"
    cause = "{reason}. kubelet then answers: unknown service runtime.v1.ImageService; no image can be pulled and no Pod started."
    next = "Mend this line, then restart containerd."

    [MIR0721]
    title = "A drop-in takes {setting} away"
    cause = "containerd 1.x puts the last file's table of a plugin in the place of the whole table. {reason}"
    next = "Write the registry settings into that file, too, or its settings into config.toml; then restart containerd."

    [MIR0722]
    title = "{setting} is replaced by a drop-in"
    cause = "containerd 2.x merges tables of several files, and replaces lists and single values. {reason}"
    next = "Write the whole list where the last file has it."

    [MIR0723]
    title = "{setting} is not in force"
    cause = "Registry settings count only with their exact keys and in their exact place. {reason}"
    next = "Correct the key, or move it to its place, then restart containerd."

    [MIR0724]
    title = "{setting} fits no endpoint of these files"
    cause = "containerd looks these keys up by the host and port of the endpoint, exactly as it is written there. {reason}"
    next = "Name the key as the endpoint: HOST, or HOST:PORT."

    [MIR0725]
    title = "No image leads to {setting}"
    cause = "containerd looks for the part of an image's name before the first slash, exactly as it is written there. {reason}"
    next = "Name it as the registry host stands in images' names."

    [MIR0726]
    title = "{setting} is not read"
    cause = "Of a host's folder containerd reads hosts.toml; without one, *.crt, *.cert and *.key. {reason}"
    next = "Rename the file, or name it in hosts.toml."

    [MIR0727]
    title = "{setting} is passed over in hosts.toml"
    cause = "containerd passes over keys of hosts.toml that it does not know, and a key belongs to the table above it. {reason}"
    next = "Correct the key, or move it above the first table. Nothing has to be restarted."

    [MIR0728]
    title = "{setting}: in a folder that is not looked at"
    cause = "containerd looks only into the folders that config_path names. {reason}"
    next = "Set config_path to this folder and restart containerd; it cannot stand beside mirrors."

    [MIR0729]
    title = "{setting}: there is no such folder"
    cause = "Hosts are looked up in the folders that config_path names. {reason}"
    next = "Create the folder, or correct the path and restart containerd."

    [MIR0734]
    title = "{setting} switches nothing off"
    cause = "containerd compares the entries of disabled_plugins with the full names of its plugins, letter by letter. {reason}"
    next = "Correct the name, or take the entry out; then restart containerd."

    [MIR0735]
    title = "{setting} does not count for images that are named as usual"
    cause = "containerd looks for the part of an image's name before the first slash, exactly as it is written there. {reason}"
    next = "Name it as the registry host stands in the images' names."

    [MIR0730]
    title = "client names two files, and not a certificate with its key"
    cause = "In a list, each file must hold a certificate and its key; a pair is a list in the list. Every pull of {registryHost} fails, the registry itself included."
    next = "Write {fixed}, the certificate first and the key second."

    [MIR0731]
    title = "{host} is a web site, and no registry"
    cause = "Docker Hub's registry answers at registry-1.docker.io. containerd takes the URL as it is written."
    next = "Write https://registry-1.docker.io instead."

    [MIR0732]
    title = "{url}: asked is {asked}"
    cause = "In hosts.toml /v2 is put behind the path. That is right where a whole registry stands below {path}, and wrong where {path} is a project of a registry. The files do not tell which."
    next = "For a project write {fixed} and override_path = true. The registry's own documents say which form it has; why --live shows what it answers."

    [MIR0733]
    title = "{setting} counts for the registry itself, and not for its mirror"
    cause = "Settings under configs count for the one host that they name. {reason}"
    next = "If the mirror needs them, too, write them under its host as well."
    """
