/// What surrounds findings: how they are listed, suppressed and documented.
let englishDoctor = """
    [findings]
    heading = "Findings"
    intro = "Generated from the rules; `mirrorctl explain CODE` says the same offline."

    [severity]
    error = "error"
    warning = "warning"
    info = "info"

    [suppress]
    unknownCode = "line {line}: {code} is not a finding's code."
    noReason = "line {line}: the reason is missing. Write MIRnnnn HOST[:PORT] and then why it may stay."
    fail = "{path}, {problem}"
    done = "suppressed: {reason}"

    [chain]
    title = "Certificates"
    given = "from the given CA file"
    sent = "sent"
    unseen = "not sent, not in the CA file"

    [challenge]
    title = "Asked for"
    entry = "Entry used: {key}, user {username}"

    [command]
    "probe.output" = "What standard output holds: text for people, one JSON object, JUnit XML, or SARIF."
    "probe.suppress" = "A file of findings that do not count, one a line: MIRnnnn HOST[:PORT] REASON."
    """
