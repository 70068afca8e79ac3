import Cairn

extension RulebookDiff {
  /// The same with what names something sensitive withheld: conditions as they are written, and what people who are listed are told.
  package var withoutSensitive: RulebookDiff {
    let names = SensitiveNames([old.ruleSet, new.ruleSet], showsSensitive: false)
    var diff = self
    for index in diff.rules.indices {
      diff.rules[index].differences = diff.rules[index].differences.map(names.shown)
      diff.rules[index].causes = diff.rules[index].causes.map(names.shown)
    }
    diff.safeguards = safeguards.map(names.shown)
    diff.texts = texts.map(names.shown)
    diff.others = others.map(names.shown)
    diff.population?.persons = (population?.persons ?? []).map { person in
      PopulationDiff.Person(
        id: person.id, gains: person.gains.map(names.shown), loses: person.loses.map(names.shown), otherVerbs: person.otherVerbs,
        otherWords: person.otherWords.map(names.shown))
    }
    return diff
  }
}

extension SensitiveNames {
  fileprivate func shown(_ difference: Difference) -> Difference {
    Difference(difference.label, difference.before.map(shown), difference.after.map(shown))
  }

  fileprivate func shown(_ entry: EntryChange) -> EntryChange {
    var entry = entry
    let isTold = areTold(by: entry.id)
    entry.differences = entry.differences.map { difference in
      guard isTold else { return shown(difference) }
      return Difference(
        difference.label, difference.before.map { _ in Disclosure.withheld }, difference.after.map { _ in Disclosure.withheld })
    }
    if isTold { (entry.id, entry.title) = (Disclosure.name, Disclosure.name) }
    return entry
  }
}
