/// What is larger than is read.
let englishLimits = """
    [yaml]
    tooMuchAliased = "aliases that stand for more than {limit} bytes of text"
    tooManyValues = "more than {limit} keys and values in one document"
    tooManyDocuments = "more than {limit} documents"

    [file]
    sizeLimit = "{path} would be larger than a file may be."

    [file.fix]
    sizeLimit = "Raise the limit of this shell (ulimit -f unlimited), or write to another file system; nothing was written."

    [toml]
    tooManyValues = "more than {limit} keys, values and tables: this is no configuration file"

    [containerdConfig]
    tooManyFiles = "{file}, line {line}: the configuration imports more than {limit} files"
    tooManyBytes = "{file}, line {line}: the configuration and its imports are larger than {limit} MiB"
    tooManyValues = "{file}, line {line}: the configuration and its imports hold more than {limit} keys and values"
    tooManyHosts = "{file}, line {line}: {count} hosts for {host}; mirrorctl works out up to {limit}"
    tooManyNames = "{file}, line {line}: the patterns of imports lead to more than {limit} names"

    [why]
    notRead = "mirrorctl does not read all of these files; what containerd {version} makes of them is not known."

    [why.verdict]
    beyondLimit = "What a node does for {registryHost} is not known: {text}"

    [MIR0834]
    title = "Files of {node} cannot be read"
    cause = "{path}: {reason}. That is no matter of rights. What follows is judged without these files; containerd may meet the same."
    next = "Look at each on the node, or in the copied tree: ls -ld PATH, namei -l PATH. A copy may have lost what a link leads to."

    [MIR0833]
    title = "What containerd makes of this configuration was not worked out"
    cause = "{reason}. mirrorctl reads regular files of up to 16 MiB with 100000 values, nested up to 128 deep, up to 1000 imported files, and up to 256 hosts to ask for one registry host. containerd has other limits, or none: what it makes of these files was not worked out."
    next = "Look at what wrote these files. On the node, containerd config dump prints what containerd reads."
    """
