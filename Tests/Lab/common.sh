# Sourced by the lab's scripts. LAB is the lab's folder; everything listens on 127.0.0.1 only.
PATH=$PATH:/usr/sbin:/sbin
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$LAB/pids" "$LAB/logs" "$LAB/pki" "$LAB/ports"

# begun PID: when the process started, so that a number used again is not taken for ours.
begun() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# alive PID: running, and not a zombie that nobody has reaped yet.
alive() { case $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) in '' | Z*) return 1 ;; esac; }

# alone COMMAND…: becomes it, without what else is open here: whoever reads a pipe would wait for its end as long as it runs.
alone() {
    local open
    for open in /proc/self/fd/*; do
        open=${open##*/}
        [ "$open" -gt 2 ] && eval "exec $open>&-"
    done
    exec setsid "$@"
}

# start NAME COMMAND…: in the background, its number recorded.
start() {
    local name=$1
    shift
    alone "$@" >"$LAB/logs/$name.log" 2>&1 </dev/null &
    local pid=$!
    echo "$pid $(begun "$pid")" >"$LAB/pids/$name"
}

# stop_all: what start() started, and nothing else.
stop_all() {
    local file pid since
    for file in "$LAB"/pids/*; do
        [ -f "$file" ] || continue
        read -r pid since <"$file"
        [ "$(begun "$pid")" = "$since" ] && kill "$pid" 2>/dev/null
    done
    for file in "$LAB"/pids/*; do
        [ -f "$file" ] || continue
        read -r pid since <"$file"
        for _ in $(seq 50); do
            alive "$pid" && [ "$(begun "$pid")" = "$since" ] || break
            sleep 0.05
        done
        alive "$pid" && [ "$(begun "$pid")" = "$since" ] && kill -9 "$pid" 2>/dev/null
        rm -f "$file"
    done
    return 0
}

# wait_port NAME PORT: until it listens, 10 s at most, or until the process NAME has ended.
wait_port() {
    local pid
    read -r pid _ <"$LAB/pids/$1"
    for _ in $(seq 200); do
        alive "$pid" || break
        (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null && return 0
        sleep 0.05
    done
    echo "lab: $1 does not listen on port $2" >&2
    tail -n 5 "$LAB/logs/$1.log" >&2
    return 1
}

# wait_file PATH: until it is there, 10 s at most.
wait_file() {
    for _ in $(seq 200); do
        [ -s "$1" ] && return 0
        sleep 0.05
    done
    echo "lab: no $1" >&2
    return 1
}

# pick_ports NAME…: free ports, one file each in ports/. Each lab has a hundred of its own, below those that the kernel
# gives to outgoing connections: what is free now is still free when the server starts.
pick_ports() {
    python3 - "$LAB/ports" "$LAB_PID" "$@" <<'PY'
import os, socket, sys
folder, lab, names = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
mark = f"{folder}/.next"
at = int(open(mark).read()) if os.path.exists(mark) else 10000 + lab % 220 * 100
for name in names:
    while True:
        at += 1
        if at > 32700:
            at = 10000
        try:
            with socket.create_server(("127.0.0.1", at)):
                break
        except OSError:
            pass
    with open(f"{folder}/{name}", "w") as file:
        file.write(str(at))
with open(mark, "w") as file:
    file.write(str(at))
PY
}

port() { cat "$LAB/ports/$1"; }
