/// Which language a command line and its environment ask for.
package struct LanguageChoice: Sendable {
    package let catalogue: Catalogue
    /// The command line without `--lang`.
    package let words: [String]
    /// What `--lang` asked for and is not there.
    package let unknown: String?

    /// `--lang` anywhere before `--` counts, then the setting, then the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX, XBD 8.2).
    package init(words: [String], environment: [String: String], setting: String? = nil) {
        var rest = words[...]
        var kept: [String] = []
        var asked: String?
        while let word = rest.popFirst() {
            if word == "--" {
                kept += [word] + rest
                break
            } else if word == "--lang" {
                asked = rest.popFirst() ?? ""
            } else if word.hasPrefix("--lang=") {
                asked = String(word.dropFirst("--lang=".count))
            } else {
                kept.append(word)
            }
        }
        let named = asked.flatMap(Catalogue.named)
        self.words = kept
        unknown = named == nil ? asked : nil
        catalogue = named ?? setting.flatMap(Catalogue.named) ?? Self.ofLocale(environment) ?? .english
    }

    /// `ja_JP.UTF-8` is Japanese; another encoding than UTF-8 could not show it.
    private static func ofLocale(_ environment: [String: String]) -> Catalogue? {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let locale else { return nil }
        let parts = locale.prefix { $0 != "@" }.split(separator: ".", maxSplits: 1)
        let encoding = parts.count == 2 ? parts[1].lowercased().filter { $0 != "-" } : "utf8"
        let language = (parts.first ?? "").prefix { $0 != "_" }
        return encoding == "utf8" ? Catalogue.named(String(language)) : nil
    }
}
