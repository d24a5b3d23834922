/// The wizard's troubleshooting track.
let englishTrouble = """
    [track]
    mirror = "mirrors"
    trouble = "troubleshooting"

    [step]
    "nodes.title" = "Nodes"
    "nodes.intro" = "Whose pulls are to be explained."
    "nodes.help" = "This machine, or a node of the cluster config file. Nodes are asked over your own OpenSSH client: nothing is installed there and nothing is changed. Nodes with the same letter do the same for every image."
    "pull.title" = "Pull"
    "pull.intro" = "Why an image comes from where it comes from."
    "pull.help" = "Every host that containerd will ask, in its order, with the line of the node's file it comes from. Enter makes the attempts for real. F5 goes to the answer that mends the first finding."

    [field]
    "askNodes.label" = "ask all nodes"
    "troubleImage.label" = "Image"
    "troubleImage.placeholder" = "docker.io/library/nginx:1.25"
    "troubleImage.hint" = "as the Pod names it"
    "troubleImage.help" = "An image reference as it stands in the Pod; a missing registry is docker.io, a missing tag latest."

    [key]
    track = "track"
    chooseNode = "choose"
    askNodes = "ask"
    askLive = "ask now"

    [help]
    "key.track" = "F6                next track: mirrors, troubleshooting of pulls, push of a package, upgrade"

    [nodes]
    here = "this machine"
    noFile = "Name a cluster config file in the first step (F6) to choose among its nodes."
    progress = "{done} of {all} nodes asked: {good} well, {wrong} with errors"
    asking = "asked …"
    maintenance = "in maintenance"
    good = "Nothing is wrong with this node."

    [pull]
    noImage = "Name an image."
    reading = "Reading the node's files …"
    waiting = "The node is asked for its files …"
    headingGuessed = "{image} on containerd {version} (a guess), pulled by {mode}"
    asks = "asks"
    answer = "answer"
    then = "after a 404"
    thenLive = "what followed"
    skipped = "layers only"
    taken = "pulls from here"
    log = "The node's log: {verdict}"
    good = "The mirror is asked first, and nothing is wrong."
    notReported = "This node has not been asked yet."

    [command]
    "wizard.troubleshoot" = "Begin with the question why a node does not pull from the mirror."
    """
