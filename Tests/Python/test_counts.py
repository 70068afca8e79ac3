"""Attacks the numbers of real people that `cairn diff --profiles` and `cairn review --profiles` show, by integer programming.

Run by `make test-python`. CAIRN names the command. The true numbers come from the same people as made-up samples, of whom all is shown.
"""

import json
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

from scipy.optimize import Bounds, LinearConstraint, milp

ROOT = pathlib.Path(__file__).resolve().parents[2]
CAIRN = os.environ.get("CAIRN", str(ROOT / ".build/debug/cairn"))
COLUMNS = ["before", "after", "gain", "lose", "otherVerb"]

FACTS = """
rulebook: {id: counted, title: Counted, version: "1", language: en}
facts:
  age: {title: Age, type: number, min: 0, max: 120}
  conditions: {title: Conditions, type: codes}
  sex: {title: Sex, type: choice, values: [female, male]}
  n: {title: Number, type: number, min: 0, max: 9}
concepts:
  pain: {title: Pain}
pathways:
  pain: {title: Pain, for: {conditions: pain}, steps: {first: {title: First, kind: diagnosis}, review: {title: Review, kind: annual-review}}}
"""

SUPPORTS = ["peer-group", "link-worker", "involvement"]


def rules(bounds):
    """One rule for each kind of support: whoever has at least so much."""
    lines = ["rules:"]
    for support, bound in zip(SUPPORTS, bounds):
        lines.append(f"  about-{support}: {{title: {support}, because: People say so., at: {{kind: [diagnosis, annual-review]}}, "
                     f"when: {{n: {{at-least: {bound}}}}}, suggest: {{support: {support}, verb: inform}}}}")
    return "\n".join(lines) + "\n"


def person(chance):
    return {
        "facts": {"age": chance.choice([9, 20, 40, 55, 70, 90]), "sex": chance.choice(["female", "male"]),
                  "n": chance.randint(0, 9), "conditions": ["pain"]},
        "at": {"pathway": "pain", "step": chance.choice(["first", "review"])},
    }


def run(folder, *arguments):
    done = subprocess.run([CAIRN, *arguments, "--as-of", "2026-11-22"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def population(chance, folder):
    """Two rulebooks and the same people twice: as samples, of whom all is shown, and in a file, of whom it is not."""
    people = {f"p{index}": person(chance) for index in range(chance.choice([6, 9, 12, 20, 40]))}
    # Nearly nobody and nearly everybody: there a sum tells most.
    before = [chance.choice([1, 2, 5, 8, 9]) for _ in SUPPORTS]
    after = [chance.choice([1, 2, 5, 8, 9]) for _ in SUPPORTS]
    for name, bounds in [("old", before), ("new", after)]:
        (folder / name).mkdir()
        (folder / name / "facts.yaml").write_text(FACTS)
        (folder / name / "rules.yaml").write_text(rules(bounds))
        (folder / name / "people.yaml").write_text("profiles: " + json.dumps(people) + "\n")
    (folder / "people.ndjson").write_text("".join(json.dumps({"id": id, **one}) + "\n" for id, one in people.items()))
    return len(people)


def tables(diff):
    population = diff["population"]
    yield "bySupport", population["bySupport"]
    yield "byStep", population["byStep"]
    for group in population["byGroup"]:
        yield group["group"], group["rows"]


class Attack:
    """What somebody who knows how the numbers are made can tell: a variable for each number, and all that holds between them."""

    def __init__(self, shown, people):
        self.index, self.low, self.high, self.rows = {}, [], [], []
        step = shown["population"]["roundedDownTo"]
        for table, rows in tables(shown):
            for row in rows:
                for column in COLUMNS:
                    number = row[column]
                    if number is None:
                        # Hidden by itself, it is known to be small; of a row that is withheld whole nothing is known.
                        alone = any(row[other] is not None for other in COLUMNS)
                        bounds = (1, min(4, people)) if alone else (0, people)
                    else:
                        bounds = (0, 0) if number == 0 else (number, min(people, number + step - 1))
                    self.variable((table, row["id"], column), *bounds)
                key = lambda column: (table, row["id"], column)
                if table == "bySupport" and row["id"] in SUPPORTS:
                    self.equal({key("after"): 1, key("before"): -1, key("gain"): -1, key("lose"): 1})
                    self.less({key("otherVerb"): 1, key("lose"): 1, key("before"): -1})
                self.less({key("gain"): 1, key("after"): -1})
                self.less({key("lose"): 1, key("before"): -1})
        self.sums(shown, people)

    def sums(self, shown, people):
        """People of all groups of one kind are those who have anything at all; groups that are not listed did not change."""
        for column in ["gain", "lose"]:
            total = ("any", "", column)
            self.variable(total, 0, people)
            supports = [("bySupport", row["id"], column) for row in shown["population"]["bySupport"] if row["id"] in SUPPORTS]
            for support in supports:
                self.less({support: 1, total: -1})
            self.less({total: 1, **{support: -1 for support in supports}})
            for table, rows in tables(shown):
                if table in ("age", "sex", "pathway"):
                    self.equal({total: 1, **{(table, row["id"], column): -1 for row in rows}})

    def variable(self, key, low, high):
        self.index[key] = len(self.low)
        self.low.append(low)
        self.high.append(high)

    def equal(self, terms):
        self.rows.append((terms, 0))

    def less(self, terms):
        self.rows.append((terms, float("-inf")))

    def best(self, key, sign):
        cost = [0] * len(self.low)
        cost[self.index[key]] = sign
        matrix = [[terms.get(name, 0) for name in self.index] for terms, _ in self.rows]
        result = milp(cost, integrality=[1] * len(cost), bounds=Bounds(self.low, self.high),
                      constraints=LinearConstraint(matrix, [low for _, low in self.rows], [0] * len(self.rows)))
        assert result.success, result.message
        return round(sign * result.fun)

    def range(self, key):
        return self.best(key, 1), self.best(key, -1)


class Counts(unittest.TestCase):
    def test_no_small_number_of_a_comparison_can_be_told(self):
        chance = random.Random(int(os.environ.get("CAIRN_SEED", "7")))
        attacked = 0
        for _ in range(int(os.environ.get("CAIRN_POPULATIONS", "12"))):
            with tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                people = population(chance, folder)
                truth = run(folder, "diff", "old", "new", "--format", "json")
                if truth["population"] is None:
                    continue
                shown = run(folder, "diff", "old", "new", "--profiles", "people.ndjson", "--format", "json")
                counted = shown["population"]["people"]
                # Whoever reads what is shown, and whoever also knows from elsewhere how many people there are.
                attacks = [(Attack(shown, 4 if counted is None else counted + 4), 2), (Attack(shown, people), 1)]
                for table, rows in tables(truth):
                    for row in rows:
                        for column in COLUMNS:
                            if not 1 <= row[column] <= 4:
                                continue
                            for attack, least in attacks:
                                low, high = attack.range((table, row["id"], column))
                                self.assertGreaterEqual(high - low, least, f"{table} {row['id']} {column}: {row[column]} of {people}")
                            attacked += 1
        self.assertGreater(attacked, 40)

    def test_no_small_number_of_a_review_is_shown(self):
        chance = random.Random(11)
        for _ in range(10):
            with tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                population(chance, folder)
                shown = run(folder, "review", "new", "--profiles", "people.ndjson", "--format", "json")
                for pathway in shown["pathways"]:
                    counts = pathway["leftOut"]["people"]
                    for key in ("offered", "waiting", "nothing"):
                        self.assertTrue(counts[key] is None or counts[key] % 5 == 0, counts)


if __name__ == "__main__":
    unittest.main()
