import Containerd
import TOML
import Texts

/// What an operator has settled once: the settings file, and above it environment variables of the same names.
package struct Settings: Equatable, Sendable {
    private var texts: [SettingName: String] = [:]
    private var numbers: [SettingName: Int] = [:]
    package private(set) var keymap = Keymap()
    /// Where each that was set stands.
    private var places: [String: SettingsError.Place] = [:]

    package init() {}

    package subscript(name: SettingName) -> String? { texts[name] }
    package func number(_ name: SettingName) -> Int? { numbers[name] }

    /// Who said it: the file, a variable, or nobody.
    package enum Origin: String, Equatable, Sendable { case environment, file, usual = "default" }

    package func origin(_ name: String) -> Origin {
        switch places[name] {
        case .variable: .environment
        case .file, .line: .file
        case nil: .usual
        }
    }

    /// - Parameters:
    ///   - file: its text; `nil` where there is none.
    ///   - environment: `MIRRORCTL_…` in it; an empty one is not set.
    package init(file: String?, environment: [String: String]) throws(SettingsError) {
        if let file { try read(file) }
        for name in Self.names {
            let variable = SettingName.variable(name)
            guard let value = environment[variable], !value.isEmpty else { continue }
            try set(name, .string(value), SettingsError.Place.variable(variable))
        }
        guard let conflict = keymap.conflict else { return }
        let values = ["action": conflict.action.rawValue, "key": conflict.key.settingName]
        let what = conflict.other.map {
            Phrase("settings.twoActions", values.merging(["other": $0.rawValue]) { $1 })
        }
        throw SettingsError(place: keyPlaces[conflict.action] ?? .file, what ?? Phrase("settings.takenKey", values))
    }

    /// Where each key was given, for a conflict.
    private var keyPlaces: [ActionID: SettingsError.Place] = [:]

    package static let names = SettingName.allCases.map(\.rawValue) + ActionID.allCases.map { "keys.\($0.rawValue)" }

    private mutating func read(_ text: String) throws(SettingsError) {
        let root: TOMLTable
        do {
            root = try TOMLDocument(text).root
        } catch {
            throw SettingsError(place: .line(error.position.line), error.phrase)
        }
        for entry in root.entries {
            guard ["proxy", "keys"].contains(entry.key), let table = entry.value.table else {
                try set(entry.key, entry.value, .line(entry.position.line))
                continue
            }
            for part in table.entries {
                try set("\(entry.key).\(part.key)", part.value, .line(part.position.line))
            }
        }
    }

    private mutating func set(_ name: String, _ value: TOMLValue, _ place: SettingsError.Place) throws(SettingsError) {
        places[name] = place
        if let setting = SettingName(rawValue: name) { return try set(setting, value, place) }
        guard name.hasPrefix("keys."), let action = ActionID(rawValue: String(name.dropFirst(5))) else {
            let meant = Spelling.meant(name, among: Self.names)
            throw SettingsError(
                place: place,
                Phrase("settings.unknown", ["name": name]),
                fix: meant.map { Phrase("settings.meant", ["name": $0]) } ?? Phrase("settings.known")
            )
        }
        guard let text = value.string, let key = Key(named: text) else {
            throw SettingsError(
                place: place,
                Phrase("settings.badKey", ["name": name]),
                fix: Phrase("settings.keyForm")
            )
        }
        keymap[action] = key
        keyPlaces[action] = place
    }

    private mutating func set(
        _ name: SettingName,
        _ value: TOMLValue,
        _ place: SettingsError.Place
    ) throws(SettingsError) {
        if let range = name.range {
            let number = value.integer.map { Int($0) } ?? value.string.flatMap { Int($0) }
            guard let number, range.contains(number) else {
                let values = ["name": name.rawValue, "low": "\(range.lowerBound)", "high": "\(range.upperBound)"]
                throw SettingsError(place: place, Phrase("settings.badNumber", values))
            }
            numbers[name] = number
            return
        }
        guard let text = value.string, !text.isEmpty else {
            throw SettingsError(place: place, Phrase("settings.notText", ["name": name.rawValue]))
        }
        if name == .mouse, !["on", "off"].contains(text) {
            throw SettingsError(place: place, Phrase("settings.notOnOff", ["name": name.rawValue]))
        }
        if name == .language, Catalogue.named(text) == nil {
            let known = Catalogue.languages.joined(separator: ", ")
            throw SettingsError(place: place, Phrase("command.unknownLanguage", ["name": text, "names": known]))
        }
        texts[name] = text
    }
}

/// A mistake in the settings, and where it stands.
package struct SettingsError: Error, Equatable, Sendable {
    package enum Place: Equatable, Sendable {
        case file
        case line(Int)
        case variable(String)
    }

    package let place: Place
    package let problem: Phrase
    package let fix: Phrase?

    init(place: Place, _ problem: Phrase, fix: Phrase? = nil) {
        self.place = place
        self.problem = problem
        self.fix = fix
    }
}
