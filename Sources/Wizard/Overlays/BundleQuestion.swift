import MirrorCore
import Texts

/// A CA bundle that would be written, with its fingerprints.
package struct CABundleQuestion: Overlay {
    let request: CABundleRequest

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts("probePage.bundleTitle", ["path": printable(request.path)])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        body.add(texts("bundle.candidates"))
        for certificate in request.bundle.certificates {
            body.gap()
            for line in certificate.evidence { body.add(printable(line), .value, indent: 2) }
        }
        body.add("(" + texts("bundle.\(request.bundle.anchor.rawValue)") + ")", .hint, indent: 2)
        body.gap()
        body.add(texts("probePage.bundleText"))
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [.answer("write") { $0.writeBundle(request) }, .dismissal("cancel"), .dismissing]
    }
}
