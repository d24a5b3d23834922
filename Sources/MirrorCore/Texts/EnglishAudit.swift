/// What `audit` says.
let englishAudit = """
    [command]
    "audit.abstract" = "Say whether pulling these images would leave the building."
    "audit.discussion" = "For each registry host who is asked first, by containerd's own rules and by the version of each node pool; for each image whether the mirror has it, which is asked; and which hosts entry is missing, with the line that adds it. No registry that is not a mirror is asked. Exit 0: nothing would leave. 1: something would, or could not be checked."
    "audit.images" = "An image as a Pod names it."
    "audit.list" = "A list of images, one a line, - for standard input."
    "audit.package" = "The images of a package (bmpackages_VERSION.tar.xz, docker save, OCI layout)."
    "audit.pods" = "An answer of kubectl get pods -A -o json; other objects with a template of a Pod count, too."
    "audit.nodes" = "An answer of kubectl get nodes -o json: the images that nodes have."
    "audit.kubeconfig" = "Ask the cluster itself for Pods and nodes, with kubectl: the kubeconfig of the cluster whose Pods are meant."
    "audit.clusterConfig" = "The cluster config file whose mirrors the nodes have."
    "audit.caCert" = "CA certificate (PEM) of mirrors for which the file names none on this machine."
    "audit.dockerConfig" = "Docker config.json with the login of mirrors for which the file names none on this machine."
    "audit.inside" = "A registry host, HOST[:PORT], that is inside the building without being a mirror."
    "audit.noAsk" = "Ask no mirror: what the configuration says."
    "audit.parallel" = "Connections at a time."
    "audit.whose" = "Say whose mirrors: --cluster-config FILE, or --root DIR for a node's own files."
    "audit.noImages" = "Say which images: on the command line, --images, --package, --pods, --nodes, or --kubeconfig."
    "audit.twoStreams" = "Standard input can be only one of the lists."
    "audit.otherOptions" = "--containerd-version goes with --root; --ca-cert and --docker-config go with --cluster-config."
    "audit.invalidParallel" = "--parallel takes 1 to 64."
    "why.clusterConfig" = "For --log: the cluster config file, whose versions say which known troubles may play a part."
    "why.clusterConfigOfLog" = "--cluster-config goes with --log; audit --cluster-config says who is asked first."

    [audit]
    notJSON = "{path} is no JSON ({words}). Save it with: {command}"
    otherKinds = "{path} holds nothing of the kind; it holds: {kinds}. Save it with: {command}"
    noImages = "There are no images in what was given."
    noSource = "With the mirrors of {path} containerd would not start."
    interrupted = "Interrupted."
    noVersion = "The file does not say its version: the containerds of all current releases were gone through."
    notAsked = "Not asked, since nothing leaves: {hosts}"
    progress = "{done} of {all} images"
    containerd = "containerd {version}"
    containerdOf = "containerd {version} ({releases})"
    neverPulled = "Not judged, since imagePullPolicy: Never asks nobody: {count}"
    manifestsOnly = "A mirror was asked for an image's manifest, not for its layers, and only where the table says so. What a node already has is pulled only with imagePullPolicy: Always."

    [audit.subject]
    header = "Mirrors: {count}, from the header of {path}"
    spec = "Mirrors: {count}, from spec.nodeConfig.registryMirrors of {path}"
    noMirrors = "Mirrors: none in {path}"
    root = "The files below {path}"

    [audit.inside]
    node = "{host} (the node itself)"
    mirror = "{host} (a mirror)"
    privateAddress = "{host} (a private address)"
    named = "{host} (--inside)"

    [audit.otherPlace]
    header = "There are mirrors in the header, too; those were left out."
    spec = "There are mirrors in spec.nodeConfig.registryMirrors, too; those were left out."

    [audit.column]
    host = "REGISTRY HOST"
    images = "IMAGES"
    there = "THERE"
    leaving = "LEAVE"
    unchecked = "NOT CHECKED"
    first = "ASKED FIRST"

    [audit.verdict]
    good = "Nothing would leave: for none of {count} images a registry outside is asked."
    configured = "By the configuration a mirror is asked first for every image that is pulled. Whether the mirrors have them was not asked ({configured} of {count})."
    leaves = "{leaving} of {count} images would be asked for outside."
    unchecked = "{unchecked} of {count} images could not be checked; no other would be asked for outside."
    both = "{leaving} of {count} images would be asked for outside, and {unchecked} could not be checked."

    [audit.doubt]
    noAnswer = "{words}"
    caUnknown = "its certificate is not trusted here, and {reason}"
    status = "it answers {status}"
    agreesToAll = "it says yes to an image that nobody can have"
    loginSecret = "it wants a login, which is in the Secret {secret}; --docker-config gives it"
    loginFile = "it wants a login, and {path} holds none that can be used"
    loginWithheld = "it wants the login at {place}, which is not shown to be the operator's own over TLS"
    sentOutside = "it sends on to {place}, which is not asked from here"

    [audit.ca]
    secret = "its CA is in the Secret {secret}; --ca-cert gives it"
    file = "{path} holds no certificate that can be read"

    [audit.next]
    add = "{command}   (it was not seen how many of them {mirror} has)"
    addAll = "{command}   ({mirror} has all {count} of them)"
    addSome = "{command}   ({mirror} has {there} of {count}; push the others first)"
    pushFirst = "Push them to {mirror} first, which has none of them; then: {command}"
    noMirror = "The file names no mirror. With its address: {command}"

    [MIR1001]
    title = "Pulled from {registryHost} itself, images: {count}"
    cause = "No mirror stands before {registryHost}: containerd asks it straight away. If it is inside the building itself, say --inside {registryHost}."
    next = "Put a mirror before {registryHost}."

    [MIR1002]
    title = "Not in the mirror, so that {registryHost} is asked next, images: {count}"
    cause = "{mirrors} is asked first and does not give them; containerd then goes on to {registryHost} in silence."
    next = "Push them to the mirror: mirrorctl push images. Then run this again."

    [MIR1003]
    title = "{host} could not be asked, images not checked: {count}"
    cause = "{what}. Nodes that meet the same go on to the registry itself in silence."
    next = "mirrorctl probe https://{host} shows what is wrong. Then run this again."

    [MIR1004]
    title = "{host} could not be asked for everything"
    cause = "{what}. No image hangs on it here: another mirror has them, or the configuration decides it."
    next = "mirrorctl probe https://{host} shows what is wrong."

    [MIR1005]
    title = "Images of {registryHost} that would not be pulled at all: {count}"
    cause = "Nobody who may be asked gives them, and nobody outside is asked. Nothing leaves, and the pull fails."
    next = "Push them to the registry that their names say, or mend the names."

    [MIR1006]
    title = "No image references: {count}"
    cause = "containerd takes none of them for an image, so that nothing can be said of them."
    next = "Mend the names. In a list each line is one image; # begins a comment."

    [MIR1007]
    title = "Nodes that may have more images than they say: {count}"
    cause = "kubelet tells of its {limit} largest images, and these nodes tell of just as many."
    next = "Give the Pods as well: kubectl get pods -A -o json, with --pods."

    [MIR1008]
    title = "Images of a package without a name: {count}"
    cause = "The package does not say which registry they are of, so that nobody knows who would be asked."
    next = "Give the names that Pods have for them, with --images."

    [trace.possible]
    heading = "Possible as well, though the log does not show it, and no mirror would be to blame:"
    before = "If the cluster runs a version before {since}"
    since = "If the cluster runs {since} or later"
    affected = "The cluster runs {versions}"

    [MIR0894]
    title = "possible: control plane certificates or etcd encryption were being changed"
    cause = "{when}: there, rotating control plane certificates or updating etcd encryption could leave Pods of control plane nodes in ImagePullBackOff ({source}). That is the cluster's own doing, not the mirror's."
    next = "See whether such a change was under way at that time; mirrorctl releases says which versions have it mended."

    [MIR0895]
    title = "possible: kubelet asks again for an image that the node already has"
    cause = "{when}: there, kubelet may check whether a Pod may use an image that is already present, and pulls it anew for a Pod with other credentials ({source}). Then the pull is kubelet's wish, not the mirror's fault."
    next = "crictl images on the node says whether the image is there; Pods with the same imagePullSecrets need no new pull."

    [releases.change]
    imageRecheck = "kubelet checks who may use an image that is already on the node, and may pull it anew"
    """
