"""Reads TOML documents with Python's tomllib; prints each in TOMLNotation, null for what it refuses."""
import datetime
import json
import math
import sys
import tomllib

ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def quoted(text):
    return '"' + "".join(
        ESCAPES.get(c) or (f"\\u{ord(c):04X}" if ord(c) < 0x20 or ord(c) == 0x7F else c) for c in text) + '"'


def number(value):
    """A float as Swift prints it."""
    if math.isnan(value):
        return "nan"
    return repr(value)


def notation(value):
    match value:
        case dict():
            return "{" + ",".join(f"{k}={notation(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ",".join(map(notation, value)) + "]"
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float():
            return number(value)
        case str():
            return quoted(value)
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()


def read(document):
    try:
        return notation(tomllib.loads(document))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None


with open(sys.argv[1], encoding="utf-8") as file:
    json.dump([read(document) for document in json.load(file)], sys.stdout)
