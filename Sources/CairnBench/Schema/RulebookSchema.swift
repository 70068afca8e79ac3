package import Cairn

/// The JSON Schema (2020-12) of one rulebook's files, for editors: what keys there are, and every name that may stand where.
///
/// Any file may hold any section, so that one schema serves all of them. It refuses nothing that `cairn check` accepts; what takes two
/// places to see, or the calendar, is left to `check`.
package struct RulebookSchema {
  let rulebook: Rulebook
  var ruleSet: RuleSet { rulebook.ruleSet }
  var vocabulary: Vocabulary { rulebook.ruleSet.vocabulary }

  package init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  package func draw() -> String {
    var json = JSONWriter(.indented)
    root.write(to: &json)
    return json.text + "\n"
  }

  private var root: Schema {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .text(title(ruleSet.title)),
      "description": "A file of a Cairn rulebook. Any file may hold any section.",
      "type": "object",
      "minProperties": 1,
      "properties": sections,
      "additionalProperties": false,
      "$defs": definitions,
    ]
  }

  private var sections: Schema {
    [
      "rulebook": header,
      "facts": .section("What may be known of a person, and how to ask.", of: .ref("fact")),
      "concepts": .section("Conditions and other things that a set of codes may hold.", of: .ref("concept")),
      "value-sets": .section("Names for several concepts, or for several areas.", of: .ref("value-set")),
      "derived": .section("Conditions with a name, usable as yes or no.", of: .ref("derived")),
      "pathways": .section("Care pathways and their steps.", of: .ref("pathway")),
      "rules": .section("What is suggested where, to whom, and why.", of: .ref("rule")),
      "safeguards": .section("What stops suggestions or tells somebody, before anything is suggested.", of: .ref("safeguard")),
      "offers": .section("What there is locally: who runs it, for whom, how to get in.", of: .ref("offer")),
      "routing": .section("Kinds of support that one service passes on in one locality.", of: .ref("routing")),
      "profiles": .section("Sample people.", of: .ref("profile")),
      "tests": Schema.any([.items(.ref("test")), ["type": "null"]]).described("What must come out for whom, on which day."),
    ]
  }

  private var definitions: Schema {
    [
      "id": Self.id, "scalar": Self.scalar, "text": Self.text, "truth": Self.truth, "duration": Self.duration, "date": Self.date,
      "day": Self.day, "language": Self.language, "state": Self.state,
      "concept-name": conceptNames, "code-name": codeNames, "support-name": supportNames, "step-kind": stepKinds, "verb": Self.verb,
      "pathway-name": pathwayNames, "step-name": stepNames, "rule-name": ruleNames, "profile-name": profileNames,
      "offer-name": offerNames, "safeguard-name": safeguardNames,
      "condition": condition, "exception": exception, "says": says, "rule-says": ruleSays, "evidence": evidence,
      "fact": fact, "concept": concept, "value-set": valueSet, "derived": derived, "pathway": pathway, "step": step, "rule": rule,
      "at": placement, "suggest": suggest, "safeguard": safeguard, "routing": routing, "offer": offer, "profile": profile,
      "inline-profile": inlineProfile, "test": test, "expect": expect, "never": never, "suggested": suggested, "refused": refused,
    ]
  }

  func title(_ text: LocalizedText) -> String { text.text(in: ruleSet.language) }

  // MARK: - Names

  private var conceptTitles: [(id: String, title: String)] {
    vocabulary.codes.filter { $0.key.domain == .concepts }.map { ($0.key.id, title($0.title)) }
  }
  private var conceptNames: Schema { .words(conceptTitles) }

  /// Concepts, and value sets of concepts.
  private var codeNames: Schema {
    let sets = vocabulary.valueSets.filter { $0.value.domain == .concepts }.keys.sorted()
    return .words(conceptTitles + sets.map { ($0, "a value set") })
  }
  private var supportNames: Schema { .words(ruleSet.supports.map { ($0.manifest.id, title($0.manifest.title)) }) }
  private var stepKinds: Schema { .words(vocabulary.stepKinds) }
  private var pathwayNames: Schema { .words(ruleSet.pathways.map { ($0.id, title($0.title)) }) }
  private var ruleNames: Schema { .words(ruleSet.rules.map { ($0.id, title($0.title)) }) }
  private var profileNames: Schema { .words(rulebook.profiles.map { ($0.id, $0.about ?? $0.id) }) }
  private var offerNames: Schema { .words(rulebook.declaration.offers.map { ($0.id.value, title($0.title ?? "")) }) }
  private var safeguardNames: Schema { .words(ruleSet.safeguards.map { ($0.id, $0.id) }) }

  /// The steps of all pathways, each once.
  private var stepNames: Schema {
    var seen: Set<String> = []
    return .words(
      ruleSet.pathways.flatMap { pathway in pathway.steps.map { (id: $0.id, title: "\(title(pathway.title)): \(title($0.title))") } }
        .filter { seen.insert($0.id).inserted })
  }
}
