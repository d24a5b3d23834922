/// The view of a change in the wizard.
let englishDiffView = """
    [review]
    unchanged = "Nothing would change: the file stays as it is. Mirrors in it: {count}."

    [effects]
    changes = "What changes"
    concerns = "To know before it is written"
    configTOML = "Nodes of {releases}"
    hostsTOML = "Nodes of {releases}"

    [diff]
    folded = "({count} lines folded)"
    part = "part {number}/{count}"

    [preview]
    file = "File"
    nodes = "Nodes"
    effects = "Effects"

    [field]
    "change.label" = "change the mirrors"

    [key]
    part = "part"
    fold = "fold"
    foldAll = "all"
    search = "search"
    again = "next, previous"
    find = "find"
    change = "change"
    """
