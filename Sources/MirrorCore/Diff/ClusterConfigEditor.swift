/// Puts registry mirrors into a cluster config file and leaves every other byte as it is.
///
/// Mirrors that do not change keep their bytes; of one that changes, the fields that change. The result is read back
/// before it is given out: all other keys and documents equal, the mirrors as intended, or an error.
package enum ClusterConfigEditor {
    /// - Parameters:
    ///   - bytes: the file, UTF-8.
    ///   - mirrors: what the list is to be, in order; empty removes it.
    /// - Returns: the new bytes; the same ones when nothing changes.
    package static func edit(
        _ bytes: [UInt8],
        place: MirrorPlace,
        mirrors: [RegistryMirror]
    ) throws(ClusterConfigEditError) -> [UInt8] {
        try edit(bytes, place: place, mirrors: mirrors, isTemplate: false)
    }

    /// The same for a template that is not YAML before it is filled in, where its mirrors are not part of what is filled
    /// in. Nothing but the template without its tags can be read back, so the diff has to be looked at.
    package static func edit(
        template bytes: [UInt8],
        place: MirrorPlace,
        mirrors: [RegistryMirror]
    ) throws(ClusterConfigEditError) -> [UInt8] {
        try edit(bytes, place: place, mirrors: mirrors, isTemplate: true)
    }

    private static func edit(
        _ bytes: [UInt8],
        place: MirrorPlace,
        mirrors: [RegistryMirror],
        isTemplate: Bool
    ) throws(ClusterConfigEditError) -> [UInt8] {
        let source = SourceText(bytes)
        var edit = try ClusterConfigEdit(source: source, place: place, mirrors: mirrors, isTemplate: isTemplate)
        let splices: [ByteSplice]
        do throws(ClusterConfigEditError) {
            splices = try edit.splices()
        } catch .unusualLayout(let line) where isTemplate {
            throw .template(line: line)
        }
        if isTemplate {
            let mask = TemplateMask(source.bytes)
            for splice in splices where !mask.isPlain(splice.range) {
                throw .template(line: source.lineNumber(splice.range.lowerBound))
            }
        }
        let edited = source.bytes.applying(splices)
        guard edited != source.bytes else { return bytes }
        if isTemplate { try checkOutside(of: splices, source.bytes, edited) }
        let result = source.finished(edited)
        try edit.verify(result)
        return result
    }

    /// Nobody can read a template back as what it becomes, so its bytes are held to be the same before the first and
    /// after the last change, and what is filled in with them.
    private static func checkOutside(
        of splices: [ByteSplice],
        _ before: [UInt8],
        _ after: [UInt8]
    ) throws(ClusterConfigEditError) {
        let start = splices.map(\.range.lowerBound).min() ?? 0
        let rest = before.count - (splices.map(\.range.upperBound).max() ?? 0)
        guard after.count >= start + rest, before[..<start] == after[..<start],
            before.suffix(rest) == after.suffix(rest), TemplateMask(before).fillsIn(as: TemplateMask(after))
        else { throw .notAsIntended }
    }
}
