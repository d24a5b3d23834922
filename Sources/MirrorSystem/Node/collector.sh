#!/bin/sh
# What mirrorctl judges a node by, as one report on standard output. POSIX sh; it changes nothing and installs nothing.
#
# MIRRORCTL_SECRETS=keep   leave passwords and client keys in; without it they are masked here, before they leave the node
# MIRRORCTL_SYSTEM_CAS=1   also the system's CA bundle
# MIRRORCTL_CONTAINERD=0   do not run containerd
#
# Between the first and the last line stands base64. Decoded: `fact KEY VALUE`, `dir PATH` and a `name NAME` for each
# entry, `file PATH`, `absent PATH`, `denied PATH`, `large PATH`, `out NAME`, and `end`. Lines that begin with a
# blank are the content of the file or output before them.
#
# Few programs are started: on a fleet they are most of what a report costs.

LC_ALL=C
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
umask 077
newline='
'
socket=/run/containerd/containerd.sock
limited=
if command -v timeout >/dev/null 2>&1; then limited="timeout 15"; fi

# What the files of containerd name: `import TEXT`, `root PATH`, `file PATH`, of the quoted texts in them.
# shellcheck disable=SC2016
names='
function said(word) { if (!(word in told)) { told[word] = 1; print word } }
BEGIN {
    for (i = 1; i < ARGC; i++) {
        while ((getline line < ARGV[i]) > 0) {
            isRoot = line ~ /config_path/
            count = split(line, texts, /["\047]/)
            for (j = 1; j <= count; j++) {
                text = texts[j]
                if (text ~ /(\.toml|\*)$/) said("import " text)
                if (isRoot && text ~ /^\//) {
                    roots = split(text, parts, ":")
                    for (k = 1; k <= roots; k++) if (parts[k] != "") said("root " parts[k])
                }
                if (text ~ /^\/.*[^\/*]$/) said("file " text)
            }
        }
        close(ARGV[i])
    }
}
'

# Asks the programs and prints the files that it is given, each line with a blank before it. What may be a login does not
# leave the node, and in doubt it is taken for one: in TOML every value under a key or a table that names one, comments,
# and whatever is not understood; in other files all but certificates; logins in URLs; private keys.
# shellcheck disable=SC2016
printer='
# No letter and no digit of it; what makes it wrong stays.
function blot(text) {
    gsub(/[A-Za-z0-9+\/=_~%@!$^&*-]/, "x", text)
    gsub(/[^ -~\t]/, "x", text)
    return text
}
# A key or a table of a login, whatever it is called exactly. One with an escape in it is not read.
function names(key) {
    key = tolower(key)
    # The name of a host is none, `auth.example.com` neither.
    gsub(/"[^"\\]*[.:][^"\\]*"/, "", key)
    gsub(/\047[^\047]*[.:][^\047]*\047/, "", key)
    return key ~ /pass|secret|token|auth|cred|cookie|header|login|bearer|signature|api[-_]?key|private|\\/
}
# A value without quotes: it stays of its kind.
function bare(word) {
    if (word ~ /^(true|false)$/) return word
    gsub(/[0-9]/, "1", word)
    gsub(/[A-Za-z]/, "x", word)
    return word
}
# Logins in URLs, and all that could be one in front of the host.
function plain(line) {
    gsub(/:\/\/[^ \t"\047<>`]*@/, "://masked@", line)
    return words(line)
}
# `password=…`, `"token": "…"`, `Authorization: …`, `Bearer …` within a line.
function words(line,    low, done, at, rest, lead, word) {
    low = tolower(line)
    if (low !~ /pass|secret|token|auth|cred|cookie|api[-_]?key|signature|[?&](sig|code|key|state)=|basic |bearer /) return line
    done = ""
    while (match(low, /[a-z0-9_-]*(pass|secret|token|auth|cred|cookie|api[-_]?key|signature)[a-z0-9_-]*[\\"\047 ]*[=:][\\"\047 ]*|[?&](sig|code|key|state)=|(basic|bearer) +/)) {
        lead = substr(low, RSTART, RLENGTH)
        at = RSTART + RLENGTH
        done = done substr(line, 1, at - 1)
        rest = substr(line, at)
        low = substr(low, at)
        line = rest
        # A colon ends a part of a sentence, too: it counts behind a quote, and in a header.
        if (lead ~ /:/ && lead !~ /["\047\\][\\"\047 ]*:/ && lead !~ /^(proxy-)?auth(orization)?[ ]*:|cookie[ ]*:/) continue
        # A challenge is none: `Bearer realm=…`.
        if (low ~ /^realm=/) continue
        if (lead ~ /^(proxy-)?auth|cookie/ && lead ~ /:/ && low ~ /^(basic|bearer)/) continue
        if (!match(rest, /^[^ ",;&}\047\\]+/)) continue
        # `no basic auth credentials` is a sentence.
        if (lead ~ /^(basic|bearer) /) {
            word = substr(rest, 1, RLENGTH)
            if (RLENGTH < 8 || word ~ /^[a-z]+[.:]?$/) continue
        }
        done = done "masked"
        line = substr(rest, RLENGTH + 1)
        low = substr(low, RLENGTH + 1)
    }
    return done line
}
# One line of TOML. What is open at its end is kept: a text (inside), its login (hidden), brackets (deep).
function toml(line) { return sub(/\r$/, "", line) ? entry(line) "\r" : entry(line) }
function entry(line,    out, rest, char, word, at, key) {
    if (inside == "" && !deep && line ~ /^[ \t]*#/) return "#"
    out = ""
    if (inside == "" && !deep) {
        expects = "key"
        key = ""
        secret = table
        if (line ~ /^[ \t]*\[/) {
            table = names(line)
            gsub(/:\/\/[^"\047]*@/, "://masked@", line)
            if (line !~ /^[ \t]*\[[^#]*\][ \t]*(#.*)?$/) { table = 1; return blot(line) }
            if (line !~ /["\047]/) sub(/#.*/, "#", line)
            else if (line !~ /\][ \t]*$/) sub(/\][ \t]*#.*$/, "] #", line)
            return line
        }
        # It is no TOML: a value may stand anywhere in it.
        if (line !~ /=/ && line ~ /[^ \t\r]/) return blot(line)
    }
    rest = line
    while (rest != "") {
        if (inside != "") {
            if (rest ~ /PRIVATE KEY-----/ && length(inside) == 3) hidden = said = 1
            at = closing(rest, inside)
            if (!at) {
                if (length(inside) == 1) {
                    # It never ends: wrong, and not understood.
                    out = out blot(rest)
                    inside = ""
                } else out = out (hidden ? "" : plain(blotkey(rest)))
                return out
            }
            word = substr(rest, 1, at - 1)
            if (hidden) out = out (length(inside) == 1 || !said ? "masked" : "")
            else out = out plain(blotkey(word))
            rest = substr(rest, at + length(inside))
            out = out inside
            if (length(inside) == 3) while (substr(rest, 1, 1) == substr(inside, 1, 1)) rest = substr(rest, 2)
            inside = ""
            continue
        }
        char = substr(rest, 1, 1)
        if (char == "#") return out "#"
        if (char == "\"" || char == "\047") {
            if (expects == "key") {
                at = closing(substr(rest, 2), char)
                if (!at) return out blot(rest)
                word = substr(rest, 1, at + 1)
                key = key word
                rest = substr(rest, at + 2)
                gsub(/:\/\/[^"\047]*@/, "://masked@", word)
                out = out (rest ~ /^[ \t]*[.=]/ ? word : blot(word))
                continue
            }
            inside = substr(rest, 1, 3) == char char char ? char char char : char
            hidden = secret
            said = 0
            rest = substr(rest, length(inside) + 1)
            out = out inside
            # The word stands in the first line of several.
            if (length(inside) == 3 && (hidden || rest ~ /PRIVATE KEY-----/) && !closing(rest, inside)) {
                hidden = said = 1
                return out "masked"
            }
            continue
        }
        if (char == "=" && expects == "key") {
            if (names(key)) secret = 1
            expects = "value"
        } else if (char == "{" || char == "[") {
            deep++
            stack[deep] = secret
            kind[deep] = char
            expects = char == "{" ? "key" : "value"
            key = ""
        } else if (char == "}" || char == "]") {
            if (deep > 0) deep--
            secret = deep > 0 ? stack[deep] : secret
            expects = "value"
        } else if (char == "," && deep > 0) {
            secret = stack[deep]
            if (kind[deep] == "{") { expects = "key"; key = "" }
        } else if (expects == "value" && match(rest, /^[^][{}, \t#"\047=]+/)) {
            word = substr(rest, 1, RLENGTH)
            out = out (secret || word !~ /^[-+]?[0-9][0-9a-fA-FxobTZ:._+-]*$/ ? bare(word) : word)
            rest = substr(rest, RLENGTH + 1)
            continue
        } else if (expects == "key") key = key char
        out = out char
        rest = substr(rest, 2)
    }
    return out
}
# A private key that stands in a text of one line, or begins in it.
function blotkey(text) {
    if (text ~ /PRIVATE KEY-----/) sub(/PRIVATE KEY-----.*/, "PRIVATE KEY-----masked", text)
    return text
}
# Where a text ends, or 0: at its quotes, and not at those behind a backslash.
function closing(text, quotes,    at, from, count, before) {
    from = 0
    while (at = index(substr(text, from + 1), quotes)) {
        at += from
        if (substr(quotes, 1, 1) != "\"") return at
        count = 0
        for (before = at - 1; before > 0 && substr(text, before, 1) == "\\"; before--) count++
        if (count % 2 == 0) return at
        from = at
    }
    return 0
}
# A line of a unit: what its environment and its commands hold, save where proxies and certificates are.
function setting(line,    low) {
    low = tolower(line)
    if (low ~ /^[ \t]*[#;]/) return "#"
    if (low ~ /^[ \t]*environmentfile=/) return plain(line)
    if (low ~ /^[ \t]*((default)?environment|passenvironment|setcredential|loadcredential)[a-z]*=/ || held) {
        held = line ~ /\\$/
        line = assigned(line)
    }
    return plain(options(line))
}
# `--token VALUE` of a command.
function options(line,    done, low) {
    done = ""
    while (match(tolower(line), /--?[a-z0-9-]*(pass|secret|token|auth|cred|key)[a-z0-9-]* +[^ ;-][^ ;]*/)) {
        done = done substr(line, 1, RSTART - 1)
        low = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        sub(/ +[^ ]*$/, " masked", low)
        done = done low
    }
    return done line
}
# Assignments, each alone or in quotes.
function assigned(line,    out, at, word, name, quote) {
    out = ""
    if (match(line, /^[ \t]*[A-Za-z]*nvironment[A-Za-z]*=/)) {
        out = substr(line, 1, RLENGTH)
        line = substr(line, RLENGTH + 1)
    }
    while (line != "") {
        if (match(line, /^[ \t\\]+/)) {
            out = out substr(line, 1, RLENGTH)
            line = substr(line, RLENGTH + 1)
            continue
        }
        quote = substr(line, 1, 1)
        if ((quote == "\"" || quote == "\047") && (at = closing(substr(line, 2), quote))) word = substr(line, 1, at + 1)
        else { match(line, /^[^ \t]+/); word = substr(line, 1, RLENGTH); quote = "" }
        line = substr(line, length(word) + 1)
        name = tolower(word)
        gsub(/["\047]/, "", name)
        if (name ~ /^(https?_proxy|all_proxy)=/) word = proxied(word)
        else if (name !~ /^(no_proxy|ssl_cert_file|ssl_cert_dir|path|home|godebug|gotraceback|gomaxprocs|enable_[a-z_]*)=/) {
            at = index(word, "=")
            word = at ? substr(word, 1, at) "masked" (quote != "" ? quote : "") : blot(word)
        }
        out = out word
    }
    return out
}
# A proxy may have a login without a scheme before it.
function proxied(word) {
    gsub(/:\/\/[^ \t"\047]*@/, "://masked@", word)
    if (word !~ /:\/\//) gsub(/=[^ \t]*@/, "=masked@", word)
    return word
}
# The lines of a command that prints no more than so many bytes.
function output(name, command, most,    line, got) {
    print "out " name
    command = command " 2>&1 </dev/null"
    while ((command | getline line) > 0 && got < most) {
        got += length(line) + 1
        print " " plain(substr(line, 1, 100000))
    }
    close(command)
}
# Of the effective config nothing that could hold a password: only what says whom to ask.
function dump(command,    line, table, shown, named, got) {
    print "out dump"
    while ((command | getline line) > 0 && got < 1000000) {
        got += length(line) + 1
        line = plain(line)
        if (line ~ /^ *\[/) {
            table = line
            shown = table ~ /registry/ && table !~ /(auth|auths|header|headers)[]"\047.]/
            if (shown) print " " line
        } else if (line ~ /^ *(version|config_path|endpoint|sandbox_image|sandbox|use_local_image_pull|max_concurrent_downloads|disable_snapshot_annotations|discard_unpacked_layers|image_pull_with_sync_fs|ca_file|cert_file|key_file|insecure_skip_verify) *=/) {
            if (!shown && table != "" && !(table in named)) { named[table] = 1; print " " table }
            print " " line
        } else if (line ~ /^containerd:/) print " " line
    }
    close(command)
}
# What the running daemon was given.
function environment(command,    line) {
    print "out environment"
    while ((command | getline line) > 0)
        if (tolower(line) ~ /^(https?_proxy|no_proxy|ssl_cert_(file|dir))=/) print " " (keep ? line : assigned(line))
    close(command)
}
# The last 300 lines about pulls, and about a config that is not read.
function journal(command,    line, kept, count, at) {
    print "out journal"
    while ((command | getline line) > 0)
        if (line ~ /PullImage|trying next host|failed to pull|failed to resolve|(invalid plugin config|failed to load plugin).*cri|hosts\.toml/)
            kept[count++ % 300] = substr(line, 1, 2000)
    close(command)
    for (at = count > 300 ? count - 300 : 0; at < count; at++) print " " plain(kept[at % 300])
}
# Of a file of variables only those that count here.
function counted(text) { return tolower(text) ~ /^[ \t"\047]*(https?_proxy|no_proxy|ssl_cert_(file|dir))[ \t]*=/ }
function file(path,    line, got, type, private, isList) {
    inside = ""; deep = 0; table = 0; secret = 0; held = 0; certificate = 0
    type = path ~ /\.toml$/ ? "toml" : path ~ /\.(conf|service)$/ ? "unit" : ""
    isList = index("\n" ENVIRON["envs"], "\n" path "\n")
    got = (getline line < path)
    if (got < 0) { print "denied " path; return }
    # What is read letter by letter has to have an end.
    if (type == "toml" && !keep && longest(path, line) > 8000) { print "large " path; return }
    print "file " path
    while (got > 0) {
        if (line ~ /-----END .*PRIVATE KEY-----/ || type == "toml") private = 0
        if (isList && !counted(line)) print " #"
        else if (keep) print " " line
        else if (isList) print " " assigned(line)
        else if (!private) print " " (type == "toml" ? toml(line) : type == "unit" ? setting(line) : outline(line))
        if (line ~ /^[ \t]*-----BEGIN .*PRIVATE KEY-----/) private = 1
        got = (getline line < path)
    }
    close(path)
}
# Of its lines; afterwards it stands behind the first one again.
function longest(path, line,    most) {
    most = length(line)
    while ((getline line < path) > 0) if (length(line) > most) most = length(line)
    close(path)
    getline line < path
    return most
}
# Any other file: certificates, and the outline of the rest.
function outline(line) {
    if (line ~ /^-----BEGIN [A-Z0-9 ]*(CERTIFICATE|CERTIFICATE REQUEST|CRL)-----/) certificate = 1
    if (line ~ /^-----(BEGIN|END) [A-Z0-9 ]*-----[ \r]*$/) {
        if (line ~ /^-----END/) certificate = 0
        return line
    }
    return certificate && line ~ /^[A-Za-z0-9+\/= \t\r]*$/ ? line : blot(line)
}
function unit(text,    lines, count, at) {
    print "out unit"
    count = split(text, lines, "\n")
    held = 0
    for (at = 1; at <= count; at++) print " " (keep ? lines[at] : setting(lines[at]))
}
BEGIN {
    keep = ENVIRON["secrets"] == "keep"
    if (ENVIRON["unit"] != "") unit(ENVIRON["unit"])
    if (ENVIRON["environ"] != "") environment("exec 2>/dev/null; tr \"\\0\" \"\\n\" <\"$environ\"")
    if (ENVIRON["containerd"] != "") {
        output("version", "exec $limited containerd --version", 4000)
        dump("exec $limited containerd --config \"$config\" config dump 2>&1 </dev/null")
    }
    for (i = 1; i < ARGC; i++) file(ARGV[i])
    output("space", "exec df -kP /var/lib/containerd /", 4000)
    if (ENVIRON["journal"] != "")
        journal("exec $limited journalctl -u containerd --no-pager -q -o short-iso -n 3000 2>/dev/null </dev/null")
}
'

# note PATH: a file to be printed, once; says at once when there is none.
seen=$newline list=$newline files=0
note() {
    case $1 in *"$newline"*) return ;; esac
    case $seen in *"$newline$1$newline"*) return ;; esac
    seen=$seen$1$newline
    if [ ! -e "$1" ]; then
        if [ -x "${1%/*}/" ]; then printf 'absent %s\n' "$1"; else parent "$1"; fi
    elif [ -f "$1" ]; then
        files=$((files + 1))
        if [ $files -gt 1000 ]; then printf 'large %s\n' "$1"; else list=$list$1$newline; fi
    fi
}

# parent PATH: the first folder on the way that cannot be entered, or is not there.
parent() {
    up=$1
    while [ -n "${up%/*}" ] && [ ! -x "${up%/*}/" ]; do up=${up%/*}; done
    if [ -e "$up" ]; then printf 'denied %s\n' "$up"; else printf 'absent %s\n' "$up"; fi
}

# folder PATH: its entries.
folder() {
    case $1 in *"$newline"*) return ;; esac
    case $seen in *"$newline$1/$newline"*) return ;; esac
    seen=$seen$1/$newline
    if [ ! -e "$1" ]; then
        if [ -x "${1%/*}/" ] || [ "${1%/*}" = "" ]; then printf 'absent %s\n' "$1"; else parent "$1"; fi
        return
    fi
    [ -d "$1" ] || { note "$1"; return; }
    if [ ! -r "$1" ] || [ ! -x "$1" ]; then printf 'denied %s\n' "$1"; return; fi
    printf 'dir %s\n' "$1"
    literal=
    case $- in *f*) literal=-f ;; esac
    set +f
    for child in "$1"/* "$1"/.[!.]*; do
        case $child in *"$newline"*) continue ;; esac
        [ -e "$child" ] || [ -L "$child" ] || continue
        printf 'name %s\n' "${child##*/}"
    done
    [ -z "$literal" ] || set -f
}

# property KEY: its value in what `systemctl show` printed.
property() {
    value=
    case $newline$unit in
    *"$newline$1="*)
        value=$newline$unit
        value=${value#*"$newline$1="}
        value=${value%%"$newline"*}
        ;;
    esac
}

# unitfiles: the files of the unit, and `ExecStart` and `EnvironmentFile` of them where systemd does not say them.
unitfiles() {
    units='' variables='' envs=''
    property FragmentPath
    for file in "$value" /etc/systemd/system/containerd.service /run/systemd/system/containerd.service \
        /usr/local/lib/systemd/system/containerd.service /usr/lib/systemd/system/containerd.service \
        /lib/systemd/system/containerd.service; do
        if [ -n "$file" ] && [ -e "$file" ]; then units=$file$newline && break; fi
    done
    for folder in /lib /usr/lib /usr/local/lib /run /etc; do
        for file in "$folder"/systemd/system/service.d/*.conf "$folder"/systemd/system/containerd.service.d/*.conf; do
            [ -e "$file" ] && units=$units$file$newline
        done
    done
    IFS=$newline
    set -f
    for file in $units; do
        [ -r "$file" ] || continue
        while IFS=' ' read -r line; do
            case $line in
            ExecStart=?*) [ -n "$unit" ] || command=${line#ExecStart=} ;;
            EnvironmentFile=/*) variables=$variables${line#EnvironmentFile=}$newline ;;
            EnvironmentFile=-/*) variables=$variables${line#EnvironmentFile=-}$newline ;;
            esac
        done <"$file"
    done
    set +f
    unset IFS
}

# named COMMAND: what `--config` of containerd names in it; one dash or two, `=` or a blank, the last one counts.
named() {
    named='' awaited='' begun=''
    set -f
    for word in $1; do
        if [ -n "$awaited" ]; then
            named=$word awaited=
            continue
        fi
        # What stands before it has flags of its own, as `taskset -c` has.
        case ${word##*/} in containerd*) begun=1 ;; esac
        [ -n "$begun" ] || continue
        case $word in
        -c | --c | -config | --config) awaited=1 ;;
        -c=* | --c=* | -config=* | --config=*) named=${word#*=} ;;
        esac
    done
    set +f
}

main() {
    node=
    [ -r /proc/sys/kernel/hostname ] && read -r node </proc/sys/kernel/hostname
    [ -n "$node" ] || node=$(uname -n)
    uid=
    if [ -r /proc/self/status ]; then
        while read -r key value _; do
            if [ "$key" = Uid: ]; then uid=$value && break; fi
        done </proc/self/status
    fi
    printf 'fact node %s\nfact clock %s\nfact uid %s\n' "$node" "$(date +%s)" "${uid:-$(id -u)}"
    [ "$secrets" = keep ] || printf 'fact secrets masked\n'
    if [ -r /etc/os-release ]; then
        while IFS='=' read -r key value; do
            [ "$key" = PRETTY_NAME ] && printf 'fact os %s\n' "$value"
        done </etc/os-release
    fi

    # The unit, and what it runs.
    unit=
    if command -v systemctl >/dev/null 2>&1; then
        unit=$($limited systemctl show containerd.service -p LoadState -p ActiveState -p SubState -p Result -p NRestarts \
            -p MainPID -p ExecStart -p Environment -p EnvironmentFiles -p FragmentPath -p DropInPaths 2>/dev/null </dev/null)
        property ActiveState
        [ -n "$value" ] && printf 'fact unit %s\n' "$value"
    fi
    property MainPID
    pid=$value
    case $pid in '' | 0) pid=$(pidof -s containerd 2>/dev/null) ;; esac
    environ=
    if [ -n "$pid" ]; then
        printf 'fact pid %s\n' "$pid"
        [ -r "/proc/$pid/environ" ] && environ=/proc/$pid/environ
    fi
    property ExecStart
    case $value in
    *'argv[]='*)
        command=${value#*'argv[]='}
        command=${command%% ; *}
        ;;
    *) command= ;;
    esac
    unitfiles
    # Variables are filled in, and what no systemd says, by the process itself.
    case $command in
    '' | *'$'*) [ -n "$pid" ] && [ -r "/proc/$pid/cmdline" ] && command=$(tr '\000' ' ' <"/proc/$pid/cmdline") ;;
    esac
    config=/etc/containerd/config.toml
    named "$command"
    if [ -n "$named" ]; then
        case $named in /*) config=$named ;; *) config=/$named ;; esac
        printf 'fact named %s\n' "$config"
    fi
    printf 'fact config %s\n' "$config"

    # config.toml and what it imports.
    folder "${config%/*}"
    todo=$config configs='' roots='' wanted='' hosts=''
    IFS=$newline
    while [ -n "$todo" ]; do
        file=${todo%%"$newline"*}
        case $todo in *"$newline"*) todo=${todo#*"$newline"} ;; *) todo= ;; esac
        case "$newline$configs" in *"$newline$file$newline"*) continue ;; esac
        note "$file"
        [ -f "$file" ] && [ -r "$file" ] || continue
        configs=$configs$file$newline
        [ "$file" -nt $socket ] && [ -S $socket ] && printf 'fact stale %s\n' "$file"
        set -f
        for word in $(awk "$names" "$file" </dev/null); do
            case $word in
            "root "*) roots=$roots${word#root }$newline ;;
            "file "*) wanted=$wanted${word#file }$newline ;;
            "import "*)
                import=${word#import }
                case $import in /*) ;; *) import=${file%/*}/$import ;; esac
                case ${import%/*} in *'*'*) ;; *) folder "${import%/*}" ;; esac
                set +f
                for found in $import; do todo=$todo${todo:+$newline}$found; done
                set -f
                ;;
            esac
        done
        set +f
    done

    # certs.d, as many roots as there are, and the files that anything names.
    set -f
    for root in $roots /etc/containerd/certs.d /etc/docker/certs.d; do
        case $seen in *"$newline$root/$newline"*) continue ;; esac
        set +f
        folder "$root"
        for host in "$root"/*; do
            [ -e "$host" ] || continue
            folder "$host"
            for file in "$host"/*; do
                note "$file"
                case $file in */hosts.toml) [ -r "$file" ] && hosts=$hosts$file$newline ;; esac
            done
        done
        set -f
    done
    # shellcheck disable=SC2086
    [ -z "$hosts" ] || for word in $(awk "$names" $hosts </dev/null); do
        case $word in "file "*) wanted=$wanted${word#file }$newline ;; esac
    done
    for file in $wanted; do
        case $file in *'*'* | *.sock | /var/lib/* | /run/*) ;; *) [ -d "$file" ] || note "$file" ;; esac
    done
    set +f
    IFS=$newline
    set -f
    for file in $units; do note "$file"; done
    # What systemd would give a containerd that does not run, or that cannot be asked.
    if [ -z "$environ" ]; then
        set +f
        for folder in /etc /run /usr/local/lib /usr/lib; do
            for file in "$folder"/systemd/system.conf "$folder"/systemd/system.conf.d/*.conf; do
                [ -e "$file" ] && note "$file"
            done
        done
        for file in $variables; do
            envs=$envs$file$newline
            note "$file"
        done
    fi
    set +f
    if [ "${MIRRORCTL_SYSTEM_CAS:-}" = 1 ]; then
        for file in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/ca-bundle.pem; do
            if [ -r "$file" ]; then
                note "$file"
                printf 'fact systemCAs %s\n' "$file"
                break
            fi
        done
    fi
    set -f
    # shellcheck disable=SC2086
    set -- $list
    if [ $# -gt 0 ]; then
        large=$newline$(find -L "$@" -prune -size +2048 2>/dev/null)$newline
        small=
        for file in "$@"; do
            case $large in *"$newline$file$newline"*) printf 'large %s\n' "$file" ;; *) small=$small$file$newline ;; esac
        done
        # shellcheck disable=SC2086
        set -- $small
    fi
    unset IFS
    set +f
    containerd='' journal=''
    [ "${MIRRORCTL_CONTAINERD:-1}" != 0 ] && command -v containerd >/dev/null 2>&1 && containerd=1
    command -v journalctl >/dev/null 2>&1 && journal=1
    # A larger one would not go through the environment.
    [ ${#unit} -lt 100000 ] || unit=
    export secrets limited config unit environ containerd journal envs
    awk "$printer" "$@" </dev/null
    printf 'end\n'
}

secrets=${MIRRORCTL_SECRETS:-mask}
if command -v base64 >/dev/null 2>&1; then
    echo 'MIRRORCTL-NODE-REPORT-BEGIN 1 base64'
    main </dev/null | base64
else
    echo 'MIRRORCTL-NODE-REPORT-BEGIN 1 hex'
    main </dev/null | od -An -v -tx1 | tr -d ' '
fi
echo MIRRORCTL-NODE-REPORT-END
