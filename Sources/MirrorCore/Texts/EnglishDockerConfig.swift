/// A Docker config as Go's programs read it, challenges and manifests as containerd does.
let englishDockerConfig = """
    [MIR0315]
    title = "The Docker config begins with a byte order mark"
    cause = "The three bytes EF BB BF before the first brace are no JSON for Go's encoding/json, so programs written in Go refuse the file. Windows editors and PowerShell write them. Nothing was sent."
    next = "Take the mark away: {command}"

    [MIR0316]
    title = "The Docker config is in {encoding}, not in UTF-8"
    cause = "JSON has to be UTF-8 for programs written in Go: they refuse the file. PowerShell's > writes UTF-16. Nothing was sent."
    next = "Convert it: {command}"

    [MIR0317]
    title = "The Docker config is still packed as in a Secret"
    cause = "{configPath} holds this: {seen}. What is wanted is the config.json inside. Nothing was sent."
    next = "Look at what this unpacks, then use it: {command}"

    [MIR0318]
    title = "A member of the Docker config is of the wrong type"
    cause = "{words}. The docker client declares the file so, and refuses all of it when one member is of another type. Nothing was sent."
    next = "Write names, passwords and auth as texts between quotation marks, and auths and each entry as an object."

    [MIR0319]
    title = "Other entries of the Docker config are no logins"
    cause = "auth of {keys} is not the base64 of USER:PASSWORD. docker and kubelet decode every entry when they read the file, and use none of it when one fails. Whether bmctl does so was not seen."
    next = "Remove those entries, or write their auth anew; mirrorctl probe --write-docker-config FILE makes a file with the one entry that is needed."

    [MIR0320]
    title = "The registry refuses the login, which looks as if something had been encoded with it"
    cause = "The credentials of entry {key}, user {username}, were sent to {origin} and refused. They have this: {seen}. echo adds a line break; quotation marks and blanks stay where nothing takes them off."
    next = "If that is no part of the login, encode it anew: printf '%s' 'USER:PASSWORD' | base64 -w0"

    [MIR0321]
    title = "The registry refuses {username}, which may be a robot account whose name a shell has changed"
    cause = "The credentials of entry {key} were sent to {origin} and refused. Harbor's robot accounts are called robot$NAME. Between double quotes a shell takes $NAME for a variable and leaves nothing of it; an escape too many stays in the name. If {username} is the whole name, the password or the account is the cause."
    next = "Write the name between single quotes: printf '%s' 'robot$NAME:PASSWORD' | base64 -w0"

    [MIR0322]
    title = "The registry offers a login where containerd does not look"
    cause = "containerd reads one challenge of each WWW-Authenticate header line, the first. Read here: {read}. What is behind it is lost, so nodes send no login. Nothing was sent."
    next = "Let the registry, or the proxy before it, send Basic or Bearer first, or each challenge in a header line of its own."

    [MIR0505]
    title = "The registry names {image}'s digest in a form that containerd refuses"
    cause = "{words}. containerd gives up the pull there: it asks no other host, and the Pod shows the error."
    next = "The header must be like sha256:64 HEX DIGITS, without quotation marks, or be left out. Correct the registry, or the proxy that writes the header."

    [MIR0506]
    title = "{image} has a manifest of Docker's old schema 1"
    cause = "Content-Type: {type}. containerd 2.1 and later refuse to pull it; older ones convert it."
    next = "Push the image anew with a tool of today, which writes schema 2 or OCI."

    [MIR0507]
    title = "{image} was answered to GET, but not to HEAD"
    cause = "containerd asks for a name with HEAD, and here that was answered {status}. It tries GET only after a 405."
    next = "Let the registry, or the proxy before it, answer HEAD like GET. If the status passes by itself, probe again."

    [jsonMend]
    empty = "The file is empty. Write it as {open}\\"auths\\":{open}\\"{hostAndPort}\\":{open}\\"auth\\":\\"BASE64 OF USER:PASSWORD\\"{close}{close}{close}"
    comma = "Take away the comma before the closing bracket, or the second of two commas."
    controlCharacter = "A text has a line break or another control character in it as it is: join the lines, or write \\\\n. base64 -w0 writes one line."
    trailingText = "Take away what follows the last brace; two documents in one file are none."
    depth = "Nobody nests a login so deep: write the file anew."
    quotes = "Write texts and names between straight double quotation marks."
    comment = "JSON has no comments: take them away."
    cut = "The end of the file is missing: copy it again."
    yaml = "This looks like YAML or plain text. Write it as {open}\\"auths\\":{open}\\"{hostAndPort}\\":{open}\\"auth\\":\\"BASE64 OF USER:PASSWORD\\"{close}{close}{close}"
    otherText = "Write it as {open}\\"auths\\":{open}\\"{hostAndPort}\\":{open}\\"auth\\":\\"BASE64 OF USER:PASSWORD\\"{close}{close}{close}"

    [entry]
    unpadded = "No entry used: auth of {key} lacks the = at its end, which containerd and docker want"
    urlAlphabet = "No entry used: auth of {key} is base64 with - and _ for + and /"
    plain = "No entry used: auth of {key} is not base64, and has a colon: perhaps USER:PASSWORD as it is"
    twice = "No entry used: auth of {key} is the base64 of a base64"
    noColon = "No entry used: auth of {key} is base64 of something without a colon"
    noUser = "No entry used: auth of {key} has no user before its colon"
    noPassword = "No entry used: {key} has a user without a password, which containerd never sends"
    notUTF8 = "No entry used: auth of {key} holds bytes that are not UTF-8, which mirrorctl does not send"
    outside = "No entry used: {key} stands outside of auths, where nobody looks; the key must be {wanted}, under auths"
    """
