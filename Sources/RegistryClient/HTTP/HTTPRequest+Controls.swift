extension HTTPRequest {
    /// What of it holds a control character, which would end its line and begin another; `nil` when nothing does.
    var unsendablePart: String? {
        if url.text.holdsControls { return "URL" }
        if accept.contains(where: \.holdsControls) { return "Accept" }
        if body?.type.holdsControls == true { return "Content-Type" }
        if let field = fields.first(where: { $0.name.holdsControls || $0.value.holdsControls }) {
            return field.name.holdsControls ? "header" : field.name
        }
        var isBad = false
        authorization?.withHeaderValue { isBad = $0.holdsControls }
        return isBad ? "Authorization" : nil
    }
}

extension String {
    /// CR, LF, NUL and all others below the blank, and DEL.
    var holdsControls: Bool { utf8.contains { $0 < 0x20 || $0 == 0x7F } }
}
