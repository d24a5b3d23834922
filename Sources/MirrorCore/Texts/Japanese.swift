/// All Japanese texts, area by area as in English.swift.
package let japaneseTexts = [
    japanesePush, japanesePushFindings,
    japaneseWizard, japaneseOutput, japaneseIssues, japaneseClusterConfig, japaneseFiles, japaneseFindings,
    japaneseTOML,
    japaneseCommands, japaneseHelp, japaneseContainerd, japaneseNodeHelp,
    japaneseDoctor,
    japanesePackage,
    japaneseProcess,
]
