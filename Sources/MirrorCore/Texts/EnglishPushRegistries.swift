/// What registries do otherwise than others.
let englishPushRegistries = """
    [push]
    "differs.digestSaid" = "the digest of the manifest {reference} (the header says {said})"
    "differs.mediaTypeSaid" = "the manifest {reference} as {expected} (the header says {said})"
    unsendable = "A control character stands in what would go into the request ({part}): it was not sent."

    [MIR0609]
    title = "A request to the registry may not be larger than {refused}"
    cause = "It takes {taken} and refuses {refused} with status {status}, by {server}. `push images` sends smaller requests and gets through; clients that send a layer in one request do not."
    next = "Nothing for `push images`. For other clients lift the limit for /v2/ where it is set: in the proxy before the registry (nginx: client_max_body_size 0;), or in the registry."

    [MIR0610]
    title = "The registry names another address for uploads"
    cause = "It was asked at {endpoint} and names {location} for the upload. The upload went in all the same: `push images` keeps to the address it was given where the host is the same, and follows to another host over HTTPS without the login. Other clients may follow the address that is named."
    next = "Nothing for `push images`. For other clients let the proxy pass Host and X-Forwarded-Proto on, or set the registry's own external URL."

    [MIR0926]
    title = "The registry does not take the manifest in this form"
    cause = "It answered {status} to {step}: {words}"
    next = "The package's manifest has a digest of its own and is sent as it is. A registry that takes OCI manifests only can be told to take Docker's (zot: http.compat with docker2s2), or the image is copied once as OCI, which gives it another digest: skopeo copy --format oci."

    [MIR0927]
    title = "The registry names a wrong digest for a manifest"
    cause = "The manifest {reference} came back as it was sent, and the header Docker-Content-Digest beside it says {said}. containerd goes by that header and stops there; it wants sha256: and 64 hexadecimal digits."
    next = "Look for what sets or changes the header: the registry itself, or a proxy before it. Pulls fail until it is right or gone."

    [MIR0928]
    title = "The registry gives a manifest another media type"
    cause = "The manifest {reference} was sent as {expected}, and comes back with Content-Type {said}. containerd goes by that header."
    next = "Look for what changes Content-Type: a proxy or a store that does not keep it."

    [MIR0933]
    title = "The registry's answer does not come to its end"
    cause = "An answer to {step} began, and then brought less than 128 bytes a second for ten seconds: {words}."
    next = "Look at the registry and at the proxy before it: one of them holds answers back. Then run the same command again."

    [MIR0934]
    title = "The registry takes no request of this size"
    cause = "It answered {status} to {step}: {words}. Layers were tried in smaller and smaller requests, down to 64 KiB."
    next = "Raise the limit of the registry or of the proxy before it (nginx: client_max_body_size 0)."

    [MIR0935]
    title = "{images} images went as OCI"
    cause = "The registry refused their manifests with Docker's media types and took them with OCI's. Config and layers are the same bytes; the digest of the image is the one that is named here."
    next = "Nothing, where images are pulled by tag. Who pulls by digest takes the new one."
    """
