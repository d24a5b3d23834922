"""Runs the pods of `kube-api` on the machines of `nodes`, over SSH: real processes in a root of their own.

A container sees an image of BusyBox, whose name says what is in it (`…/busybox`, `…/verbose` with nc 1.10 besides, `…/bare`
without nc), the node's tree at the mounts that its manifest names, and the node's network. Other images are pulled by the
node's own containerd, which says what kubelet would; they hold nothing that runs.
"""

import base64
import shlex
import subprocess
import threading

APPLETS = "sh sleep chroot cat kill true echo test nc"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# A container's root: the image read only, the node's tree below its mount point, read only to the last mount.
SETUP = """
set -e
root=/run/pods/{name}
mkdir -p $root && mount -t tmpfs none $root && cd $root
mkdir -p bin lib lib64 usr/lib proc dev tmp etc {mounts}
for path in lib lib64 usr/lib; do mount --bind /$path $path; done
for device in null zero urandom; do : >dev/$device && mount --bind /dev/$device dev/$device; done
cp $(command -v setpriv) .setpriv
cp /bin/busybox bin/ && for applet in {applets}; do ln -s busybox bin/$applet; done
{extra}
cp /etc/hosts /etc/resolv.conf etc/
mount --bind /proc proc
for path in {mounts}; do
    mount --rbind / ./$path
    mount --make-rslave ./$path
    grep -o " $root/$path[^ ]* " /proc/self/mountinfo | while read -r point; do
        mount -o remount,bind,ro "$point" 2>/dev/null || true
    done
done
mount -o remount,ro $root
PATH={path}
exec chroot $root /.setpriv --bounding-set -all,{caps} --inh-caps=-all {command}
"""


class Kubelet:
    def __init__(self, ssh_config, netcat):
        self.ssh_config, self.netcat = ssh_config, netcat

    def ssh(self, address, command, **streams):
        return subprocess.Popen(["ssh", "-F", self.ssh_config, "-o", "LogLevel=ERROR", "root@" + address, command], **streams)

    def said(self, address, command):
        done = self.ssh(address, command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        text = done.communicate()[0].decode(errors="replace")
        return done.returncode, text.strip()

    def start(self, pod, address, faults):
        threading.Thread(target=self.run, args=(pod, address, faults), daemon=True).start()

    @staticmethod
    def caps(container):
        return ",".join("+" + cap.lower() for cap in container["securityContext"]["capabilities"].get("add", [])) or "-chown"

    def run(self, pod, address, faults):
        container, status = pod["spec"]["containers"][0], pod["status"]
        image = container["image"]
        kind = image.rsplit("/", 1)[1].split(":")[0]

        def state(value, **more):
            status["containerStatuses"] = [{"name": container["name"], "image": image, "imageID": "", "state": value, **more}]

        if "stuck" in faults:
            return
        state({"waiting": {"reason": "ContainerCreating"}})
        if "creating" in faults:
            return
        if not image.startswith("present.test/"):
            code, text = self.said(address, "cri-pull " + shlex.quote(image))
            if code:
                message = text.split("grpc-message:")[-1].strip()
                return state({"waiting": {"reason": "ErrImagePull", "message": message}})
            listed = self.said(address, "ctr -n k8s.io images list name==" + shlex.quote(image))[1]
            digest = listed[listed.index("sha256:"):][:71]
            # kubelet has one image's name and digest; what it cannot start has ended.
            state({"terminated": {"reason": "StartError", "exitCode": 128, "message": "exec: permission denied"}},
                  imageID=image.rsplit(":", 1)[0] + "@" + digest)
            status["phase"] = "Failed"
            return
        # Of its node's processes and network: both as in the node's own namespaces.
        assert pod["spec"]["hostPID"] and pod["spec"]["hostNetwork"]
        mounts = [mount["mountPath"].strip("/") for mount in container.get("volumeMounts", [])]
        assert all(mount["readOnly"] for mount in container.get("volumeMounts", []))
        applets = [a for a in APPLETS.split() if a != "nc" or kind == "busybox"]
        extra = ""
        if kind == "verbose":
            extra = "base64 -d >bin/nc <<'T'\n%s\nT\nchmod 755 bin/nc" % base64.b64encode(open(self.netcat, "rb").read()).decode()
        script = SETUP.format(name=pod["metadata"]["name"], mounts=" ".join(mounts), applets=" ".join(applets), extra=extra,
                              caps=self.caps(container), path=PATH, command=shlex.join(container["command"]))
        path = "/run/" + pod["metadata"]["name"]
        done = self.ssh(address, f"cat >{path}.sh; setsid unshare --mount sh {path}.sh "
                        f"</dev/null >{path}.log 2>&1 & echo $! >{path}.pid; sleep 0.3; cat {path}.log",
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        text = done.communicate(script.encode())[0].decode()
        if text:
            return state({"waiting": {"reason": "CreateContainerError", "message": text}})
        state({"running": {}}, imageID="present@sha256:" + "0" * 64)
        status["phase"] = "Running"

    def exec(self, pod, address, command):
        path, container = "/run/" + pod["metadata"]["name"], pod["spec"]["containers"][0]
        inside = shlex.join(["/.setpriv", "--bounding-set", "-all," + self.caps(container), "--inh-caps=-all"] + command)
        line = f"exec env PATH={PATH} nsenter --mount --root --wd=/ --target $(cat {path}.pid) {inside}"
        return self.ssh(address, line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def stop(self, pod, address):
        path = "/run/" + pod["metadata"]["name"]
        # All that runs in it, as the kernel would end its group of processes.
        self.said(address, f"own=$(readlink /proc/$(cat {path}.pid)/ns/mnt) && for process in /proc/[0-9]*; do "
                  "[ \"$(readlink $process/ns/mnt)\" != \"$own\" ] || kill -KILL ${process#/proc/}; done; "
                  f"rm -rf {path}.*; rmdir /run/pods/* /run/pods 2>/dev/null")
