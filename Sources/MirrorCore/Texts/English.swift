/// All English texts. ADD A SOURCE HERE, one for each area.
let englishTexts = [
    englishWizard, englishOutput, englishIssues, englishClusterConfig,
]
