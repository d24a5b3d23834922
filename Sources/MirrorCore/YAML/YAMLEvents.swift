import CYAML

/// libyaml's event stream over UTF-8 without a byte order mark; the bytes must outlive it.
struct YAMLEvents: ~Copyable {
    struct Event {
        enum Kind {
            case streamEnd
            case documentStart(hasMarker: Bool, hasDirectives: Bool)
            case documentEnd(hasMarker: Bool)
            case alias(String)
            case scalar(YAMLScalar, [YAMLProperty])
            case sequenceStart(isFlow: Bool, [YAMLProperty])
            case mappingStart(isFlow: Bool, [YAMLProperty])
            case sequenceEnd, mappingEnd
        }

        let kind: Kind
        let start: yaml_mark_t
        let end: yaml_mark_t
    }

    enum Failure: Error {
        /// A byte that is not UTF-8 or not printable, at this offset.
        case unreadable(offset: Int, isEncoding: Bool)
        /// libyaml's words, and its mark (from 0).
        case syntax(String, line: Int, column: Int)
        case memory
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else { throw .memory }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; the stream's start is skipped.
    mutating func next() throws(Failure) -> Event {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
            defer { yaml_event_delete(&event) }
            if let kind = Self.kind(of: event) {
                return Event(kind: kind, start: event.start_mark, end: event.end_mark)
            }
        }
    }

    private var failure: Failure {
        switch parser.pointee.error {
        case YAML_MEMORY_ERROR: return .memory
        case YAML_READER_ERROR:
            // src/reader.c gives the code point in problem_value when it could decode one, else -1 or the byte.
            let words = parser.pointee.problem.map { String(cString: $0) } ?? ""
            return .unreadable(
                offset: parser.pointee.problem_offset,
                isEncoding: words != "control characters are not allowed"
            )
        default:
            let mark = parser.pointee.problem_mark
            let words = parser.pointee.problem.map { String(cString: $0) } ?? ""
            return .syntax(words, line: mark.line, column: mark.column)
        }
    }

    private static func kind(of event: yaml_event_t) -> Event.Kind? {
        let data = event.data
        switch event.type {
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_DOCUMENT_START_EVENT:
            let start = data.document_start
            return .documentStart(
                hasMarker: start.implicit == 0,
                hasDirectives: start.version_directive != nil || start.tag_directives.start != start.tag_directives.end
            )
        case YAML_DOCUMENT_END_EVENT: return .documentEnd(hasMarker: data.document_end.implicit == 0)
        case YAML_ALIAS_EVENT: return .alias(text(data.alias.anchor))
        case YAML_SCALAR_EVENT:
            let scalar = data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(
                YAMLScalar(text: String(decoding: bytes, as: UTF8.self), style: style(scalar.style)),
                properties(anchor: scalar.anchor, tag: scalar.tag)
            )
        case YAML_SEQUENCE_START_EVENT:
            let sequence = data.sequence_start
            return .sequenceStart(
                isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE,
                properties(anchor: sequence.anchor, tag: sequence.tag)
            )
        case YAML_MAPPING_START_EVENT:
            let mapping = data.mapping_start
            return .mappingStart(
                isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE,
                properties(anchor: mapping.anchor, tag: mapping.tag)
            )
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return nil
        }
    }

    private static func properties(anchor: UnsafePointer<UInt8>?, tag: UnsafePointer<UInt8>?) -> [YAMLProperty] {
        guard anchor != nil || tag != nil else { return [] }
        return (anchor.map { [.anchor(text($0))] } ?? []) + (tag.map { [.tag(text($0))] } ?? [])
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private static func text(_ pointer: UnsafePointer<UInt8>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
