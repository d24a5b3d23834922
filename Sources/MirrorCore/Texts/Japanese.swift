/// All Japanese texts, area by area as in English.swift.
package let japaneseTexts = [
    japaneseWizard, japaneseOutput, japaneseIssues, japaneseClusterConfig, japaneseFiles, japaneseFindings,
    japaneseTOML,
    japaneseCommands, japaneseHelp, japaneseContainerd, japaneseNodeHelp,
    japaneseDoctor, japaneseRehearsal, japaneseTrust, japaneseLogin,
    japanesePush, japanesePushFindings,
]
