import MirrorCore

private let long = String(repeating: "a", count: 253) + ".io"
/// What no image can name, and why.
package let refusedRegistryHosts: [(String, RegistryHost.Problem)] = [
    ("", .empty), (".", .dots), ("..", .dots), ("...", .dots), ("../../../../evil", .path), ("/etc", .path),
    ("a/../b", .path), ("..\\x.io", .path), ("https://quay.io", .scheme), ("oci://quay.io/x", .scheme),
    ("quay .io", .blank), (" ", .blank), ("quay.io\u{A0}", .blank), ("q\u{0}.io", .control),
    ("quay.io\u{1B}[2J", .control), ("quay.io\u{7F}", .control), ("quay.*", .pattern), ("**", .pattern),
    (long, .tooLong), ("index.docker.io", .dockerHub), ("quay", .hubPath), ("a-b", .hubPath),
    ("Quay.io", .upperCase), ("GCR.IO:5000", .upperCase), ("LOCALHOST", .upperCase), ("_default", .notAHost),
    (".quay.io", .notAHost), ("quay.io.", .notAHost), ("quay..io", .notAHost), ("-quay.io", .notAHost),
    ("quay.io:", .notAHost), ("quay.io:x", .notAHost), ("quay.io:1:2", .notAHost), ("quay.io_5000_", .notAHost),
    ("u@quay.io", .notAHost), ("quay.io?x", .notAHost), ("quay.io#x", .notAHost), ("%2e%2e", .notAHost),
    ("\u{43F}.io", .notAHost), ("::1", .notAHost), ("quay.io@sha256", .notAHost),
]
