/// Nodes: their findings, their table, and the options that ask them.
let englishNode = """
    [command]
    "node.abstract" = "Say how nodes pull images: versions, mirrors, CA files, and what is wrong with them."
    "node.discussion" = "Without options it reads this machine. Over SSH it uses your OpenSSH client with its config, agent and known_hosts, reads with sudo -n where root is needed, and changes nothing. Exit 0: nothing wrong. 1: a finding of severity error. 69: no node could be reached."
    "node.node" = "A node to ask over SSH, [USER@]HOST; may be given several times."
    "node.clusterConfig" = "Ask every node of this cluster config file, with its login user and key, and this machine itself where it is one of them; with --root, --node or --reports compare only those with the file."
    "node.nodes" = "Only these addresses of the file, comma-separated."
    "node.nodePool" = "Only this node pool; controlPlane and loadBalancer are two."
    "node.parallel" = "How many nodes are asked at the same time."
    "node.deadline" = "Seconds for one node."
    "why.node" = "A node to ask over SSH, [USER@]HOST; with --live the attempts begin there."
    "node.sshConfig" = "An OpenSSH client config to use instead of your own: ssh -F."
    "node.reportScript" = "Print the collector, a POSIX sh script that prints one report, for a runner of your own."
    "node.reports" = "Read the reports in this directory, one or more in each file."
    "node.invalidSources" = "Give one of --root, --node, --reports and --report-script; --cluster-config goes with the first three, or alone."
    "node.invalidSelection" = "--nodes and --node-pool select from --cluster-config, and a tree of --root is one node."
    "node.invalidNumbers" = "--parallel takes 1 to 64, --deadline 1 to 3600."
    "node.invalidTarget" = "{name} is no [USER@]HOST."
    "node.noNodes" = "{path} names no such node."
    "node.noReports" = "{path} holds no report."

    [node]
    heading = "{node} · containerd {version} ({origin}) · {unit}"
    "origin.given" = "as given"
    "origin.installed" = "as it says"
    "origin.guessed" = "guessed from its config"
    config = "config: {files}"
    configDump = "config: containerd config dump"
    hostMirror = "{registryHost} ← {urls}"
    hostUpstream = "{registryHost} ← no mirror"
    hostError = "{registryHost} ← no pull: {text}"
    good = "Nothing wrong was found in what was read. Whether a pull works now says mirrorctl why IMAGE --live."
    unitUnknown = "unit not seen"
    "table.node" = "NODE"
    "table.pool" = "POOL"
    "table.version" = "CONTAINERD"
    "table.group" = "CONFIG"
    "table.state" = "STATE"
    "state.good" = "good"
    "state.error" = "errors: {count}"
    "state.warning" = "warnings: {count}"
    "state.reported" = "asked"
    "state.unreachable" = "no report"
    "state.maintenance" = "maintenance"
    summary = "{all} nodes, {groups} different configurations, {bad} with errors"
    progress = "{done}/{all}  {node}  {state}"
    andOthers = "{node} (and {count} more)"
    affected = "on {count} nodes: {nodes}"
    affectedOne = "on {node}"

    [MIR0801]
    title = "{node} cannot be reached"
    cause = "OpenSSH got no connection: the name or address is wrong, the machine or its sshd is off, or a firewall or a jump host stands in between."
    next = "Try `ssh {node}` by hand; when only this workstation is shut out, use ProxyJump in ~/.ssh/config."

    [MIR0802]
    title = "The host key of {node} has changed"
    cause = "The key is not the one in known_hosts: the node was installed anew, its address belongs to another machine now, or somebody stands in between. Nothing was sent."
    next = "Compare the fingerprint on the node's console; only when it is right, remove the old key with `ssh-keygen -R {node}` and log in once."

    [MIR0803]
    title = "The host key of {node} is not known here"
    cause = "Nobody has accepted this node's key on this workstation, and this program never accepts one by itself."
    next = "Compare the fingerprint and log in once with `ssh {node}`, or distribute a known_hosts file."

    [MIR0804]
    title = "{node} refuses the login"
    cause = "The node, or a jump host on the way, takes none of the keys offered, or not for this user. The cluster config file names them: sshPrivateKeyPath and spec.nodeAccess.loginUser."
    next = "Check the key and the user with `ssh -v`; passwords are not asked for."

    [MIR0805]
    title = "{node} is silent"
    cause = "The connection stands, and no report came within {seconds} s: a login script, a hung mount or containerd itself does not answer, or the line has died since."
    next = "Log in and look for a hanging command; `df` and `systemctl status containerd` are the usual ones. --deadline allows more time."

    [MIR0806]
    title = "The shell of {node} was not heard, and ssh ends with {status}"
    cause = "No report came: the login shell cannot run the collector (it is restricted, or /bin/sh is missing), or the OpenSSH client of this workstation is missing or fails."
    next = "Run `ssh {node} /bin/sh -c true` by hand and follow what it says."

    [MIR0807]
    title = "{node} sent no report"
    cause = "The login shell printed something else or nothing: a menu, a message that the account is closed, or another program in the place of the shell."
    next = "Log in by hand and see what comes; the account needs an ordinary shell."

    [MIR0808]
    title = "{node} sends without end"
    cause = "More than {limit} MiB came, or 256 KiB before a report began; no report is that long, and the connection was closed."
    next = "Log in by hand and see what the shell prints; a node that does this may be broken or hostile."

    [MIR0809]
    title = "The report of {node} is damaged"
    cause = "It ends early, holds lines that the collector does not write, or was written by another version of it."
    next = "Collect it again, with the script that this mirrorctl prints: `mirrorctl node --report-script`."

    [MIR0810]
    title = "The login shell of {node} prints a greeting"
    cause = "Text stands before the report. It was skipped; programs like scp and sftp may break on it."
    next = "Print greetings in interactive shells only."

    [MIR0811]
    title = "Files of {node} may not be read"
    cause = "They decide about pulls and could not be opened: over SSH `sudo -n` was refused, here the rights of this user do not do, or a policy such as SELinux forbids it. What follows is judged without them."
    next = "Over SSH, allow the login user sudo without a password, as spec.nodeAccess.loginUser needs it, or log in as root. Here, run it as root, or make a copied tree readable."

    [MIR0812]
    title = "There is no containerd on {node}"
    cause = "Neither the program nor its config.toml is where it usually is: this is no node of a cluster, it was reset, or containerd lies elsewhere."
    next = "Check the address; on a node that was reset, run the installation again."

    [MIR0813]
    title = "containerd on {node} is {state}"
    cause = "While the unit is not active it pulls no image and starts no container. A containerd that another unit runs is not meant."
    next = "Read `journalctl -u containerd` on the node; a configuration that is refused is listed here as well."

    [MIR0814]
    title = "containerd on {node} reads something else than its files say"
    cause = "`containerd config dump` names other hosts than the files do as this program reads them; the dump is what was judged."
    next = "Compare `containerd config dump` with the files; please report a difference that you cannot explain."

    [MIR0815]
    title = "containerd on {node} has not read its newest configuration"
    cause = "config.toml or an import was written after containerd started, and it reads them only then: what was changed since is not in force. A file that was only touched looks the same. hosts.toml files are read at every pull."
    next = "Restart containerd on the node: `systemctl restart containerd`. Containers keep running."

    [MIR0816]
    title = "{node} does not use the mirror for {registryHost}"
    cause = "The cluster config file gives other mirrors for this registry host than the node asks; - is the file, + the node."
    next = "Run `bmctl update cluster` when the file is newer than the node; else find out who changes the node's files."

    [MIR0817]
    title = "{node} uses a mirror for {registryHost} that the file does not have"
    cause = "It may have been configured on the node, or the file was changed and never applied."
    next = "Add the mirror to the cluster config file, or remove it from the node with `bmctl update cluster`."

    [MIR0818]
    title = "{node} trusts another CA for {endpoint}"
    cause = "No certificate in {files} is one of the cluster config file's caCertPath; - is the file, + the node. Where none of the node's signed the mirror's certificate, a pull ends there with an x509 error and goes on to the next host in silence; a CA that was issued anew with the same name and key still verifies."
    next = "Run `bmctl update cluster` with the CA that signed the mirror's certificate."

    [MIR0819]
    title = "A CA of {node} is outside its dates"
    cause = "The certificate in {file} is not valid now; its limit is {date}. Every chain that ends in it is refused."
    next = "Renew the CA file in the cluster config and run `bmctl update cluster`."

    [MIR0820]
    title = "{file} on {node} holds no certificate"
    cause = "It is named as CA, and containerd finds nothing to trust in it."
    next = "Put the CA's certificate into it, as PEM."

    [MIR0821]
    title = "The proxy of {node} covers the mirror {endpoint}"
    cause = "containerd has a proxy in its environment, and NO_PROXY does not name the mirror: it is asked through {proxy}."
    next = "Add the mirror to spec.proxy.noProxy before the cluster is created, or to NO_PROXY in the unit's drop-in."

    [MIR0822]
    title = "The clocks of {node} and of this workstation differ by {seconds} s"
    cause = "Which of them is wrong was not asked. Certificates are valid by the node's clock, and tokens too; logs cannot be compared."
    next = "Start chrony or systemd-timesyncd on the node, or check this workstation's clock."

    [MIR0823]
    title = "{node} has little room for images"
    cause = "{percent} % of its disk is used, {free} MiB are free. By default the kubelet begins to delete images at 85 %, and pulls them again when they are needed."
    next = "Remove unused images with `crictl rmi --prune`, or give /var/lib/containerd more room."

    [MIR0824]
    title = "Pulls failed on {node}"
    cause = "containerd's journal holds failed attempts; the last ones of {count} lines are shown. A later host may have served the image all the same."
    next = "Ask `mirrorctl why IMAGE --node {node} --live` for one of the images."

    [MIR0825]
    title = "{node} is in maintenance"
    cause = "spec.maintenanceBlocks of the cluster config file covers its address: changes reach it later."
    next = "Nothing to do; end the maintenance when the work is done."

    [MIR0826]
    title = "sshd on {node} forbids forwarding"
    cause = "AllowTcpForwarding, DisableForwarding, PermitOpen or a restriction of the key keeps this program from making the node's connections; the files were read all the same."
    next = "Allow it for the login user (Match User … AllowTcpForwarding local), or read `mirrorctl node --node {node}` without --live."

    [MIR0827]
    title = "No report of {node} came"
    cause = "The cluster config file has this node, and the directory holds no report that is named after it."
    next = "Run the collector there; or ask the node over SSH: `mirrorctl node --cluster-config FILE --nodes {node}`."
    """
