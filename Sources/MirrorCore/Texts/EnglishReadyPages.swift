/// The wizard's upgrade track.
let englishReadyPages = """
    [track]
    upgrade = "upgrade"

    [step]
    "upgrade.title" = "Upgrade"
    "upgrade.intro" = "The version that is to be reached, and what there is to look at."
    "upgrade.help" = "Only the version and the cluster config file are needed. Whatever else is given is looked at, and what is not given is named as not checked. Nothing is written, here or in the mirror."
    "ready.title" = "Verdict"
    "ready.intro" = "What is wrong on the way. Nothing is written."
    "ready.help" = "✓ checked, ! checked and to be known, ? not checked, with what would check it, ✗ wrong, with what to do. F5 goes to the answer, or to the push, that puts the first wrong line right. ^R looks again."

    [field]
    "upgradeTarget.label" = "Version"
    "upgradeTarget.placeholder" = "1.35.0-gke.525"
    "upgradeTarget.help" = "As the package is called. 1.35 alone will do where the patch is not known yet."
    "upgradeConfig.label" = "Cluster config"
    "upgradeConfig.placeholder" = "bmctl-workspace/admin1/admin1.yaml"
    "upgradeConfig.help" = "The file as it is before the upgrade: its versions are those that nodes run, unless the running cluster is given."
    "upgradePackage.label" = "Package"
    "upgradePackage.placeholder" = "none: no images are looked for"
    "upgradePackage.help" = "bmpackages_VERSION.tar.xz of the version. Every image in it is looked for in the mirror, and read back."
    "upgradeBetween.label" = "Package between"
    "upgradeBetween.placeholder" = "none"
    "upgradeBetween.help" = "Of the release that the step goes over, where it goes over one: the mirror needs the images of both."
    "upgradeLive.label" = "Running cluster"
    "upgradeLive.placeholder" = "none: the file's versions count"
    "upgradeLive.help" = "A file with what kubectl get cluster NAME -n NAMESPACE -o yaml printed."
    "upgradeReports.label" = "Nodes' reports"
    "upgradeReports.placeholder" = "none: nodes are not looked at"
    "upgradeReports.help" = "A folder with reports of nodes: mirrorctl node --report-script prints what makes one."
    "upgradeWithin.label" = "Ends within"
    "upgradeWithin.placeholder" = "30d"
    "upgradeWithin.help" = "A certificate, CA or login that ends within this time is wrong: 30d, 4w."
    "upgradeCACert.label" = "CA, PEM file"
    "upgradeCACert.placeholder" = "the file only names a Secret"
    "upgradeDockerConfig.label" = "config.json"
    "upgradeDockerConfig.placeholder" = "the file only names a Secret"
    "readyLook.label" = "Look at everything"
    "readyAgain.label" = "Look again"

    [key]
    readyLook = "look"
    readyStop = "stop"

    [upgrade]
    badTarget = "This is no version."
    badTargetFix = "Type one such as 1.35.0-gke.525, or a minor release such as 1.35."
    badWithin = "This is no time."
    badWithinFix = "Type days or weeks, such as 30d or 4w."
    otherFile = "Type the path of the cluster config file."

    [readyView]
    unwritten = "The file counts as it is, without the mirrors that are not written yet."
    outdated = "The answers have changed since: look again (^R)."
    begun = "beginning …"
    notYet = "Nothing was looked at yet."
    stopped = "Broken off: nothing can be said."
    needsTarget = "Type the version in the step before this one (F3)."
    needsFile = "Name the cluster config file in the step before this one (F3)."

    [command]
    "wizard.upgrade" = "Begin with the look before an upgrade."
    """
