/// What the TOML reader says.
let englishTOML = """
    [toml]
    tooLarge = "the file is larger than {limit}: this is no configuration file"
    tooDeep = "tables and arrays are nested more than {limit} deep"
    notUTF8 = "a byte that is not UTF-8"
    byteOrderMark = "the file begins with a byte order mark, which containerd 2.x refuses; save it without one"
    ellipsis = "this line is the documentation's ellipsis, not TOML: the page left lines out here; delete it"
    controlCharacter = "control character {code} is not allowed here"
    bareCarriageReturn = "a carriage return without a line feed"
    unterminatedString = "this string is never closed"
    newlineInString = "the line ends inside a string; close the quote, or use three quotes for several lines"
    badEscape = '''"{found}" is not an escape; write "\\\\" for a backslash, or use single quotes'''
    badUnicodeEscape = '''"\\u" needs 4 hexadecimal digits and "\\U" 8, for a character that exists'''
    multilineKey = "a key cannot be a string of several lines"
    badValue = '''"{text}" is no value; a text needs quotes'''
    badNumber = '''"{text}" is not a number as TOML writes it; a text needs quotes'''
    integerOutOfRange = "{text} does not fit into 64 bits"
    badDateTime = '''"{text}" is no date or time; a text needs quotes'''
    duplicateKey = '''"{key}" is already set in line {line}'''
    duplicateTable = "table [{name}] is already defined in line {line}"
    notATable = '''"{key}" holds a value since line {line} and cannot be a table as well'''
    closedTable = '''table "{key}" is complete since line {line}; nothing can be added here'''
    staticArray = '''"{key}" is an array since line {line} and cannot be extended here'''
    bracketInHeader = "a table name with ] in it, which containerd 1.x cannot read"

    [toml.expected]
    key = '''expected a key, found "{found}"'''
    equals = '''expected "=" after the key, found "{found}"'''
    value = '''expected a value, found "{found}"'''
    endOfLine = '''expected the end of the line, found "{found}"'''
    headerEnd = '''expected "]" to close the table name, found "{found}"'''
    arrayEnd = '''expected "," or "]" in the array, found "{found}"'''
    inlineTableEnd = '''expected "," or "}" in the inline table, found "{found}"'''
    """
