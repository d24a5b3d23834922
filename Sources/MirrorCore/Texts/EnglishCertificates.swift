/// What nodes' Go says of certificates, and what a port speaks instead.
let englishCertificates = """
    [go]
    every = "Every Go from 1.19 to 1.26 refuses it, and so does every containerd that was built with one of them."
    since = "Go refuses it from {go} on: by go.mod that is at least containerd {containerds}; the compiler may be newer than go.mod says, so that an older containerd may refuse it, too."
    sinceLine = "Go refuses it from {go} on, unless GODEBUG says otherwise; what go.mod says decides that, whatever the compiler: containerd {containerds}."
    until = "Go refuses it up to {until}; a containerd that was built with a newer compiler reads it, whatever its go.mod says."

    [MIR0145]
    title = "What answers at {hostAndPort} speaks plain HTTP to a port behind it that wants TLS"
    cause = "The answer says that a request in clear came to a port of TLS. That is not the port that was asked: a front in between passes requests on in clear."
    next = "In the front's configuration, write https:// before the address of the registry behind it."

    [MIR0221]
    title = "A serial number is negative: nodes with newer containerd refuse the certificate"
    cause = "{subject}: Go refuses it from 1.23 on ({reason}). By go.mod that is containerd {containerds}; older ones accept it."
    next = "Issue the certificate anew with a positive serial number. Until then only nodes with an older containerd can pull."

    [MIR0222]
    title = "The signer is no CA for nodes"
    cause = "{subject} signed, but Go, and so containerd, wants a CA of version 3 to have basicConstraints CA:TRUE and, where it has keyUsage, keyCertSign. OpenSSL and curl may accept it. Go says: {reason}"
    next = "Make the CA's certificate anew with basicConstraints=critical,CA:TRUE and keyUsage=critical,keyCertSign,cRLSign; with the same key and name what it signed stays good."

    [MIR0223]
    title = "serverAuth is missing in the extended key usage"
    cause = "{subject} allows {usages}. Go, and so containerd, wants serverAuth in the server's certificate and in each CA above it that names usages at all."
    next = "Issue that certificate anew with extendedKeyUsage=serverAuth, or without the extension."

    [MIR0224]
    title = "Nodes do not know this kind of key"
    cause = "{subject} has a key of the kind {key}. Go, and so containerd, knows RSA with the usual identifier, P-256, P-384, P-521 and Ed25519 only. Go says: {reason}"
    next = "Issue the certificate anew with RSA 2048 or P-256."

    [MIR0225]
    title = "Nodes cannot read a certificate"
    cause = "{subject}: OpenSSL and curl read it; Go, and so containerd, does not, and refuses the server that sends it. Go says: {reason}"
    next = "Issue the certificate anew without what Go names."

    [MIR0226]
    title = "A CA of the chain does not allow this certificate"
    cause = "{subject} limits the names or the number of CAs below it. Go says: {reason}"
    next = "Issue the certificate by another CA, or with names that this one allows."

    [MIR0227]
    title = "Nodes with newer containerd refuse the certificate"
    cause = "{subject}: {reason}. {releases}"
    next = "Issue the certificate anew without what Go names, before the nodes are upgraded."

    [MIR0228]
    title = "Nodes pass over a certificate of the CA file"
    cause = "{subject} in {caCertPath}: Go cannot read it and leaves it out without a word. {releases} The other certificates of the file count. Go says: {reason}"
    next = "Take it out of the file; or make it anew, if something is to be trusted because of it."

    [MIR0229]
    title = "The registry refuses the TLS greeting that nodes send"
    cause = "It gives no reason. It may have no cipher, curve or signature in common with Go, or no certificate for the name {host}. The evidence says what it takes when everything is offered."
    next = "Look at the registry's TLS log. Enable TLS 1.2 or 1.3 with ECDHE ciphers, and a certificate of RSA or P-256."

    [MIR0230]
    title = "This program refuses the certificates, and nodes would accept them"
    cause = "OpenSSL, which this program uses, says: {reason}. Go accepts the same chain, and so containerd would pull. What comes after TLS was not asked."
    next = "Ask from a node (why --live --node), or mend the certificate: other tools refuse it, too."

    [MIR0231]
    title = "Nodes with older containerd refuse the certificate"
    cause = "{subject}: Go refuses it up to {until}: {reason}. Newer ones accept it."
    next = "Issue the certificate anew without what Go names, or let the nodes be upgraded first."

    [MIR0232]
    title = "Nodes refuse the registry's certificates"
    cause = "OpenSSL and curl may accept them; Go, and so containerd, does not. Go says: {reason}"
    next = "Issue {subject} anew without what Go names."

    [MIR0233]
    title = "The registry chose a cipher that newer containerd does not offer"
    cause = "{cipher} has no forward secrecy. Go offers such ciphers up to 1.21 only; by go.mod containerd {containerds} does not. Whether the registry has another one was not asked."
    next = "Enable ECDHE ciphers or TLS 1.3 on the registry."
    """
