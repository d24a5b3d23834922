extension RegistryClient {
    /// Harbor's own API: 200 when there is a project of that name, 404 when not. The login goes to the registry's own
    /// origin, over https only.
    package func harborProject(_ name: String) -> HTTPExchange {
        send(
            .head,
            "/api/v2.0/projects?project_name=\(percentEncoded(name))",
            authorization: root.isHTTPS ? ownCredential?.basic : nil
        )
    }
}
