/// A file is named as CA and holds no certificate.
struct CAWithoutCertificate: NodeRule {
    let code = "MIR0820"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        node.usedCAFiles.compactMap { path in
            guard let files = node.inspection.report?.files, (try? files.read(path)) != nil,
                node.inspection.certificates[path] == nil
            else { return nil }
            return finding(node, [], ["file": path])
        }
    }
}
