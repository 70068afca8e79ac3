import Cairn

/// A comparison for programs, whole. Keys are always there, null or [] where empty.
package struct DiffJSON {
  private let diff: RulebookDiff
  private let showsSensitive: Bool

  package init(_ diff: RulebookDiff, showsSensitive: Bool) {
    self.diff = diff
    self.showsSensitive = showsSensitive
  }

  package func draw() -> String {
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("cairn", 1)
      write("old", diff.old, to: &json)
      write("new", diff.new, to: &json)
      json.field("asOf", diff.asOf.description)
      json.field("different", diff.isDifferent)
      json.object("counts") { json in
        json.field("safeguards", diff.counts.safeguards)
        json.field("rules", diff.counts.rules)
        json.field("alike", diff.counts.alike)
      }
      json.array("safeguards", of: diff.safeguards, write)
      json.array("rules", of: diff.rules, write)
      json.field("rewritten", diff.rewritten)
      json.array("texts", of: diff.texts, write)
      json.array("others", of: diff.others, write)
      json.key("population")
      if let population = diff.population { write(population, to: &json) } else { json.literal("null") }
    }
    return json.text + "\n"
  }

  private func write(_ key: String, _ side: DiffSide, to json: inout JSONWriter) {
    json.object(key) { json in
      json.field("path", side.name)
      json.field("id", side.ruleSet.id)
      json.field("version", side.ruleSet.version)
      json.field("hash", side.ruleSet.hash.text)
    }
  }

  private func write(_ json: inout JSONWriter, _ rule: RuleChange) {
    json.object { json in
      json.field("id", rule.id)
      json.field("formerID", rule.formerID)
      json.field("title", rule.title)
      json.field("change", rule.kind.rawValue)
      json.array("differences", of: rule.differences, write)
      json.field("causes", rule.causes)
      write(rule.finding, to: &json)
    }
  }

  private func write(_ json: inout JSONWriter, _ entry: EntryChange) {
    json.object { json in
      json.field("section", entry.section)
      json.field("id", entry.id)
      json.field("title", entry.title)
      json.field("change", entry.kind.rawValue)
      json.array("differences", of: entry.differences, write)
      json.field("readBy", entry.readBy)
      write(entry.finding, to: &json)
    }
  }

  private func write(_ json: inout JSONWriter, _ difference: Difference) {
    json.object { json in
      json.field("what", difference.label)
      json.field("before", difference.before)
      json.field("after", difference.after)
    }
  }

  // MARK: - Findings

  private func write(_ finding: ConditionFinding?, to json: inout JSONWriter) {
    json.key("people")
    guard let finding else { return json.literal("null") }
    json.object { json in
      let (verdict, reason) = Self.words(finding.verdict)
      json.field("verdict", verdict)
      json.field("reason", reason)
      json.field("limit", finding.limit)
      json.array("transitions", of: finding.outcomes) { json, found in
        json.object { json in
          json.field("effect", found.transition.effect.rawValue)
          json.field("before", DiffWords.truth(found.transition.before))
          json.field("after", DiffWords.truth(found.transition.after))
          write(found.outcome, to: &json)
        }
      }
    }
  }

  private static func words(_ verdict: ConditionFinding.Verdict) -> (String, String?) {
    switch verdict {
    case .alike: ("alike", nil)
    case .equal: ("equal", nil)
    case .different: ("different", nil)
    case .notAnalysed(let why): ("not-analysed", why)
    }
  }

  private func write(_ outcome: ConditionFinding.Outcome, to json: inout JSONWriter) {
    var witness: Witness?
    switch outcome {
    case .person(let found):
      witness = found
      json.field("finding", "somebody")
    case .nobody: json.field("finding", "nobody")
    case .notAnalysed: json.field("finding", "not-analysed")
    }
    json.field("person", witness.map { String($0.words.map { $0 == "\u{A0}" ? " " : $0 }) })
    let isShown = witness.map { !$0.isSensitive || showsSensitive } ?? false
    json.field("profile", isShown ? witness.map { ProfileYAML.flow($0.profile) } : nil)
    json.field("readInPart", witness?.isReadInPart)
    json.field("ofConditionsOnly", witness?.isOfConditionsOnly)
  }

  // MARK: - People

  private func write(_ population: PopulationDiff, to json: inout JSONWriter) {
    json.object { json in
      json.field("fictional", population.isFictional)
      json.field("people", population.shown(population.people).number)
      json.field("readInPart", population.shown(population.readInPart).number)
      json.field("otherWords", population.shown(population.otherWords).number)
      json.field("roundedDownTo", population.isFictional ? 1 : SmallNumbers.smallest)
      write("bySupport", population.bySupport, of: population, to: &json)
      write("byStep", population.byStep, of: population, to: &json)
      json.array("byGroup", of: population.byGroup) { json, group in
        json.object { json in
          json.field("group", group.title.lowercased())
          write("rows", group.rows, of: population, to: &json)
        }
      }
      json.array("persons", of: population.persons) { json, person in
        json.object { json in
          json.field("id", person.id)
          json.field("gains", person.gains)
          json.field("loses", person.loses)
          json.field("otherVerbs", person.otherVerbs)
          json.field("otherWords", person.otherWords)
        }
      }
    }
  }

  /// The numbers of a row that is withheld are null.
  private func write(_ key: String, _ rows: [PopulationDiff.Row], of population: PopulationDiff, to json: inout JSONWriter) {
    let withheld = population.withheld(in: rows)
    json.array(key, of: rows) { json, row in
      func number(_ count: Int) -> Int? { withheld.contains(row.id) ? nil : population.shown(count).number }
      json.object { json in
        json.field("id", row.id)
        json.field("title", row.title)
        json.field("before", number(row.before))
        json.field("after", number(row.after))
        json.field("gain", number(row.gain))
        json.field("lose", number(row.lose))
        json.field("otherVerb", number(row.otherVerb))
      }
    }
  }
}
