/// What a push can come to. ADD A CODE HERE, with its texts in `packages.toml` of each language.
let pushCodes: [FindingCode] = [
    ("MIR0901", .error), ("MIR0902", .error), ("MIR0903", .error), ("MIR0904", .error), ("MIR0905", .error),
    ("MIR0906", .error), ("MIR0907", .error), ("MIR0908", .error), ("MIR0909", .error), ("MIR0910", .error),
    ("MIR0911", .error), ("MIR0912", .error), ("MIR0913", .error), ("MIR0914", .error), ("MIR0915", .error),
    ("MIR0920", .error), ("MIR0921", .error), ("MIR0922", .error), ("MIR0923", .error), ("MIR0924", .error),
    ("MIR0925", .error), ("MIR0926", .error), ("MIR0927", .error), ("MIR0928", .error), ("MIR0929", .warning),
    ("MIR0930", .error), ("MIR0931", .error), ("MIR0932", .error), ("MIR0933", .error), ("MIR0934", .error),
    ("MIR0935", .warning), ("MIR0936", .error), ("MIR0937", .error), ("MIR0938", .error), ("MIR0939", .error),
    ("MIR0940", .error),
].map(FindingCode.init)
