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

# Asks the programs and prints the files that it is given, each line with a blank before it. Passwords in TOML, userinfo in
# URLs and private keys are masked.
# shellcheck disable=SC2016
printer='
function hide(text) {
    gsub(/"([^"\\]|\\.)*"/, "\"masked\"", text)
    gsub(/\047[^\047]*\047/, "\047masked\047", text)
    sub(/#.*/, "", text)
    return text
}
function bare(text) {
    gsub(/"([^"\\]|\\.)*"/, "", text)
    gsub(/\047[^\047]*\047/, "", text)
    sub(/#.*/, "", text)
    return text
}
function depth(text,    opened, closed) {
    text = bare(text)
    opened = gsub(/[[{]/, "", text)
    closed = gsub(/[]}]/, "", text)
    return opened - closed
}
function masked(line,    low, quotes) {
    if (quoted != "") {
        if (index(line, quoted)) { quoted = ""; return "" }
        return ""
    }
    if (open > 0) { open += depth(line); return hide(line) }
    gsub(/:\/\/[^\/@ "\047]*@/, "://masked@", line)
    low = tolower(line)
    if (low ~ /^[ \t]*\[/) { headers = low ~ /header[s]?["\047 \t]*(\.|\])/; return line }
    if (low !~ /=/ || low ~ /^[ \t]*#/) return low ~ /^[ \t]*#/ ? "#" : line
    if (!headers && low !~ sensitive) return line
    if (headers) at = index(line, "=")
    else { match(low, sensitive); at = RSTART + RLENGTH - 1 }
    quotes = substr(line, at)
    if (index(quotes, "\"\"\"") || index(quotes, "\047\047\047")) {
        quoted = index(quotes, "\"\"\"") ? "\"\"\"" : "\047\047\047"
        low = quotes
        if (gsub(quoted, "", low) > 1) quoted = ""
        return substr(line, 1, index(line, "=")) " \"masked\""
    }
    open = depth(quotes)
    if (open < 0) open = 0
    return substr(line, 1, at - 1) hide(quotes)
}
function plain(line) {
    gsub(/:\/\/[^\/@ "\047]*@/, "://masked@", line)
    return line
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
        if (tolower(line) ~ /^(https?_proxy|no_proxy|ssl_cert_(file|dir))=/) print " " (keep ? line : plain(line))
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
# Of variables only those that count here: one on a line, or several words of a unit.
function counted(text) { return tolower(text) ~ /^[ \t"\047]*(https?_proxy|no_proxy|ssl_cert_(file|dir))[ \t]*=/ }
function variables(line,    head, word) {
    head = substr(line, 1, index(line, "="))
    line = substr(line, length(head) + 1)
    if (line ~ /^[ \t]*$/) return head
    while (match(line, /("[^"]*"|\047[^\047]*\047|[^ \t"\047])+/)) {
        word = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        if (counted(word)) head = head (head ~ /=$/ ? "" : " ") word
    }
    return head ~ /=$/ ? "#" : head
}
function file(path,    line, got, isTOML, private, isList) {
    quoted = ""; open = 0; headers = 0
    isTOML = path ~ /\.toml$/
    isList = index("\n" ENVIRON["envs"], "\n" path "\n")
    got = (getline line < path)
    if (got < 0) { print "denied " path; return }
    print "file " path
    while (got > 0) {
        if (isList && !counted(line)) line = "#"
        if (line ~ /^[ \t]*(Default)?Environment[ \t]*=/) line = variables(line)
        if (line ~ /^-----END .*PRIVATE KEY-----/) private = 0
        if (keep || !private) print " " (keep ? line : isTOML ? masked(line) : plain(line))
        if (line ~ /^-----BEGIN .*PRIVATE KEY-----/) private = 1
        got = (getline line < path)
    }
    close(path)
}
function unit(text,    lines, count, at) {
    print "out unit"
    count = split(text, lines, "\n")
    for (at = 1; at <= count; at++) print " " plain(lines[at] ~ /^Environment=/ ? variables(lines[at]) : lines[at])
}
BEGIN {
    sensitive = "(^|[ \t.{,\"\047])(password|passwd|auth|auths|identitytoken|identity_token|registrytoken|token|secret|cookie|authorization|header|headers|api-key|api_key)[\"\047 \t]*[=.]"
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
