/// What is said about repairs, single edits, live clusters and the adoption of an admin cluster's mirrors.
let englishSurgery = """
    [live]
    notYAML = "what kubectl printed is not YAML: line {line}, column {column}: {problem}"
    nothing = "no Cluster is in what kubectl printed."
    noCluster = "no Cluster of baremetal.cluster.gke.io is in what kubectl printed; it holds {kinds}."
    notAmong = "no Cluster is called {name}; there are {names}."
    several = "several Clusters are in what kubectl printed: {names}."

    [live.fix]
    name = "Give what kubectl printed of that cluster; adopt takes the name of another one with --cluster NAME."
    command = "Give the output of: kubectl get cluster CLUSTER_NAME -n CLUSTER_NAMESPACE --kubeconfig ADMIN_KUBECONFIG -o yaml"

    [kubectl]
    failed = "{command}: {words}"

    [kubectl.fix]
    notRun = "Install kubectl on this workstation, or give a saved output of it with --from-cluster-yaml."
    failed = "Check the cluster’s name, its namespace and the kubeconfig; or give a saved output with --from-cluster-yaml."

    [placement]
    specOfUnknownType = "The file does not say which type the cluster has; its mirrors stand in spec.nodeConfig, as a user cluster’s do."

    [placement.asked]
    header = "You asked for the header."
    spec = "You asked for spec.nodeConfig."

    [unreadable]
    wideDash = "This is the shape of the vendor’s own user-cluster sample, which is no YAML. See the repaired form with: {command}"
    template = "The file is a template. If its mirrors stand outside of what is filled in, --template edits them and leaves every other byte."

    [repair]
    nothing = "{path} is YAML already: nothing to repair."
    found = "The blanks after a “-” put its first key into the column of that key’s own children. The repair takes them away and nothing else:"

    [listEdit]
    privateRegistries = "{path} holds privateRegistries, which are another list: images that name the private host itself. Mirrors stand under registryMirrors, with an endpoint."
    noSuchMirror = "there is no mirror {text}; the file has {count} of them. Give its number or its URL."
    noSuchField = "“{text}” is no field of a mirror; there are {names}."
    noSuchHost = "the mirror does not list {text}."
    noSuchPosition = "{text} is no place in a list of {count} mirrors."

    [adopt]
    notAUserCluster = "the file is of a cluster of type {type}; only user clusters take mirrors over."
    nothing = "the cluster {name} runs without registryMirrors: there is nothing to take over."
    configFile = "this is a cluster config file, whose header names paths; a user cluster’s spec needs the Secrets that were made from them."
    invalid = "a mirror of the running cluster cannot be used as it stands: {problem}"

    [adopt.fix]
    notAUserCluster = "Every other type takes its mirrors from the header: mirrorctl apply --cluster-config FILE --endpoint URL"
    nothing = "Give the admin cluster its mirrors first: edit its header and run bmctl update cluster."
    invalid = "Correct it in the admin cluster first; nothing was changed."

    [concern]
    registryMeant = "The entry in line {line} of registryMirrors has a host ({host}) and no endpoint: it is no mirror, and this change would remove it."
    mirrorMeant = "The private registry in line {line} looks like a mirror ({endpoint}); among privateRegistries it has no effect."
    mirrorLeftOver = "The private registry in line {line} ({endpoint}) becomes a mirror with this change; the old entry stays and has no effect."
    headerMirrorsOfUserCluster = "The header (line {line}) holds registryMirrors, which have no effect on a user cluster that exists."
    presentWithoutV2 = "The mirror {endpoint} at the other place of the file has a path without /v2, where no registry answers."

    [concern.path]
    placeholder = "Placeholders still stand in the header: {paths}"
    notExpanded = "bmctl does not expand ~ or $: {paths}"
    missing = "Not there on this workstation: {paths}"
    folder = "A folder where a file is meant: {paths}"
    unreadable = "Not readable: {paths}"

    [concern.adopt]
    unknownType = "The file does not say which type the cluster has; only a user cluster takes its mirrors from the spec."
    fromUser = "{name} is a user cluster itself; its managing cluster is the one to take mirrors from."
    replaces = "The mirror {endpoint} of the file goes: the managing cluster does not have it."
    notChecked = "The Secret {secret} was not looked for; it has to hold {key}."
    missing = "The Secret {secret} does not exist in the managing cluster."
    noKey = "The Secret {secret} has no entry {key}."
    otherType = "The Secret {secret} is of type {is}; it has to be {type}."
    notForwarded = "The Secret {secret} lies outside of the namespace {namespace} and is not marked for forwarding."
    checkFailed = "The Secret {secret} could not be looked for: {words}"

    [concern.fix]
    registryMeant = "Move it to privateRegistries first."
    mirrorMeant = "Write it as a mirror: --add --endpoint URL, with a scheme; then delete the entry."
    mirrorLeftOver = "Delete the entry after this change."
    headerMirrorsOfUserCluster = "Remove them there; mirrorctl adopt takes the admin cluster’s mirrors over into the spec."
    presentWithoutV2 = "Change it to {fixed}"

    [concern.fix.path]
    placeholder = "Fill in each path, or delete the line where the key is not needed."
    notExpanded = "Write the whole path, beginning with /."
    missing = "Correct it before bmctl reads the file. A relative path counts from the folder that holds bmctl-workspace."
    folder = "Give the path of the file in it."
    unreadable = "Let the account that runs bmctl read it."

    [concern.fix.adopt]
    unknownType = "Add spec.type: user if it is one."
    fromUser = "Give the admin cluster’s name, or its answer."
    replaces = "Add it again afterwards if it is to stay: mirrorctl apply --add"
    notChecked = "With --kubeconfig it is looked for; or run: {command}"
    missing = "Look which Secrets there are: {command}"
    noKey = "Make the Secret anew with that entry."
    otherType = "Make the Secret anew with that type."
    notForwarded = "Mark it: {command}"
    checkFailed = "Look yourself: {command}"

    [command]
    "adopt.abstract" = "Take the admin cluster’s mirrors over into a user cluster’s spec."
    "adopt.discussion" = "Reads the running admin cluster, from a saved `kubectl get cluster NAME -n NAMESPACE --kubeconfig FILE -o yaml` or by running it. With --kubeconfig the Secrets are looked for too; their values are never read. Shows the diff, and writes after a yes."
    "adopt.clusterConfig" = "The user cluster’s config file."
    "adopt.fromClusterYaml" = "What kubectl printed, saved; - for standard input."
    "adopt.cluster" = "The admin cluster’s name."
    "adopt.namespace" = "Its namespace; cluster-NAME if not given."
    "adopt.kubeconfig" = "The admin cluster’s kubeconfig."
    "adopt.invalid" = "Give --from-cluster-yaml, or --cluster and --kubeconfig."
    "repair.abstract" = "Repair the indentation of the vendor’s user-cluster sample in a file that is no YAML."
    "repair.discussion" = "Shows the repaired form as a diff and writes it after a yes. With - the text comes from standard input: exit 2 and the diff, or with --yes the repaired text."
    "repair.clusterConfig" = "The file; - for standard input."
    "edit.place" = "header or spec, where you want another place than the cluster’s own."
    "edit.template" = "Edit a template where its mirrors stand outside of what is filled in."
    "listEdit.add" = "Add the mirrors to those of the file instead of replacing them."
    "listEdit.mirror" = "Change one mirror of the file; the options after it are its own. Repeat it for several."
    "listEdit.set" = "Give a field another value: endpoint, namespace, hosts (with commas), caCertPath, pullCredentialConfigPath, caCertSecret, pullCredentialSecret."
    "listEdit.unset" = "Take a field away."
    "listEdit.addHost" = "Mirror one more registry host."
    "listEdit.removeHost" = "Mirror this registry host no more."
    "listEdit.moveTo" = "Move the mirror to this place of the list, from 1."
    "listEdit.drop" = "Remove the mirror."
    "listEdit.invalid" = "--mirror NUMBER|URL comes first, and at least one of --set, --unset, --add-host, --remove-host, --move-to and --drop after it."

    [file]
    attributeNotKept = "{path} could not be given the attribute {name} of the old file."
    inUse = "{path} is being written by another mirrorctl."

    [file.fix]
    attributeNotKept = "Use the owner's account, or root; nothing was written."
    inUse = "Read it again when the other has ended; nothing was written."
    """
