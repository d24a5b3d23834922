/// `--help` of `diff` and `apply`, as far as it came with plans.
let englishChangeHelp = """
    [command]
    "apply.kubeconfig" = "For --run-bmctl: the cluster's own, or its admin cluster's for a user cluster."
    "apply.plan" = "A plan made with `diff --plan-out`."
    "apply.invalid" = "Give one of these: a plan, --undo FILE, or --cluster-config with the mirrors."
    "apply.runBmctl" = "Run `bmctl update cluster` after the write; its exit status becomes ours."
    "apply.undo" = "Put the newest backup of this cluster config file back, byte for byte."
    "diff.planOut" = "Keep the change as a plan for `apply`, readable by you only."
    "diff.probe" = "Ask the mirrors for a plan, so that it goes stale when they answer otherwise."
    "edit.noClusterConfig" = "--cluster-config is missing."
    """
