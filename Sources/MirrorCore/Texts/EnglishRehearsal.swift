/// What a rehearsed push finds.
let englishRehearsal = """
    [MIR0601]
    title = "With this login no upload opens in {repository}"
    cause = "The credentials, user {username}, went along, and the upload was refused with 401 or 403: the registry does not know them, they lack the right to push, the project does not exist, or something before the registry forbids POST."
    next = "Give the user, or a robot account of the project, the right to push; nodes need the right to pull only, so two accounts are better than one."

    [MIR0602]
    title = "Pushing wants a login, and none was sent"
    cause = "Opening an upload in {repository} is refused to somebody unknown. No credentials were sent: none were given for {hostAndPort}."
    next = "Give a Docker config.json with an entry {hostAndPort} that may push."

    [MIR0603]
    title = "The registry takes no pushes"
    cause = "Opening an upload in {repository} is not allowed at all: the registry is read-only, in maintenance or a pull-through cache, or the proxy before it lets only GET and HEAD through."
    next = "End the maintenance, or allow POST, PATCH, PUT and DELETE below /v2/ in the proxy. A pull-through cache takes no pushes: push to a project that is none."

    [MIR0604]
    title = "An upload in {repository} is answered with 404"
    cause = "Harbor and Quay want the project or organization {project} to exist; they do not make it. A proxy that does not pass POST on to the registry may say the same."
    next = "Create the project {project} in the registry, or type the namespace of one that exists."

    [MIR0605]
    title = "A request to the registry may not be larger than {refused}"
    cause = "It takes {taken} and refuses {refused} with status {status}, by {server}. `push images` goes down to 64 KiB a request, and that is too much as well."
    next = "Lift the limit for /v2/ where it is set: in the proxy before the registry (nginx: client_max_body_size 0;), or in the registry."

    [MIR0606]
    title = "The registry sends uploads to another address"
    cause = "It was asked at {endpoint} and names {location} for the upload; most often the proxy before it does not tell it by which scheme or name it was asked. A push cannot go on there: it is another host without TLS, or it refuses what comes."
    next = "Let the proxy pass Host and X-Forwarded-Proto on, or set the registry's own external URL."

    [MIR0607]
    title = "The upload that was opened to try could not be cancelled"
    cause = "The registry did not forget the upload in {repository}. It holds a few MiB at most and names no image; most registries remove such remains by themselves in time."
    next = "Nothing, or remove it on the registry; some want a right of its own, delete, for that."

    [MIR0608]
    title = "An upload to try the registry did not get through"
    cause = "Opening, filling or finishing an upload ended with: {seen}."
    next = "Look at the log of the registry and of the proxy before it at this minute. `push images` tries what may pass (408, 429, 5xx, a cut connection) for about a minute."

    [MIR0611]
    title = "The registry takes what is sent, and does not keep it"
    cause = "It said yes to the chunks of a small blob that was pushed to {repository} to try, in new uploads too, and then had something else: {push} `push images` would end with {code}."
    next = "Look at the log and the free space of the registry's storage. A proxy before it that answers in its place, or two registries behind one name that do not share their storage, look the same from here."

    [MIR0612]
    title = "The blob that was pushed to try could not be removed"
    cause = "The registry did not say how much it holds of what it took, so a small blob was pushed to {repository} and found there. It did not let it be removed: at most about 2 MiB that belong to no image, until the registry's garbage collection."
    next = "Nothing, or let the registry collect its garbage. docker-registry removes blobs only with storage.delete.enabled."

    [MIR0613]
    title = "The registry claims to have a blob that nobody made"
    cause = "It took bytes in {repository}, and answered 200 when it was asked for a blob with the digest of random bytes. Nothing that it says of blobs can be gone by: `push images` would end with MIR0904 and send nothing."
    next = "Look at what stands before the registry: a proxy or a cache that answers HEAD by itself, or a server that is no registry."

    [MIR0323]
    title = "Nodes get no token: the token server refuses what they send"
    cause = "containerd asks for a token with a login by POST, and by GET only after 400, 401, 404 or 405. {realm} answered POST with: {seen}. So every pull with this login fails, though a GET is given a token: docker, skopeo and `push images` may get in."
    next = "Let the token server, or the proxy before it, answer the POST (OAuth2, grant_type=password) with access_token, or with 405. Until then anonymous pulls are the only ones that work."

    [probe]
    "phase.push" = "Push"

    [rehearsal]
    accepted = "an upload to {repository} was opened and cancelled"
    said = "an upload to {repository} was taken, is held as the registry says, and was cancelled"
    kept = "a small blob was pushed to {repository} and found there"
    open = "an upload to {repository} was taken; whether it is kept was not known in time"

    [command]
    "probe.rehearsePush" = "Open an upload, try what it takes, and cancel it: what a push would meet."
    """
