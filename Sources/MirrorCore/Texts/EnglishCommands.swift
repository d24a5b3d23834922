/// What subcommands say.
let englishCommands = """
    [command]
    unknownCode = "{code} is not a finding's code; `mirrorctl explain` lists them."
    unknownTheme = "{name} is not a theme; there are {names}."
    noTerminal = "the wizard needs a terminal. Without one use the subcommands: mirrorctl --help lists them."
    unusableTerminal = "TERM is “{name}”, and with that no screen can be drawn. Set TERM (xterm-256color, tmux, vt100), or use the subcommands: mirrorctl --help lists them."
    system = "{operation} failed: {reason}"
    noMirrors = "{path} holds no registryMirrors to render."
    unchanged = "{path} says this already: nothing to change."
    askWrite = "Write this to {path}? [y/N] "
    notWritten = "nothing was written."
    needsYes = "standard input is no terminal, so nobody can be asked: give --yes to write."
    answersNotRead = "{path} does not hold answers: {reason}"
    fileExists = "{path} exists already and is not overwritten."

    [file]
    notFound = "{path} does not exist."
    permissionDenied = "{path}: no permission."
    changedOnDisk = "{path} has changed since it was read, so it is not overwritten. Look at the change anew."
    isDirectory = "{path} is a folder; name a file in it."
    tooLarge = "{path} is larger than {limit} bytes: that is no cluster config file."
    system = "{path}: {operation} failed: {reason}"
    """
