/// Formats, and what is inferred in them.
let englishOutput = """
    [format]
    header = "Cluster header"
    spec = "spec.nodeConfig"
    "containerd-config" = "config.toml"
    "hosts-toml" = "hosts.toml"

    [inferred]
    hostsAsMirrors = "inferred: the vendor's excerpt shows gcr.io only; one table for each host follows from it"
    credentials = "inferred: where GDC puts the pull login on the node is not published; it is left out here"
    hostsTOML = "inferred: GDC's own hosts.toml is not published; this is what containerd needs"
    caPlace = "inferred: where GDC puts the CA is not published; this is its place in config.toml"
    """
