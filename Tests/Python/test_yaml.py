"""Holds every YAML that ships to other readers of YAML: they read the same in it as Cairn does.

Run by `make test-python`. CAIRN names the command.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CAIRN = os.environ.get("CAIRN", str(ROOT / ".build/debug/cairn"))
BLOCK = re.compile(r"^( *)```ya?ml[^\n]*\n(.*?)^\1```", re.DOTALL | re.MULTILINE)


def files():
    """The files of the rulebook, of the kinds of support and of the examples."""
    for folder in ["rules", "Plugins", "Examples"]:
        for file in sorted((ROOT / folder).rglob("*.yaml")):
            yield str(file.relative_to(ROOT)), file.read_text()


def documents():
    """The blocks of YAML in the documents."""
    for file in sorted(ROOT.rglob("*.md")):
        if ".build" in str(file.relative_to(ROOT)):
            continue
        for number, block in enumerate(BLOCK.finditer(file.read_text())):
            indent = len(block.group(1))
            lines = [line[indent:] for line in block.group(2).split("\n")]
            yield f"{file.relative_to(ROOT)}, block {number + 1}", "\n".join(lines)


def templates():
    """What `cairn new` writes."""
    with tempfile.TemporaryDirectory() as home:
        for words in ["rulebook rules", "rule LongWait", "pathway LongWay", "plugin WalkingGroup"]:
            subprocess.run([CAIRN, "new", *words.split()], cwd=home, capture_output=True, check=True)
        for file in sorted(pathlib.Path(home).rglob("*.yaml")):
            yield f"cairn new: {file.relative_to(home)}", file.read_text()


def read(texts):
    """What Cairn reads of each text: every value a text, None where it finds an error."""
    with tempfile.TemporaryDirectory() as home:
        for number, text in enumerate(texts):
            (pathlib.Path(home) / f"{number}.yaml").write_text(text)
        run = subprocess.run([CAIRN, "fmt", "--json", home], capture_output=True, text=True, check=True)
        found = {pathlib.Path(path).stem: content for path, content in json.loads(run.stdout).items()}
    return [found[str(number)] for number in range(len(texts))]


def emitted(text):
    """The same as libyaml writes it anew."""
    return yaml.emit(yaml.parse(text, Loader=yaml.CBaseLoader), Dumper=yaml.CSafeDumper)


class OtherReadersTests(unittest.TestCase):
    def check(self, named, least):
        names, texts = zip(*named)
        compared = 0
        for name, text, ours in zip(names, texts, read(texts)):
            if ours is None:
                # An example of a mistake.
                self.assertIn(".md", name)
                continue
            compared += 1
            with self.subTest(name=name):
                self.assertEqual(yaml.load(text, Loader=yaml.BaseLoader), ours)
                self.assertEqual(yaml.load(text, Loader=yaml.CBaseLoader), ours)
                self.assertEqual(yaml.load(emitted(text), Loader=yaml.BaseLoader), ours)
        self.assertGreaterEqual(compared, least)

    def test_read_the_same_in_every_file(self):
        self.check(files(), 90)

    def test_read_the_same_in_every_document(self):
        self.check(documents(), 60)

    def test_read_the_same_in_what_new_writes(self):
        self.check(templates(), 5)

    def test_read_the_same_in_what_fmt_writes(self):
        """Texts with every sign of YAML in them, on lines of their own and in brackets, plain where Cairn reads them so."""
        signs = ["?", ":", "-", "!", "&", "%", "@", "=", "~", "\"", "'", ";", "(", "#", "|", ">", "$", "a", "é", "0", ".", "/", "\\", "<", "*"]
        words = [before + sign + after for sign in signs for before in ["", "a", "a ", "1"] for after in ["", "b", " b", sign]]
        texts = [f"k: {word}\n" for word in words] + [f"k: [{word}, x]\n" for word in words] + [f"k: {{a: {word}}}\n" for word in words]
        with tempfile.TemporaryDirectory() as home:
            for number, (text, ours) in enumerate(zip(texts, read(texts))):
                if ours is not None:
                    (pathlib.Path(home) / f"{number}.yaml").write_text(text)
            # What it cannot lay out it leaves as it is.
            subprocess.run([CAIRN, "fmt", home], capture_output=True)
            written = [file.read_text() for file in sorted(pathlib.Path(home).glob("*.yaml"))]
        self.check([(text, text) for text in written], 500)


if __name__ == "__main__":
    unittest.main()
