import Containerd
import TOML
import Texts

/// Entries of `disabled_plugins` that name no plugin of this release: nothing is switched off by them, and nobody says so.
///
/// Those that keep containerd from starting (short names where full ones are due, all of `required_plugins`) are told there.
struct DisabledPlugins: DeadDetector {
    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        let isShort = !survey.rules.deepMergesImports && survey.config.writtenVersion < 2
        return survey.config.disabled.compactMap { entry in
            let version = survey.rules.version
            let absence =
                isShort
                ? KnownPlugins.absence(ofShort: entry.id, in: version) : KnownPlugins.absence(of: entry.id, in: version)
            guard let absence else { return nil }
            var values = ["plugin": entry.id, "version": "\(version)", "file": entry.source.file]
            var remedy = Phrase("dead.plugin.remove")
            let reason: String
            switch absence {
            case .later: reason = "later"
            case .earlier: reason = "earlier"
            case .unknown(let meant):
                let isFull = isShort && entry.id.hasPrefix("io.containerd.")
                reason = isFull ? "short" : "unknown"
                values["meant"] = meant.map { TOMLText.basicString($0) }
                if meant != nil {
                    remedy = Phrase("dead.plugin.write", values)
                } else if isFull {
                    remedy = Phrase("dead.plugin.takeOut")
                }
            }
            return DeadSetting(
                .plugin,
                entry.source,
                "disabled_plugins: \(TOMLText.basicString(entry.written))",
                reason: Phrase("dead.plugin.\(reason)", values),
                remedy: remedy
            )
        }
    }
}
