/// What each finding is called, why it happens and what to do: `title`, `cause` and `next` under its code.
let englishFindings = """
    [MIR0101]
    title = "{host} has no address"
    cause = "The name service of this machine does not know {host}. Nodes may use another one, but a mirror that only some can find is not found by the others."
    next = "Correct the name, add it to the name service that workstation and nodes use, or type the IP address."

    [MIR0102]
    title = "Nothing listens on port {port} of {host}"
    cause = "The machine is up and refuses connections to port {port}: the registry is stopped, listens elsewhere, or listens on 127.0.0.1 only."
    next = "Start the registry, or type the port it listens on (docker-registry: 5000, Harbor: 443)."

    [MIR0103]
    title = "{host} port {port} did not answer within {seconds} s"
    cause = "Packets vanish on the way: a firewall drops them, the address is nobody's, or the route leads nowhere. A pull would wait 30 s for this mirror each time."
    next = "Check the address, then the firewall between this machine and port {port}; nodes need the same way."

    [MIR0104]
    title = "There is no route to {host}"
    cause = "This machine's network says that {host} cannot be reached."
    next = "Check the address, and the routes of this machine and of the nodes."

    [MIR0105]
    title = "{host} closed the connection without an answer"
    cause = "Something takes connections on port {port} and hangs up: a proxy without a backend, a filter, or a service that expects another greeting. Neither TLS nor plain HTTP got an answer, as far as the evidence says that both were asked."
    next = "Look at the log of what listens on port {port}, and check that it is the registry's port."

    [MIR0106]
    title = "{host} takes the connection and then says nothing"
    cause = "The port is open, but no complete answer came in time: the registry, its storage or its backend may hang, or what listens there waits for another protocol. The evidence names what else was asked."
    next = "Look at the registry's log and its storage; ask it from its own machine with curl."

    [MIR0107]
    title = "{hostAndPort} speaks plain HTTP, not HTTPS"
    cause = "The endpoint says https, and the port answered in clear."
    next = "Give the registry a certificate; or type http://{hostAndPort}, knowing that images and passwords then travel in clear."

    [MIR0108]
    title = "{hostAndPort} speaks HTTPS, not plain HTTP"
    cause = "The endpoint says http, and the port speaks TLS."
    next = "Type https://{hostAndPort}"

    [MIR0109]
    title = "{hostAndPort} answers in no HTTP that can be read"
    cause = "What came is neither TLS nor HTTP that keeps to its rules: another protocol, or a broken server. The evidence holds how it begins, and what the other of the two brought."
    next = "Type the registry's own port."

    [MIR0110]
    title = "{hostAndPort} sends a header without end"
    cause = "What answers there is broken or hostile."
    next = "Check that the address is the registry's."

    [MIR0111]
    title = "The connection to {hostAndPort} failed"
    cause = "The failure is below HTTP and has no explanation of its own; the evidence holds its words."
    next = "Look at the registry's log at this minute."

    [MIR0112]
    title = "No name service answered for {host} within {seconds} s"
    cause = "This machine asks a name service that is silent: /etc/resolv.conf names one that is down or cannot be reached."
    next = "Check the name servers in /etc/resolv.conf here and on the nodes, or type the registry's IP address."

    [MIR0201]
    title = "A private CA signed the registry's certificate, and no CA was given"
    cause = "The certificate leads to {issuer}, which this machine's store does not hold; nodes have the same public CAs at most."
    next = "Give the PEM file of {issuer} as caCertPath."

    [MIR0202]
    title = "The given CA did not sign the registry's certificate"
    cause = "The certificate leads to {issuer}. {caCertPath} holds {given}: another CA, or one of the same name with another key."
    next = "Give the PEM file of {issuer} that is in use now. If that one was itself signed by the CA in the file, the server must send it too."

    [MIR0203]
    title = "The registry's certificate signed itself"
    cause = "{subject} is its own issuer, so no CA vouches for it."
    next = "Better: give the registry a certificate of a CA. Otherwise compare the fingerprint on the registry's machine and give this very certificate as caCertPath."

    [MIR0204]
    title = "The registry does not send its intermediate certificate"
    cause = "Its certificate was issued by {issuer}, which is not a root, and the server does not send it. Browsers may fetch it by themselves; containerd does not."
    next = "On the server, make one file of the server's certificate followed by that of {issuer}, and configure it as the certificate."

    [MIR0205]
    title = "A certificate of the registry has expired"
    cause = "{subject} was valid until {date}; here it is {now}."
    next = "Renew it on the registry. If the date is not past, set this machine's clock."

    [MIR0206]
    title = "A certificate of the registry is not valid yet"
    cause = "{subject} is valid from {date}; here it is {now}."
    next = "Set the clock of this machine and of the nodes, or wait, or issue the certificate anew."

    [MIR0207]
    title = "The registry's certificate is not for {host}"
    cause = "It names {names}. An IP address in the endpoint must be there as an IP address, a name as a DNS name."
    next = "Type one of these names as the endpoint, or issue the certificate with {host} among its subject alternative names."

    [MIR0208]
    title = "The registry's certificate has a Common Name only"
    cause = "It says {commonName} in the Common Name and has no subject alternative names. OpenSSL and curl may accept that; Go, and so containerd and bmctl, do not."
    next = "Issue it anew with {host} as subject alternative name."

    [MIR0209]
    title = "The CA file cannot be read"
    cause = "{caCertPath}: {trouble}. bmctl reads it with the rights of whoever runs it."
    next = "Correct the path, or the file's rights."

    [MIR0210]
    title = "The CA file holds no certificate"
    cause = "{caCertPath} was expected to hold a block BEGIN CERTIFICATE; seen: {seen}."
    next = "Give a PEM file. From DER: openssl x509 -inform DER -in FILE -out ca.crt"

    [MIR0211]
    title = "The registry speaks no TLS version that nodes accept"
    cause = "It was offered TLS 1.2 and 1.3 and refused both as versions. Go, and so containerd, offers no older one."
    next = "Enable TLS 1.2 or 1.3 on the registry."

    [MIR0212]
    title = "The registry wants a client certificate"
    cause = "It asked for one and then broke off, or said that one is missing. A GDC registry mirror is configured with a CA and a password at most; there is no place for a client certificate."
    next = "Let the registry, or the proxy before it, accept nodes without one; use a login instead."

    [MIR0213]
    title = "The registry's certificates are refused"
    cause = "Verification says: {reason}."
    next = "Look at the chain in the evidence and issue the certificate anew with what is missing."

    [MIR0214]
    title = "The CA file holds the registry's own certificate"
    cause = "It works until the certificate is renewed, at the latest on {date}; then every node refuses the mirror."
    next = "Give the certificate of the CA that issued it."

    [MIR0215]
    title = "A certificate of the registry is too weak"
    cause = "{key}: Go, and so containerd and bmctl, refuses SHA-1 and MD5 signatures, and from 1.24 on RSA keys under 1024 bits."
    next = "Issue it anew with RSA 2048 or P-256, and SHA-256."

    [MIR0216]
    title = "A certificate of the registry expires soon"
    cause = "{subject} is valid until {date}."
    next = "Renew it in time. Where the CA itself changes, the nodes' caCertPath must change first."

    [MIR0217]
    title = "The registry's clock differs"
    cause = "It says {theirs}, and this machine {ours}. Certificates and tokens depend on it."
    next = "Let both follow a time server."

    [MIR0218]
    title = "A key of the registry's certificates is small"
    cause = "{key} of {subject}: containerd takes it today; OpenSSL's own tools refuse RSA keys under 2048 bits."
    next = "Issue the certificate anew with RSA 2048 or P-256."

    [MIR0301]
    title = "The registry wants a login, and no credentials are configured"
    cause = "Nothing was sent, because pullCredentialConfigPath is empty."
    next = "Give a Docker config.json with an entry for {hostAndPort}."

    [MIR0302]
    title = "The Docker config has no entry for {hostAndPort}"
    cause = "Nothing was sent. The key must be exactly HOST:PORT as in the endpoint. Keys there: {keys}. Nearest: {near}."
    next = "Write the entry under auths as {hostAndPort}, without scheme and path; mirrorctl probe --write-docker-config FILE makes a file with it."

    [MIR0303]
    title = "The registry refuses the user name or password"
    cause = "The credentials of entry {key}, user {username}, were sent to {origin} and refused. A wrong password, an account that is expired, locked or disabled, and one without any right look the same from outside."
    next = "Try the same login by hand. If it fails, correct the password in {configPath}, or look at the account; for a robot account check that it is not expired or disabled."

    [MIR0304]
    title = "The registry wants a login over plain HTTP"
    cause = "Nothing was sent: over http:// everyone on the way reads the password."
    next = "Give the registry TLS and type https://; or let nodes pull without a login."

    [MIR0305]
    title = "The Docker config cannot be read"
    cause = "{configPath}: {trouble}. bmctl reads it with the rights of whoever runs it."
    next = "Correct the path, or the file's rights."

    [MIR0306]
    title = "The Docker config is not readable as JSON"
    cause = "Programs written in Go, as containerd and kubelet are, refuse {configPath} as a whole. Nothing was sent."
    next = "Correct the place that is named. {mend}"

    [MIR0307]
    title = "The credentials are in a helper program"
    cause = "The Docker config leaves them to docker-credential-{helper} ({setting}). Helpers run on this workstation only: nodes get the file without the program."
    next = "Make a config.json with the credentials inside: an entry {hostAndPort} with auth; mirrorctl probe --write-docker-config FILE --username USER does."

    [MIR0308]
    title = "The Docker config's entry cannot be used"
    cause = "Entry {key}: {fault}. Nothing was sent."
    next = "Write auth as the base64 of USER:PASSWORD, without line breaks: printf '%s' 'USER:PASSWORD' | base64 -w0"

    [MIR0309]
    title = "The token server does not work"
    cause = "The registry sends logins to {realm}, and neither a token that containerd can read nor a refusal came from there."
    next = "Ask that address with curl. Nodes must reach it too, with the same CA."

    [MIR0310]
    title = "The token server is not protected by TLS"
    cause = "The registry sends logins to {realm}. Nothing was sent there, because passwords would travel in clear."
    next = "Give the token server TLS, and set its https:// address as realm in the registry's configuration."

    [MIR0311]
    title = "The registry wants a kind of login that nodes do not speak"
    cause = "Nodes speak Basic and Bearer; the registry's answer names neither in a usable way."
    next = "Look at what stands before the registry: a single sign-on page must let /v2/ through."

    [MIR0312]
    title = "The registry forbids access"
    cause = "403 came: a filter by address, a firewall or proxy before the registry, or a user without any right. From outside they look the same."
    next = "Look in the registry's log whether the request arrived there. If so, give this user the right to pull; if not, let this network through."

    [MIR0313]
    title = "The registry does not take the token server's token"
    cause = "The token of {realm} was refused. Mostly registry and token server disagree about service, issuer, key or clock."
    next = "Compare service, issuer and certificate in the registry's configuration with the token server's; compare their clocks."

    [MIR0314]
    title = "Others than its owner can read the Docker config"
    cause = "{configPath} has mode {mode} and holds a password."
    next = "chmod 600 {configPath}"

    [MIR0401]
    title = "What answers at {hostAndPort} does not look like a registry"
    cause = "It says 200 at /v2/ without a registry's header or JSON: mostly a web page, a login page, or a proxy that answers everything; containerd would take such pages for images. A registry of plain files can look so, too."
    next = "Type the registry's own address and port."

    [MIR0402]
    title = "There is no registry at {endpoint}"
    cause = "/v2/ is not found there: a web server without a registry, or the registry is below another path or port."
    next = "Type the address at which /v2/ answers 200 or 401."

    [MIR0403]
    title = "There is nothing below the namespace {namespace}"
    cause = "The registry's catalogue, as far as this login may see it, has no repository below {namespace}: the name is another one, or nothing was pushed yet."
    next = "Type the namespace the images were pushed to, or none; or push them to {hostAndPort}/{namespace}."

    [MIR0404]
    title = "The registry sends clients elsewhere"
    cause = "/v2/ answers with a redirect to {location}. The login is not taken along, and what is there was not asked."
    next = "Type the address it redirects to, if that is the registry."

    [MIR0405]
    title = "The registry fails with status {status}"
    cause = "The registry, its storage, or the proxy before it is broken or still starting."
    next = "Look at the log of the registry and of the proxy at this minute."

    [MIR0406]
    title = "The registry limits the number of requests"
    cause = "It answers 429: too many requests in a time."
    next = "Wait, or raise the limit; a cluster's upgrade asks hundreds of times."

    [MIR0407]
    title = "The registry answers /v2/ with status {status}"
    cause = "A registry answers 200 or 401 there; mostly something else stands before it."
    next = "Check address and port, and what the proxy before the registry allows."

    [MIR0408]
    title = "{image} is in the registry, but not where the endpoint leads"
    cause = "The endpoint leads to {here}; the image is at {there}. Nodes would silently try the upstream instead."
    next = "Make the namespace that of {there}, or push the images to {here}."

    [MIR0501]
    title = "{image} is not in the mirror"
    cause = "The registry says that it has no manifest {path}; some say so of images that this user may not see. Nodes would silently try the upstream instead."
    next = "Push it there, for example with bmctl push images; check namespace and tag."

    [MIR0502]
    title = "{image} may not be pulled"
    cause = "The registry answered the login, but refuses {path}: the user lacks the right to pull, or the project does not exist."
    next = "Give the user the right to pull from this project, or create the project."

    [MIR0503]
    title = "What answers for {image} is no manifest"
    cause = "200 came for {path}, with a Content-Type that is none of a manifest. containerd takes such an answer for the image, and fails later."
    next = "Check that endpoint and namespace lead to a registry and not to its web pages."

    [MIR0504]
    title = "{image} is not an image reference"
    cause = "It must be [HOST/]REPOSITORY[:TAG], lower case."
    next = "Type it like gcr.io/anthos-baremetal-release/pause:3.9"

    [probe]
    "phase.resolve" = "Name"
    "phase.connect" = "Connection"
    "phase.tls" = "TLS"
    "phase.ping" = "Registry"
    "phase.login" = "Login"
    "phase.mirrorNamespace" = "Namespace"
    "phase.image" = "Images"
    "seen" = "{text}"
    "noTLS" = "plain HTTP, no TLS"
    "noLogin" = "no login wanted"
    "imagesWithoutLogin" = "images need no login"
    "anonymous" = "accepted without credentials"
    "accepted" = "{username} accepted"
    "root" = "the registry's root"
    "namespaceFound" = "{namespace} is there"
    "notProvable" = "only a named image could prove it"
    "noImage" = "no image named"
    "images" = "{found} of {all} found"
    "notReached" = "not reached"
    "cancelled" = "cancelled"
    """
