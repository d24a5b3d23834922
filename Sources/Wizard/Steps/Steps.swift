/// The steps in walking order. ADD A STEP HERE.
package enum Steps {
    package static let all: [any WizardStep] = [
        ClusterStep(), EndpointStep(), NamespaceStep(), HostsStep(), CAStep(), CredentialsStep(), ProbeStep(),
        ReviewStep(), WriteStep(),
    ]

    package static func index(of id: StepID) -> Int { all.firstIndex { $0.id == id } ?? 0 }
}

extension WizardState {
    package var currentStep: any WizardStep { Steps.all[Steps.index(of: step)] }

    package var currentField: Field? {
        let fields = currentStep.fields(self)
        return fields.indices.contains(focus) ? fields[focus] : nil
    }
}
