/// Names what can have the focus. Rows of one list share a name: jobs, nodes, mirrors.
package enum FieldID: String, Hashable, Sendable {
    case homeJob, homeFile, homeWork
    case clusterConfig, newHeader, repairFile, operation, place
    case adoptSource, adoptCluster, adoptKubeconfig, adoptSaved, adopt
    case mirror, addMirror, goToReview
    case endpoint
    case mirrorNamespace
    case hosts, hostFilter
    case caCertPath, caCertSecret, probeCA
    case pullCredentialConfigPath, pullCredentialSecret, probeCredentials, openLogin, loginUser, loginPassword,
        makeLogin
    case probeImage
    case compareLive, liveKubeconfig, liveSaved
    case write, plan, leave, runBmctl, bmctlKubeconfig, undo
    case node, askNodes, troubleImage, troubleLog
    case pushSource, pushSignature, pushPublicKey
    case pushRegistry, pushScheme, pushCACert, pushDockerConfig, pushUser, pushPassword, pushThreads, pushLimitRate,
        pushLayers
    case pushLookNow, pushStart, pushAgain, pushAudit, followPush
    case upgradeTarget, upgradeConfig, upgradePackage, upgradeBetween, upgradeLive, upgradeReports, upgradeWithin,
        upgradeCACert
    case upgradeDockerConfig, readyLook, readyAgain
}

/// A field of a step, for one of the mirrors.
package struct FieldVisit: Hashable, Sendable {
    package let step: StepID
    package let field: FieldID
    package let mirror: Int
}
