import MirrorCore

/// The choice of registry hosts: what is typed to narrow it, and the row in focus.
package struct HostChooser: Equatable, Sendable {
    package var filter = ""
    package var row = 0

    package init() {}
}

/// A row of the choice.
enum HostRow: Equatable {
    case host(String, isOn: Bool)
    /// What was typed is none of those: it can be added.
    case new(String)
}

extension WizardState {
    /// What matches the filter, in the order of the list; last what would be added.
    var hostRows: [HostRow] {
        let on = Set(mirror.hosts)
        let filter = mirrors.hosts.filter.trimmingBlanks
        let usual = RegistryHost.usual.map(\.name)
        let wanted = Array(filter.lowercased().utf8)
        let all = usual + ownHosts
        var rows = all.filter { $0.hasUTF8(wanted) }.map { HostRow.host($0, isOn: on.contains($0)) }
        let isKnown = filter == RegistryHost.alwaysMirrored.name || all.contains(filter)
        if !filter.isEmpty, !isKnown { rows.append(.new(filter)) }
        return rows
    }

    /// In their order, those that were turned off on this page included.
    private var ownHosts: [String] {
        let known = Set(RegistryHost.usual.map(\.name) + form.offeredHosts)
        return form.offeredHosts + mirror.hosts.filter { !known.contains($0) }
    }

    mutating func turnHostInFocus() {
        let rows = hostRows
        guard rows.indices.contains(mirrors.hosts.row) else { return }
        switch rows[mirrors.hosts.row] {
        case .host(let host, _), .new(let host): turnHost(host)
        }
    }

    /// Adds or removes a host of the current mirror; the order is the order of adding.
    mutating func turnHost(_ host: String) {
        if let index = mirror.hosts.firstIndex(of: host) {
            form.offeredHosts = ownHosts
            mirror.hosts.remove(at: index)
        } else {
            mirror.hosts.append(host)
        }
    }

    /// All rows again; the one in focus stays.
    mutating func clearHostFilter() {
        let rows = hostRows
        let name = rows.indices.contains(mirrors.hosts.row) ? rows[mirrors.hosts.row].name : ""
        mirrors.hosts.filter = ""
        cursor = 0
        mirrors.hosts.row = hostRows.firstIndex { $0.name == name } ?? 0
    }

    mutating func moveHostRow(by offset: Int) {
        mirrors.hosts.row = max(0, min(hostRows.count - 1, mirrors.hosts.row + offset))
    }
}

extension HostRow {
    var name: String {
        switch self {
        case .host(let name, _), .new(let name): name
        }
    }
}

extension String {
    /// Whether these bytes stand in it, lower case; a search for nothing finds everything.
    fileprivate func hasUTF8(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        let bytes = Array(utf8)
        guard bytes.count >= wanted.count else { return false }
        func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
        return (0...bytes.count - wanted.count).contains { start in
            lower(bytes[start]) == first && wanted.indices.allSatisfy { lower(bytes[start + $0]) == wanted[$0] }
        }
    }
}
