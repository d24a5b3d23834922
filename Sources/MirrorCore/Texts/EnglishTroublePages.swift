/// More of the wizard's troubleshooting track: where attempts are made, logs, groups of nodes.
let englishTroublePages = """
    [field]
    "troubleLog.label" = "Log"
    "troubleLog.placeholder" = "none: a containerd log or Pod events, as a file or pasted here"
    "troubleLog.help" = "A file with containerd's messages (journalctl -u containerd), kubectl describe pod or kubectl get events. Pasted text of more than one line is taken as a log, whichever field has the focus."

    [key]
    pane = "log, change"

    [pullPane]
    attempts = "attempts"
    journal = "the node's journal"
    log = "the given log"
    change = "what would change"
    noJournal = "The node's journal, as far as it was read, shows no pull of this image."
    noLog = "Name a log file, or paste a log or the output of kubectl describe pod."
    reading = "Reading the log …"
    nothing = "The log does not speak of a pull of this image. It speaks of:"
    nothingAtAll = "The log does not speak of a pull."
    pasted = "Pasted: {lines} lines."
    noChange = "The answers say what the file says. F5 goes to the answer that mends the first finding; what would change stands here then."

    [pull]
    fromHere = "The attempts are made from this machine, with its name resolution."
    fromNode = "The attempts are made from node {node}, through ssh -W: with its name resolution, firewall, CA files and login."
    madeHere = "Asked from this machine."
    madeAtNode = "Asked from node {node}, through ssh -W."
    changed = "The node's files have changed since they were read: ask the node again (^R in the step before)."

    [nodes]
    alike = "{letter}: {count} nodes alike"
    odd = "{letter}: {count} of {all} nodes, unlike the others"
    silent = "without a report: {count}"
    unasked = "not asked yet: {count}"
    """
