import MirrorCore
import Texts

/// The Docker config.json that would be made, on the screen before it is written.
package struct LoginQuestion: Overlay {
    let login: LoginRequest

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts("login.title", ["path": login.path])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        for line in DockerConfigJSON.masked(host: login.host) { body.add([Span("  "), Span("+ " + line, .added)]) }
        body.gap()
        body.add(texts("login.text", ["user": login.user, "host": login.host]))
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [.answer("write") { $0.writeLogin(login) }, .dismissal("cancel"), .dismissing]
    }
}
