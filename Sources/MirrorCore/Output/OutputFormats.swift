/// Every output format, in the order of the preview's tabs. ADD A FORMAT HERE.
package enum OutputFormats {
    package static let all: [any OutputFormat] = [
        ClusterHeaderYAML(), ClusterSpecYAML(), ContainerdConfigTOML(), HostsTOML(),
    ]

    package static func named(_ id: String) -> (any OutputFormat)? { all.first { $0.id == id } }
}
