"""What mirrorctl's parser knows of itself, and what the documents say of exit statuses."""

import json
import pathlib
import subprocess

EXITS = pathlib.Path(__file__).resolve().parents[1] / "docs/exit-codes.md"
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}


def ask(binary, *words):
    return subprocess.run([binary, *words], env=ENVIRONMENT, check=True, capture_output=True, text=True).stdout


def commands(binary):
    """(words, command) of each command and group, in the order of --help."""
    def below(words, command):
        yield words, command
        for one in command.get("subcommands", []):
            if one.get("shouldDisplay", True) and one["commandName"] != "help":
                yield from below(words + [one["commandName"]], one)
    yield from below(["mirrorctl"], json.loads(ask(binary, "--experimental-dump-help"))["command"])


def discussion(command):
    """Its words, and its examples as they can be copied."""
    words, _, examples = ("\n\n" + command.get("discussion", "")).partition("\n\nEXAMPLES:\n")
    return words.strip(), [line[2:] for line in examples.split("\n") if line]


def spelled(argument):
    """Names, and the value's name or ''."""
    value = argument.get("valueName", "value").upper()
    if argument["kind"] == "positional":
        return [], value
    names = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument["names"]]
    return names, value if argument["kind"] == "option" else ""


def shown(command):
    return [one for one in command.get("arguments", []) if one.get("shouldDisplay", True)]


def exits():
    """Statuses and their meanings, as the page's first table has them."""
    rows = EXITS.read_text().split("| exit | meaning |\n|---|---|\n")[1].split("\n\n")[0]
    return [[cell.strip().replace("`", "") for cell in row.strip("|").split("|")] for row in rows.strip().split("\n")]
