/// The steps of each track in walking order. ADD A STEP HERE.
package enum Steps {
    /// Puts mirrors into a cluster config file.
    static let mirror: [any WizardStep] = [
        ClusterStep(), MirrorsStep(), MirrorStep(), HostsStep(), ReviewStep(), WriteStep(),
    ]

    /// Finds out why a node does not pull from them.
    static let trouble: [any WizardStep] = [NodesStep(), PullStep()]

    /// Loads a package of images into a registry.
    static let push: [any WizardStep] = [PushPackageStep(), PushTargetStep(), PushLookStep(), PushStep()]

    /// Says what is wrong on the way to another version.
    static let upgrade: [any WizardStep] = [UpgradeStep(), ReadyStep()]

    /// Where one chooses among them.
    static let home: [any WizardStep] = [HomeStep()]

    package static let all: [any WizardStep] = Tracks.all.flatMap(\.steps)

    package static func step(_ id: StepID) -> any WizardStep { all[index(of: id)] }

    package static func index(of id: StepID) -> Int { all.firstIndex { $0.id == id } ?? 0 }
}

extension WizardState {
    package var currentStep: any WizardStep { Steps.step(step) }

    package var currentField: Field? {
        let fields = currentStep.fields(self)
        return fields.indices.contains(focus) ? fields[focus] : nil
    }
}
