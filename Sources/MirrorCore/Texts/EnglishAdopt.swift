/// The wizard's texts for pasting, repairing and taking mirrors over.
let englishAdopt = """
    [repair]
    done = "{path} is repaired. The file as it was: {backup}"
    title = "The repair of {path}"

    [paste]
    title = "The paste holds mirrors: {count}"
    text = "Enter takes them over; nothing is written yet."
    replaces = "Enter puts them in place of those on the list; nothing is written yet."

    [adopt]
    running = "Reading the admin cluster …"
    done = "Taken over from the admin cluster: {count}. The last step shows the diff."

    [adopt.source]
    none = "typed here"
    kubectl = "kubectl"
    saved = "its saved output"

    [field]
    "adoptSource.label" = "Mirrors"
    "adoptSource.hint" = "a user cluster may share its admin cluster’s mirrors and Secrets"
    "adoptSource.help" = "The admin cluster runs with mirrors that name Secrets; a user cluster’s spec may name the same. Read them with kubectl, or from a file with the output of: kubectl get cluster CLUSTER_NAME -n CLUSTER_NAMESPACE --kubeconfig ADMIN_KUBECONFIG -o yaml"
    "adoptCluster.label" = "Admin"
    "adoptCluster.placeholder" = "admin1"
    "adoptCluster.hint" = "the admin cluster’s name, or NAMESPACE/NAME"
    "adoptKubeconfig.label" = "Kubeconfig"
    "adoptKubeconfig.placeholder" = "bmctl-workspace/ADMIN/ADMIN-kubeconfig"
    "adoptSaved.label" = "Output"
    "adoptSaved.hint" = "a file with what kubectl printed"
    "adopt.label" = "take the mirrors over"
    "repairFile.label" = "show the repair"

    [key]
    takeOver = "take over"
    """
