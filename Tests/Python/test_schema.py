"""Holds the JSON Schema that `cairn schema` writes to an independent validator.

Run by `make test-python`. CAIRN names the command.
"""

import json
import os
import pathlib
import re
import subprocess
import unittest

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CAIRN = os.environ.get("CAIRN", str(ROOT / ".build/debug/cairn"))


def loader(true_words, false_words):
    """A loader in the manner of YAML 1.2: dates and times stay texts. Which words are yes and no is the caller's."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {}

    words = "|".join(true_words + false_words)
    Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(f"^(?:{words})$"), list("tfyn"))
    Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?[0-9]+$"), list("-0123456789"))
    Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))
    Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
    return Loader


# Both are in use: editors read `yes` as a word (YAML 1.2), many scripts as true (YAML 1.1).
LOADERS = {
    "yes is true": loader(["true", "yes"], ["false", "no"]),
    "yes is a word": loader(["true"], ["false"]),
}


def schema(rulebook, folder=ROOT):
    run = subprocess.run([CAIRN, "schema", rulebook], cwd=folder, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def errors(validator, text, kind):
    # PyYAML takes a question mark before a bracket for the sign of a key. No verdict depends on one.
    text = re.sub(r"\?(?=[,}\]])", "", text)
    found = jsonschema.exceptions.best_match(validator.iter_errors(yaml.load(text, Loader=LOADERS[kind])))
    return found and f"{list(found.absolute_path)}: {found.message[:300]}"


# What is accepted, and what differs from it in one thing and is refused.
PAIRS = [
    ("a section", "derived: {}", "derivd: {}"),
    ("rules by id", "rules: {}", "rules: []"),
    ("an id", "concepts: {a-thing: {title: A thing}}", "concepts: {A thing: {title: A thing}}"),
    ("a title", "concepts: {thing: {title: A thing}}", "concepts: {thing: {snomed: 44054006}}"),
    ("limits", "rulebook: {id: a, title: A, limits: {in-all: 8}}", "rulebook: {id: a, title: A, limits: {in-all: 0}}"),
    ("a key of limits", "rulebook: {id: a, title: A, limits: {in-all: 8}}", "rulebook: {id: a, title: A, limits: {in-al: 8}}"),
    ("a language", "rulebook: {id: a, title: A, language: en-GB}", "rulebook: {id: a, title: A, language: english_}"),
    ("a length of time", "rulebook: {id: a, title: A, cool-down: 6 months}", "rulebook: {id: a, title: A, cool-down: 6 month}"),
    ("a date", "rulebook: {id: a, title: A, defaults: {review-by: 2027-06}}", "rulebook: {id: a, title: A, defaults: {review-by: 01/02/2027}}"),
    ("texts by language", "concepts: {a: {title: {en: Thing, es: Cosa}}}", "concepts: {a: {title: {english_: Thing}}}"),
    ("a type", "facts: {a: {title: A, type: boolean}}", "facts: {a: {title: A, type: bool}}"),
    ("a choice", "facts: {a: {title: A, type: choice, values: [x, y]}}", "facts: {a: {title: A, type: choice}}"),
    ("several values", "facts: {a: {title: A, type: choice, values: [x, y]}}", "facts: {a: {title: A, type: choice, values: [x]}}"),
    ("bounds", "facts: {a: {title: A, type: number, min: 3}}", "facts: {a: {title: A, type: boolean, min: 3}}"),
    ("sensitive", "facts: {a: {title: A, type: boolean, sensitive: yes}}", "facts: {a: {title: A, type: boolean, sensitive: maybe}}"),
    ("a value set", "value-sets: {a: [copd, stroke]}", "value-sets: {a: [copd, strok]}"),
    ("areas", "value-sets: {a: {areas: [E05000001]}}", "value-sets: {a: {areas: []}}"),
    ("a step", "pathways: {a: {title: A, steps: {b: {title: B, kind: waiting}}}}", "pathways: {a: {title: A, steps: {b: {title: B, kind: wait}}}}"),
    ("steps", "pathways: {a: {title: A, steps: {b: {title: B, kind: waiting}}}}", "pathways: {a: {title: A, steps: {}}}"),
    ("a safeguard", "safeguards: {a: {when: {immediate-danger: yes}, stop: everything}}", "safeguards: {a: {when: {immediate-danger: yes}}}"),
    ("a stop", "safeguards: {a: {when: {immediate-danger: yes}, stop: everything}}", "safeguards: {a: {when: {immediate-danger: yes}, stop: all}}"),
    ("an exception", "safeguards: {a: {when: {age: 1}, stop: {except: serves-crisis}}}", "safeguards: {a: {when: {age: 1}, stop: {except: crisis}}}"),
    ("an offer", "offers: {a: {support: peer-group}}", "offers: {a: {title: A}}"),
    ("a service", "offers: {a: {support: peer-group, service: 'hsds:1'}}", "offers: {a: {support: peer-group, service: '1'}}"),
    ("a place of a service", "offers: {a: {support: peer-group, service: 'hsds:1', location: 'hsds:2'}}", "offers: {a: {support: peer-group, location: 'hsds:2'}}"),
    ("a place on the map", "offers: {a: {support: peer-group, site: {lat: 51, lon: 0}}}", "offers: {a: {support: peer-group, site: {lat: 51}}}"),
    ("costs", "offers: {a: {support: peer-group, costs: {room-hire: 12.50}}}", "offers: {a: {support: peer-group, costs: {room-hire: -1}}}"),
    ("how an offer stands", "offers: {a: {support: peer-group, state: {roles: {facilitator: filled}}}}", "offers: {a: {support: peer-group, state: {caseload: {long: 3}}}}"),
    ("what an offer is for", "offers: {a: {support: peer-group, with: {focus: [condition]}}}", "offers: {a: {support: peer-group, with: {focuss: condition}}}"),
    ("a person", "profiles: {a: {facts: {lives-alone: yes}}}", "profiles: {a: {facts: {lives-alon: yes}}}"),
    ("a value", "profiles: {a: {facts: {loneliness: 7}}}", "profiles: {a: {facts: {loneliness: 17}}}"),
    ("a dated value", "profiles: {a: {facts: {loneliness: {value: declined, date: 2026-10-01}}}}", "profiles: {a: {facts: {loneliness: {value: 7, dat: 2026-10-01}}}}"),
    ("codes", "profiles: {a: {facts: {conditions: [{is: copd, since: 2026}]}}}", "profiles: {a: {facts: {conditions: [{is: cold}]}}}"),
    ("a place", "profiles: {a: {at: {pathway: copd, step: diagnosis}}}", "profiles: {a: {at: {pathway: copd, step: diagnosys}}}"),
    ("a consent", "profiles: {a: {consent: {share: [link-worker], by: self}}}", "profiles: {a: {consent: {share: [link-worker], by: cousin}}}"),
    ("an event", "profiles: {a: {history: [{support: peer-group, outcome: not-yet}]}}", "profiles: {a: {history: [{support: peer-group}]}}"),
    ("a home", "profiles: {a: {home: no-fixed-abode}}", "profiles: {a: {home: nowhere}}"),
    ("likeness", "profiles: {a: {like: amina}}", "profiles: {a: {like: nobody-at-all}}"),
    ("a routing policy", "routing: {a: {title: A, when: {area: X1}, through: link-worker}}", "routing: {a: {title: A, when: {area: X1}}}"),
    ("a test", "tests: [{test: so, as-of: 2026-11-22, expect: {nothing: yes}}]", "tests: [{test: so, as-of: 2026-11, expect: {nothing: yes}}]"),
    ("an expectation", "tests: [{test: so, as-of: 2026-11-22, expect: {asks: [age]}}]", "tests: [{test: so, as-of: 2026-11-22, expect: {only: yes}}]"),
    ("a reason", "tests: [{test: so, profile: amina, as-of: 2026-11-22, expect: {not-suggested: [{reason: stopped}]}}]",
     "tests: [{test: so, profile: amina, as-of: 2026-11-22, expect: {not-suggested: [{reason: late}]}}]"),
    ("what differs", "tests: [{test: so, profile: {like: amina, but: {facts: {age: 30}}}, as-of: 2026-11-22, expect: {nothing: yes}}]",
     "tests: [{test: so, profile: {like: amina, but: {fact: {age: 30}}}, as-of: 2026-11-22, expect: {nothing: yes}}]"),
]

# What stands in a rule beside its title and its reason.
RULES = [
    ("something to do", "flag: Look", "priority: high"),
    ("one thing to do", "flag: Look", "flag: Look, suggest: {support: peer-group, verb: inform}"),
    ("a support type", "suggest: {support: peer-group, verb: inform}", "suggest: {support: pear-group, verb: inform}"),
    ("a verb", "suggest: {support: peer-group, verb: inform}", "suggest: {support: peer-group, verb: infrom}"),
    ("a verb that the type has", "suggest: {support: peer-group, verb: self-refer}", "suggest: {support: peer-group, verb: train}"),
    ("a parameter", "suggest: {support: peer-group, verb: inform, with: {focus: condition}}", "suggest: {support: peer-group, verb: inform, with: {focus: football}}"),
    ("a place", "flag: Look, at: {kind: waiting, after: 12 weeks}", "flag: Look, at: {}"),
    ("a kind of step", "flag: Look, at: {kind: [waiting, diagnosis]}", "flag: Look, at: {kind: [waiting, diagnoses]}"),
    ("a pathway", "flag: Look, at: {pathway: copd}", "flag: Look, at: {pathway: cold}"),
    ("a fact", "flag: Look, when: {lives-alone: yes}", "flag: Look, when: {lives-aloof: yes}"),
    ("yes and no", "flag: Look, when: {lives-alone: no}", "flag: Look, when: {lives-alone: 1}"),
    ("a comparison", "flag: Look, when: {age: {at-least: 18}}", "flag: Look, when: {age: {atleast: 18}}"),
    ("a number in bounds", "flag: Look, when: {loneliness: {at-least: 6}}", "flag: Look, when: {loneliness: {at-least: 60}}"),
    ("between", "flag: Look, when: {age: {between: [18, 65]}}", "flag: Look, when: {age: {between: [18]}}"),
    ("a word of a choice", "flag: Look, when: {housing: {any-of: [homeless]}}", "flag: Look, when: {housing: {any-of: [roofless]}}"),
    ("a concept", "flag: Look, when: {conditions: {any-of: [copd], since: {within: 1 year}}}", "flag: Look, when: {conditions: {any-of: [cold]}}"),
    ("a window", "flag: Look, when: {conditions: {any-of: copd, since: {within: 1 year}}}", "flag: Look, when: {conditions: {any-of: copd, since: {in: 1 year}}}"),
    ("a date", "flag: Look, when: {discharged: {within-last: 30 days}}", "flag: Look, when: {discharged: 2026-11-22}"),
    ("known", "flag: Look, when: {discharged: {known: no}}", "flag: Look, when: {discharged: {known: perhaps}}"),
    ("a derived fact", "flag: Look, when: {isolated: yes}", "flag: Look, when: {isolated: {known: yes}}"),
    ("branches", "flag: Look, when: {any: [{isolated: yes}, {age: 4}]}", "flag: Look, when: {any: [{isolated: yes, age: 4}]}"),
    ("some", "flag: Look, when: {some: {at-least: 1, of: [{isolated: yes}, {age: 4}]}}", "flag: Look, when: {some: {of: [{isolated: yes}, {age: 4}]}}"),
    ("unless", "flag: Look, unless: [{isolated: yes}, {age: 4}]", "flag: Look, unless: {isolated: yes, age: 4}"),
    ("evidence", "flag: Look, evidence: [{grade: low, source: Here}]", "flag: Look, evidence: [{grade: weak, source: Here}]"),
    ("what is said", "flag: Look, say: {person: Hello}", "flag: Look, say: {patient: Hello}"),
]


class SchemaTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = schema("rules")
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def test_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_accepts_every_file_that_ships(self):
        files = sorted((ROOT / "rules").rglob("*.yaml"))
        self.assertGreater(len(files), 40)
        for file in files:
            for kind in LOADERS:
                with self.subTest(file=str(file.relative_to(ROOT)), kind=kind):
                    self.assertIsNone(errors(self.validator, file.read_text(), kind))

    def test_accepts_and_refuses(self):
        rules = [(name, self.rule(good), self.rule(bad)) for name, good, bad in RULES]
        for name, good, bad in PAIRS + rules:
            for kind in LOADERS:
                with self.subTest(name=name, kind=kind):
                    self.assertIsNone(errors(self.validator, good, kind))
                    self.assertIsNotNone(errors(self.validator, bad, kind))

    def rule(self, keys):
        return f"rules: {{a: {{title: A, because: So, {keys}}}}}"

    def test_tells_editors_what_a_name_means(self):
        age = self.schema["$defs"]["condition"]["properties"]["age"]
        self.assertEqual(age["title"], "Age")
        self.assertIn("number from 0 to 120", age["description"])
        names = self.schema["$defs"]["concept-name"]
        self.assertEqual(len(names["enum"]), len(names["enumDescriptions"]))

    def test_accepts_what_the_other_rulebooks_of_the_tests_hold(self):
        for folder in ["tested", "warned"]:
            home = ROOT / "Tests/CairnCommandTests/Golden" / folder
            validator = jsonschema.Draft202012Validator(schema("rules", home))
            for file in sorted((home / "rules").rglob("*.yaml")):
                for kind in LOADERS:
                    with self.subTest(file=str(file.relative_to(ROOT)), kind=kind):
                        self.assertIsNone(errors(validator, file.read_text(), kind))


if __name__ == "__main__":
    unittest.main()
