/// Writing the CA bundle, and what else is said about trust.
let englishTrust = """
    [MIR0220]
    title = "The token server's certificate is refused"
    cause = "The registry sends logins to {realm}. Its certificate leads to {issuer} and is refused with the CA that is good for the registry: {reason}. Nothing was sent there."
    next = "Put the CA of the token server into the file of caCertPath too, or give the token server a certificate of the registry's CA."

    [bundle]
    root = "the root that the server sent"
    intermediate = "a CA below the root, which the server did not send; containerd takes it as it stands"
    leaf = "the server's own certificate: good only until it is renewed, as the server sent nothing above it"
    candidates = "This would make the chain verify. It is what the server itself sent, so compare it before trusting it:"
    written = "written: {path}"
    compare = "→ Compare the fingerprints with the registry's operator over another channel (on its machine: openssl x509 -in FILE -noout -fingerprint -sha256), and only then give {path} as caCertPath."
    notWritten = "no CA bundle was written: {reason}"
    noTLS = "the probe saw no certificates."
    notNeeded = "the certificates verify already."
    otherProblems = "a CA would not be enough; also refused: {problems}"
    intermediateMissing = "the server must send the certificate of {issuer} itself, after its own (MIR0204)."
    notProven = "with it the chain would still be refused: {problem}"
    overwrite = "{path} exists already. Overwrite it, keeping a backup? [y/N] "

    [command]
    "probe.writeCaBundle" = "Write the certificates that would make the chain verify to this file, after showing their fingerprints. Compare them before trusting them."
    "probe.yes" = "Overwrite an existing file of --write-ca-bundle or --write-docker-config without asking; a backup is kept."
    """
