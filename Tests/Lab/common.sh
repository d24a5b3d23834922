# Sourced by the lab's scripts. LAB is the lab's folder; everything listens on 127.0.0.1 only.
PATH=$PATH:/usr/sbin:/sbin
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$LAB/pids" "$LAB/logs" "$LAB/pki" "$LAB/ports"

# begun PID: when the process started, so that a number used again is not taken for ours.
begun() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# alive PID: running, and not a zombie that nobody has reaped yet.
alive() { case $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) in '' | Z*) return 1 ;; esac; }

# start NAME COMMAND…: in the background, its number recorded.
start() {
    local name=$1
    shift
    setsid "$@" >"$LAB/logs/$name.log" 2>&1 </dev/null &
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
        (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null && return 0
        alive "$pid" || break
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

# pick_ports NAME…: free ports, one file each in ports/. They are held together while they are chosen.
pick_ports() {
    python3 - "$LAB/ports" "$@" <<'PY'
import socket, sys
folder, names = sys.argv[1], sys.argv[2:]
held = [socket.create_server(("127.0.0.1", 0)) for _ in names]
for name, one in zip(names, held):
    with open(f"{folder}/{name}", "w") as file:
        file.write(str(one.getsockname()[1]))
PY
}

port() { cat "$LAB/ports/$1"; }
