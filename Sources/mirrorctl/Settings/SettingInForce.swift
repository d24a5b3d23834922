import Texts
import Wizard

/// What a setting is here, and who said so: `doctor` shows all of them.
struct SettingInForce {
    let name: String
    /// `nil` where there is none.
    let value: String?
    let origin: String
    /// The variable, where one said it.
    let variable: String?

    /// The settings, and the keys that were given away.
    static var all: [SettingInForce] {
        let keys = ActionID.allCases.filter { SettingsFile.settings.origin("keys.\($0.rawValue)") != .usual }
        return SettingName.allCases.map(SettingInForce.init) + keys.map(SettingInForce.init)
    }

    private init(_ setting: SettingName) {
        let settings = SettingsFile.settings
        let value: String?
        switch setting {
        case .language: value = texts.language
        case .theme:
            let asked = environment[SettingName.theme.variable]
            value = Themes.chosenName(asked: asked, environment: environment, setting: settings[.theme])
        case .deadline, .parallel: value = "\(settings.number(setting) ?? setting.usualNumber)"
        case .mouse: value = settings[setting] ?? "off"
        case .suppressions, .proxyHTTP, .proxyHTTPS, .proxyNone: value = settings[setting]
        }
        let isOption = setting == .language && languageChoice.words.count < CommandLine.arguments.count
        self.init(setting.rawValue, value, isOption ? "option" : settings.origin(setting.rawValue).rawValue)
    }

    private init(_ action: ActionID) {
        let name = "keys.\(action.rawValue)"
        self.init(name, SettingsFile.settings.keymap[action]?.settingName, SettingsFile.settings.origin(name).rawValue)
    }

    private init(_ name: String, _ value: String?, _ origin: String) {
        (self.name, self.value, self.origin) = (name, value, origin)
        variable = origin == "environment" ? SettingName.variable(name) : nil
    }

    /// `deadline = 30  (default)`
    var line: String {
        let said = texts("doctor.from.\(origin)", ["variable": variable ?? ""])
        return "  \(name) = \(value ?? "–")  (\(said))"
    }
}

extension SettingName {
    /// Of one that is a number, where nobody says one.
    var usualNumber: Int { self == .parallel ? 16 : 30 }
}
