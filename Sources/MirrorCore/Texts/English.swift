let englishTexts = """
    [app]
    name = "mirrorctl"
    """
