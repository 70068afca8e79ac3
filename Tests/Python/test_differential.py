"""Holds the schema that `cairn schema` writes and the reader behind `cairn check` to one another.

Every entry of the rulebook that ships is changed in one place, at random from a fixed seed. Each changed entry becomes a file of its own in
one copy of the rulebook, so that one run of `cairn check` judges thousands. What one side refuses and the other accepts must be of a kind
that is named below.

Run by `make test-python`. CAIRN names the command.
"""

import collections
import copy
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import unittest

import jsonschema
import yaml

from test_schema import CAIRN, LOADERS, ROOT, schema

SEED = 20261122
COUNT = 2000
SECTIONS = ["facts", "concepts", "value-sets", "derived", "pathways", "rules", "safeguards", "offers", "routing", "profiles", "tests"]


# What a JSON Schema cannot say: for each kind why, and what the reader says that the schema does not.
LOOSER = {
    "a schema sees no quotes, and one reader of YAML hands over `yes` as a word": r"takes `yes` or `no`(, or .*)?, without quotes \[wrong-type\]$",
    "a day must be in the calendar": r"\[invalid-date\]$",
    "two keys must agree with one another": r"\[(given-twice|out-of-range|missing-key)\]$",
    "a text is looked at for what it promises and names": r"\[(unknown-placeholder|unguarded-placeholder)\]$",
}


class Quoted(str):
    """A text in quotes."""


class Dumper(yaml.CSafeDumper):
    """Writes plain what was plain: the words of a rulebook mean more than their text."""


def plain_or_quoted(dumper, text):
    style = '"' if isinstance(text, Quoted) or not can_be_plain(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


def can_be_plain(text):
    try:
        return yaml.load(f"a: {text}", Loader=yaml.CBaseLoader) == {"a": text} and "\n" not in text and "#" not in text
    except yaml.YAMLError:
        return False


Dumper.add_representer(str, plain_or_quoted)
Dumper.add_representer(Quoted, plain_or_quoted)
Dumper.yaml_implicit_resolvers = {}


def entries():
    """Every entry of the rulebook that ships, all of it as text."""
    found = []
    for file in sorted((ROOT / "rules").rglob("*.yaml")):
        document = yaml.load(file.read_text(), Loader=yaml.CBaseLoader)
        for section, content in document.items():
            if section in SECTIONS:
                items = content.items() if isinstance(content, dict) else enumerate(content)
                found += [(section, entry) for _, entry in items]
    return found


def places(node, path=()):
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else []
    for key, child in items:
        yield from places(child, path + (key,))


def at(node, path):
    for key in path:
        node = node[key]
    return node


VALUES = ["", None, "x", "3", "0", "-1", "1.5", "1951", "2026-02-30", "2026-11", "yes", "no", "true", "null", "~", "unknown", "declined", "none",
          "6 months", "1 months", "en", "xx", "English", Quoted("3"), Quoted("yes"), Quoted("2026-11-01"), Quoted("unknown"), Quoted("null"),
          [], {}, ["x"], ["x", "x"], {"x": "y"}, {"known": "yes"}, [[]], [None]]


def mutated(entry, chance):
    """The entry changed in one place, and where and how."""
    entry = copy.deepcopy(entry)
    path = chance.choice(list(places(entry))[1:] or [()])
    if not path:
        return chance.choice(VALUES), "all of it"
    parent, key = at(entry, path[:-1]), path[-1]
    value = parent[key]
    kind = chance.choice(["replaced", "dropped", "renamed", "twice", "wrapped", "quoted", "unwrapped", "empty"])
    if kind == "replaced":
        parent[key] = chance.choice(VALUES)
    elif kind == "dropped":
        del parent[key]
    elif kind == "renamed" and isinstance(parent, dict):
        parent[key + "x"] = parent.pop(key)
    elif kind == "twice" and isinstance(parent, list):
        parent.append(copy.deepcopy(value))
    elif kind == "wrapped":
        parent[key] = [value]
    elif kind == "quoted" and isinstance(value, str):
        parent[key] = Quoted(value)
    elif kind == "unwrapped" and isinstance(value, list) and value:
        parent[key] = value[0]
    elif kind == "empty":
        parent[key] = type(value)()
    else:
        parent[key] = chance.choice(VALUES)
    return entry, f"{'/'.join(map(str, path))} {kind}"


def cases():
    chance = random.Random(SEED)
    every = entries()
    for number in range(COUNT):
        # Each section as often as any other, however many entries it has.
        section = chance.choice(SECTIONS)
        entry, how = mutated(chance.choice([entry for name, entry in every if name == section]), chance)
        content = [entry] if section == "tests" else {f"zz-{number}": entry}
        text = yaml.dump({section: content}, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000)
        yield section, how, text


def checked(texts):
    """For each text the errors that `cairn check` finds in it."""
    with tempfile.TemporaryDirectory() as home:
        folder = pathlib.Path(home) / "rules"
        shutil.copytree(ROOT / "rules", folder)
        os.symlink(ROOT / "Plugins", pathlib.Path(home) / "Plugins")
        for number, text in enumerate(texts):
            (folder / f"zz-{number}.yaml").write_text(text)
        run = subprocess.run([CAIRN, "check", "rules", "--format", "json"], cwd=home, capture_output=True, text=True)
        report = json.loads(run.stdout)
    errors = collections.defaultdict(list)
    for finding in report["diagnostics"]:
        if finding["severity"] == "error":
            errors[pathlib.Path(finding["path"]).stem].append(f"{finding['message']} [{finding['code']}]")
    return [errors[f"zz-{number}"] for number in range(len(texts))]


class DifferentialTests(unittest.TestCase):
    def test_schema_and_reader_refuse_the_same(self):
        validator = jsonschema.Draft202012Validator(schema("rules"))
        every = list(cases())
        agreed = collections.Counter()
        for (section, how, text), errors in zip(every, checked([text for _, _, text in every])):
            for kind, loader in LOADERS.items():
                found = jsonschema.exceptions.best_match(validator.iter_errors(yaml.load(text, Loader=loader)))
                if bool(found) == bool(errors):
                    agreed[bool(found)] += 1
                elif found:
                    self.fail(f"the schema alone refuses this, with {kind}: {how}\n{list(found.absolute_path)}: {found.message}\n{text}")
                elif not all(any(re.search(pattern, error) for pattern in LOOSER.values()) for error in errors):
                    self.fail(f"the reader alone refuses this, with {kind}: {how}\n{errors}\n{text}")
        # Both of what is refused and of what is accepted there is much.
        self.assertGreater(min(agreed.values()), COUNT / 4)


if __name__ == "__main__":
    unittest.main()


