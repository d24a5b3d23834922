import MirrorCore
import MirrorSystem

/// `--reports DIR`: what some other runner brought back.
enum NodeReportFolder {
    static func read(_ path: String) throws -> [NodeInspection] {
        let disk = DiskNodeFiles(root: "/")
        let names: [String]
        do throws(NodeFileError) { names = try disk.names(in: path) } catch {
            throw Console.fail(Phrase("command.node.noReports", ["path": path]), .noInput)
        }
        var found: [NodeInspection] = []
        for name in names {
            guard let bytes = try? disk.read("\(path)/\(name)") else { continue }
            let reports = NodeReportParser.reports(in: bytes)
            if reports.isEmpty {
                let seen = String(decoding: bytes.prefix(500), as: UTF8.self)
                found.append(inspection(name, .failure(.report(.noReport(seen: seen)))))
            }
            for report in reports {
                switch report {
                case .success(let report):
                    // The file's name says which address it came from, when it holds one report.
                    let target = reports.count == 1 ? Self.stem(name) : report.name
                    found.append(inspection(target.isEmpty ? name : target, .report(report)))
                case .failure(let failure): found.append(inspection(name, .failure(.report(failure))))
                }
            }
        }
        guard !found.isEmpty else { throw Console.fail(Phrase("command.node.noReports", ["path": path]), .dataError) }
        return found
    }

    private static func inspection(_ target: String, _ outcome: NodeInspection.Outcome) -> NodeInspection {
        NodeInspection(target: target, outcome: outcome, isFresh: false)
    }

    private static func stem(_ name: String) -> String {
        for ending in [".txt", ".log", ".report", ".out"] where name.hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }
}
