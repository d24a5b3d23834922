/// Where a registry and its images are, and which product it is.
let englishPaths = """
    [MIR0330]
    title = "There is no project {project} in the registry"
    cause = "The registry says itself that the project is missing; the login is not the cause."
    next = "Create the project {project}, or type the namespace of one that exists."

    [MIR0410]
    title = "The endpoint's path has no /v2"
    cause = "{typed}: nodes take the path as it stands and ask {asked}, where no registry answers ({seen}). In silence they then pull from the upstream."
    next = "Type {fixed}"

    [MIR0411]
    title = "/v2 stands in the endpoint twice"
    cause = "{typed}: nodes would ask {asked} ({seen}), and no image is there."
    next = "Type {fixed}"

    [MIR0412]
    title = "The endpoint has a slash too many"
    cause = "{typed}: containerd 1.x keeps the slash and asks {asked} ({seen}); bmctl and other clients spell the place without it."
    next = "Type {fixed}"

    [MIR0413]
    title = "The endpoint ends in /v2"
    cause = "{typed}: GDC writes /v2 only before a namespace; without one the endpoint is the bare address."
    next = "Type {fixed}"

    [MIR0414]
    title = "The registry is below another path: {found}"
    cause = "/v2/ at {hostAndPort} is no registry, and {found} is one. Nodes ask below {endpoint}/v2/ only: that is where the namespace stands, behind /v2 and not before it."
    next = "Let the proxy before the registry lead /v2/ there, or give the registry a port or a name of its own."

    [product]
    line = "Registry: {name} ({evidence})"
    harbor = "Harbor"
    "harbor.needs" = "The first part of the namespace is a project and must exist before a push; a robot account of the project needs pull, and push for loading images."
    quay = "Quay"
    "quay.needs" = "The organization must exist before a push, and on some versions each repository too; use a robot account, whose name is ORGANIZATION+NAME."
    nexus = "Nexus"
    "nexus.needs" = "Each Docker repository has a port of its own (connector), or path-based routing; the hosted repository must allow redeploying, and pulls without a login need the Docker Bearer Token realm."
    artifactory = "Artifactory"
    "artifactory.needs" = "The first part of the namespace is the repository key, unless each repository has a port or name of its own; the user needs Deploy for loading images."
    zot = "zot"
    "zot.needs" = "Repositories come into being with a push; accessControl decides who may read and create in a path."
    distribution = "distribution (docker-registry), or one like it"
    "distribution.needs" = "Repositories come into being with a push; behind a proxy it must be told Host and X-Forwarded-Proto, and requests must not be limited in size."
    """
