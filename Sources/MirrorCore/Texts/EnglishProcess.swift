/// Other programs that are run.
let englishProcess = """
    [process]
    notFound = "{name} was not found, or may not be run. Install it, or put it on PATH."
    cancelled = "Interrupted."
    deadline = "{name} did not end within {seconds} s and was stopped."
    tooMuchOutput = "{name} printed more than {limit} MiB and was stopped."
    system = "{name} could not be run: {reason}."
    """
