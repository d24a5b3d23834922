let englishClusterConfig = """
    [yaml]
    place = "line {line}, column {column}"
    notUTF8 = "bytes that are not UTF-8"
    controlCharacter = "a control character that YAML does not allow"
    tooDeep = "values nested deeper than {limit} levels"
    tooManyAliases = "aliases that stand for more than {limit} values"
    unknownAlias = "an alias (*name) without an anchor (&name) before it"
    keyIsNotText = "a key that is not text; is this a placeholder in braces that was not filled in?"
    tooLarge = "a file larger than {limit} bytes"

    [yaml.syntax]
    badCharacter = "a character that no value can begin with (%, @, ` or a tab); text like this needs quotes"
    mappingNotAllowed = "a “key: value” where none can stand; look at the quotes and at the indentation"
    sequenceNotAllowed = "a “- ” where no list item can stand; look at the indentation"
    missingColon = "a line without the “:” after its key"
    expectedKey = "a line that is neither a key of the block above nor outside of it; look at the indentation"
    expectedDash = "a line that is neither an item of the list above nor outside of it; look at the indentation"
    unclosedFlow = "a “[” or “{” that is not closed, or a “,” is missing in it"
    unclosedQuote = "a quote that is not closed"
    expectedDocumentStart = "text after the document's end; is the indentation right, or a “---” missing?"
    badAlias = "a “*” or “&” without a name after it; text like this needs quotes"
    directive = "a line that begins with %, which YAML takes for a directive"
    tab = "a tab in the indentation; YAML wants blanks"
    other = "not YAML ({words})"

    [yaml.fix]
    syntax = "Correct the line and try again; nothing was changed."
    template = "This looks like a template. Fill it in first, and give the file that results; nothing was changed."

    [placement]
    header = "This {type} cluster takes its mirrors from the header, when it is created and when it is updated."
    userCreate = "A user cluster takes its mirrors from the header only while it is created."
    userUpdate = "The header has no effect on a user cluster that exists; its mirrors stand in spec.nodeConfig, with Secrets."
    unknownType = "The file does not say which type the cluster has; the header is right for every type but user."

    [cluster.note]
    noCluster = "No Cluster is in this file."
    severalClusters = "{count} Clusters are in this file; the first one is shown."
    severalHeaders = "{count} headers are in this file; the first one is shown."
    noSpec = "The Cluster in line {line} has nothing under “spec:”; is the indentation lost?"
    noType = "The Cluster has no spec.type."
    unknownType = "spec.type “{type}” is none of admin, user, hybrid and standalone."
    unknownVersion = "anthosBareMetalVersion “{version}” is no version like 1.33.200-gke.70."
    duplicateKey = "The key in line {line} stands in line {first} already; readers differ in which one they take."
    mirrorsNoList = "registryMirrors in line {line} is not a list."
    mirrorNoMapping = "The mirror in line {line} has no “key: value” lines."
    """
