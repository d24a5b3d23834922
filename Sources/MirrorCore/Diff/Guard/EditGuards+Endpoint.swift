/// What is odd about an endpoint that can be used all the same.
extension EditGuards {
    @Sendable static func oddEndpoints(_ edit: IntendedEdit) -> [EditConcern] {
        edit.mirrors.flatMap { EditConcern.remarks(on: $0.endpoint) }
    }
}

extension EditConcern {
    package static func remarks(on endpoint: MirrorEndpoint) -> [EditConcern] {
        var remarks: [EditConcern] = []
        if endpoint.scheme == .http { remarks.append(EditConcern(.note, "plainHTTP", ["endpoint": endpoint.url])) }
        let lower = endpoint.hostAndPort.lowercased()
        if endpoint.hasName, lower != endpoint.hostAndPort {
            remarks.append(
                EditConcern(.note, "upperCaseHost", ["host": endpoint.hostAndPort, "fixed": lower])
            )
        }
        return remarks
    }
}
