/// Speaks the OCI distribution protocol; knows nothing about wizards or mirrors.
package struct RegistryClient: Sendable {
    package init() {}
}
