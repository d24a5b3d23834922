/// All English texts. ADD A SOURCE HERE, one for each area.
package let englishTexts = [
    englishPush, englishPushFindings,
    englishWizard, englishOutput, englishIssues, englishClusterConfig, englishFiles, englishFindings, englishTOML,
    englishCommands, englishHelp, englishContainerd, englishNodeHelp, englishDoctor,
    englishPackage,
    englishProcess,
]
