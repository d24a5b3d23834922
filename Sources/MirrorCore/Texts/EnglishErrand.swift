/// What can be done beside the edit: plan, undo, bmctl, the running cluster, files with several names.
let englishErrand = """
    [errand]
    planned = "The plan is in {path}; it is carried out by: {command}"
    undone = "{path} is as it was before the last write. What was undone is in {kept}."

    [errand.running]
    plan = "Asking the mirrors for the plan …   Esc cancels"
    undo = "Looking for the backup …"
    bmctl = "Asking bmctl for its version …   Esc cancels"
    live = "kubectl reads the running cluster …   Esc cancels"

    [write]
    more = "… and {count} more; the Effects tab of the review has them all."
    fixes = "… the Effects tab of the review says what to do."

    [undo]
    title = "Undo: this would become of {path}"

    [runBmctl]
    title = "This reaches every node of the cluster:"
    text = "Enter leaves the wizard and runs it here; the wizard ends as bmctl does. Escape goes back."

    [hardLink]
    title = "The file has {names} names (hard links)."
    text = "A file is replaced as a whole. Enter writes the new text under the name that you opened; every other name keeps the old text. Escape writes nothing."

    [preview]
    live = "Cluster"

    [live]
    ask = "Give the kubeconfig of the managing cluster, or a file with what kubectl get cluster … -o yaml printed; Enter compares the mirrors that the cluster runs with."
    same = "The cluster runs with these mirrors."

    [concern]
    hardLinked = "{path} has {names} names (hard links); the others would keep the old text."

    [concern.adopt]
    keysLeft = "The running mirror {endpoint} has keys that this program does not know and does not take over: {keys}"

    [concern.fix.adopt]
    keysLeft = "Add them to the file by hand if the user cluster is to have them."

    [concern.fix]
    hardLinked = "It is written on your word only, under this name alone: --break-hard-link"

    [command]
    "apply.breakHardLink" = "Write a file that has other names (hard links) under this one alone; the others keep the old text."

    [field]
    "plan.label" = "keep as a plan"
    "runBmctl.label" = "run bmctl"
    "bmctlKubeconfig.label" = "Kubeconfig"
    "bmctlKubeconfig.placeholder" = "a user cluster: its admin cluster’s; else CLUSTER-kubeconfig beside the file"
    "bmctlKubeconfig.help" = "bmctl update cluster needs the kubeconfig of the managing cluster: for a user cluster that of its admin cluster. Left empty, the cluster’s own one beside the file is taken."
    "undo.label" = "undo"
    "compareLive.label" = "compare with the running cluster"
    "liveKubeconfig.label" = "Kubeconfig"
    "liveKubeconfig.placeholder" = "bmctl-workspace/ADMIN/ADMIN-kubeconfig"
    "liveSaved.label" = "or output"
    "liveSaved.placeholder" = "a file with what kubectl printed"

    [key]
    plan = "plan"
    undo = "undo"
    runBmctl = "run"
    compare = "compare"
    writeThisName = "write this name"
    """
