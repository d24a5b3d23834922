import Containerd
import Diagnosis
import MirrorSystem
import Texts

/// `--reports DIR`: what some other runner brought back.
package enum NodeReportFolder {
    /// Why there is nothing to judge.
    package enum Trouble: Error, Equatable, Sendable {
        case unreadable(path: String)
        /// No file in it holds anything.
        case empty(path: String)

        package var problem: Phrase {
            switch self {
            case .unreadable(let path), .empty(let path): Phrase("command.node.noReports", ["path": path])
            }
        }
    }

    package static func read(_ path: String) throws(Trouble) -> [NodeInspection] {
        let disk = DiskNodeFiles(root: "/")
        let names: [String]
        do throws(NodeFileError) { names = try disk.names(in: path) } catch {
            throw .unreadable(path: path)
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
        guard !found.isEmpty else { throw .empty(path: path) }
        return found
    }

    /// With those of a cluster config file of which none came; without all others when some were selected.
    ///
    /// Reports that no address names, as a log of many nodes holds them, say nothing of who is missing.
    package static func completed(
        _ found: [NodeInspection],
        _ addresses: [String],
        _ isSelection: Bool
    ) -> [NodeInspection] {
        let named = Set(found.map(\.target))
        guard isSelection || addresses.contains(where: named.contains) else { return found }
        let kept = isSelection ? found.filter { addresses.contains($0.target) } : found
        return kept + addresses.filter { !named.contains($0) }.map { inspection($0, .failure(.missing)) }
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
