/// Every rule. ADD A RULE HERE, and its texts in Texts/EnglishFindings.swift.
package let diagnosisRules: [any DiagnosisRule] = []

/// Every code that can be explained, in order.
package var findingCodes: [String] { diagnosisRules.map(\.code) }
