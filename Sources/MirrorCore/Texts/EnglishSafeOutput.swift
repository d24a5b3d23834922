let englishSafeOutput = """
    [output]
    lost = "Standard output cannot be written: {reason}."
    "lost.nothing" = "Nothing was written after that. Run it again with an output that takes all of it."
    "lost.before" = "Before that, this was written: {paths}. Look there; nothing was written after it."
    notBegun = "Standard output cannot be written; nothing was begun."
    notExact = "Control characters in this text were replaced by �; it is no exact copy."
    """
