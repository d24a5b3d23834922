/// All English texts. ADD A SOURCE HERE, one for each area.
package let englishTexts = [
    englishWizard, englishOutput, englishIssues, englishClusterConfig, englishFiles, englishFindings, englishTOML,
    englishCommands, englishHelp, englishContainerd, englishNodeHelp, englishDoctor, englishRehearsal, englishTrust,
    englishLogin,
    englishPush, englishPushFindings,
]
