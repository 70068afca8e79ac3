import Cairn

/// Sample people and tests.
extension RulebookSchema {
  var profile: Schema { person([]) }

  /// As a test writes one: it may say in what it differs from another.
  var inlineProfile: Schema { person([("but", .ref("profile")), ("id", .ref("scalar"))]) }

  private func person(_ more: [(String, Schema)]) -> Schema {
    let own: [(String, Schema)] = [
      ("like", .ref("profile-name")), ("about", .ref("scalar")), ("born", .any([.ref("date"), .ref("state")])), ("facts", facts),
      ("at", .any([.oneOrMore(position), ["const": "unknown"]])), ("home", home), ("consent", consent),
      ("history", .items(event)), ("preferences", preferences), ("access", texts), ("goals", texts),
      ("strengths", codes(.ref("concept-name"))), ("carer-of", .ref("profile-name")), ("household", .ref("scalar")),
    ]
    return ["type": "object", "properties": .object(own + more), "additionalProperties": false]
  }

  private var texts: Schema { .oneOrNames(.ref("scalar")) }

  // MARK: - Facts

  private var facts: Schema {
    let asked: Set<String> = ["consent-to-suggest", "consent-to-share"]
    let entries = vocabulary.facts.filter { !asked.contains($0.id) }.map { fact in
      (fact.id, value(of: fact).with(["title": .text(title(fact.title)), "description": .text(help(fact))]))
    }
    return ["type": "object", "properties": .object(entries), "additionalProperties": false]
  }

  private func value(of fact: Vocabulary.Fact) -> Schema {
    switch fact.type {
    case .boolean: dated(.ref("truth"))
    case .choice(let values): dated(.words(values))
    case .number: dated(Self.number(fact.type))
    case .date: dated(.any([.ref("date"), ["const": "none"]]))
    case .codes(.concepts): codes(.ref("concept-name"))
    case .codes(.supports): codes(.ref("support-name"))
    case .codes(.areas): codes(.ref("scalar"))
    }
  }

  /// A value, or one with the day from which it is.
  private func dated(_ value: Schema) -> Schema {
    let stated = Schema.any([value, .ref("state")])
    return .any([value, .ref("state"), .mapping(required: ["value"], ["value": stated, "date": .ref("date")])])
  }

  private func codes(_ name: Schema) -> Schema {
    let code = Schema.any([name, .mapping(required: ["is"], ["is": name, "since": .any([.ref("date"), .ref("state")])])])
    let list = Schema.any([code, .names(code), .ref("state")])
    let open: Schema = .mapping(atLeastOne: true, ["codes": list, "value": list, "partial": .ref("truth"), "date": .ref("date")])
    return .any([list, open])
  }

  // MARK: - Where, and what was agreed

  private var position: Schema {
    let date = Schema.any([.ref("date"), .ref("state")])
    let reached: Schema = ["type": "object", "propertyNames": .ref("step-name"), "additionalProperties": date]
    return .mapping(
      required: ["pathway"],
      ["pathway": .ref("pathway-name"), "step": .any([.ref("step-name"), .ref("state")]), "since": date, "reached": reached])
  }

  private var home: Schema {
    let place: Schema = .mapping(["lat": .degrees(90), "lon": .degrees(180), "area": .ref("scalar")])
    return .any([["enum": ["no-fixed-abode", "unknown"]], place.with(["dependentRequired": ["lat": ["lon"], "lon": ["lat"]]])])
  }

  private var consent: Schema {
    let answer = Schema.any([.ref("truth"), .ref("state")])
    return .any([
      ["const": "unknown"],
      .mapping([
        "suggest": answer, "share": .any([answer, .names(.ref("support-name"))]), "message-back": answer,
        "by": .words(["self", "parent", "attorney", "best-interests"]),
      ]),
    ])
  }

  private var event: Schema {
    .mapping(
      required: ["support", "outcome"],
      [
        "support": .ref("support-name"), "outcome": .words(Profile.Event.Outcome.allCases.map(\.rawValue)),
        "date": .any([.ref("date"), .ref("state")]), "step": .ref("step-name"),
      ])
  }

  private var preferences: Schema {
    .mapping([
      "mode": texts, "language": .oneOrMore(.any([.ref("language"), .ref("state")])), "group": texts, "peer-sex": texts, "formality": texts,
      "led-by": texts, "times": texts,
    ])
  }

  // MARK: - Tests

  var test: Schema {
    .mapping(
      required: ["test", "as-of", "expect"],
      [
        "test": Schema.ref("scalar").described("What must be so, as a sentence."),
        "profile": Schema.any([.ref("profile-name"), .ref("inline-profile")]).described("Without one, what stands for the team."),
        "as-of": .ref("day"), "expect": .ref("expect"),
      ])
  }

  var expect: Schema {
    Schema.mapping(
      "Each list is a part of what comes out; with only: yes it is all of it.",
      [
        "suggests": .items(.ref("suggested")), "not-suggested": .items(.ref("refused")), "undecided": .items(.ref("suggested")),
        "asks": .names(.ref("scalar")), "escalates": .names(.ref("safeguard-name")), "never": .ref("never"), "only": .ref("truth"),
        "nothing": .ref("truth"),
      ]
    ).with([
      "anyOf": .list(
        ["suggests", "not-suggested", "undecided", "asks", "escalates", "never", "nothing"].map { ["required": .strings([$0])] })
    ])
  }

  var never: Schema {
    .mapping([
      "suggests": .items(.ref("suggested")), "not-suggested": .items(.ref("refused")), "undecided": .items(.ref("suggested")),
      "asks": .names(.ref("scalar")), "escalates": .names(.ref("safeguard-name")),
    ])
  }

  var suggested: Schema {
    .mapping(
      atLeastOne: true,
      [
        "support": .ref("support-name"), "verb": .ref("verb"), "pathway": .ref("pathway-name"), "step": .ref("step-name"),
        "rule": .ref("rule-name"), "timing": .words(["now", "ahead", "anywhere"]), "offer": .ref("offer-name"),
      ])
  }

  var refused: Schema {
    .mapping(
      atLeastOne: true,
      [
        "support": .ref("support-name"), "verb": .ref("verb"), "pathway": .ref("pathway-name"), "step": .ref("step-name"),
        "rule": .ref("rule-name"), "reason": .words(Advice.Reason.allCases.map(\.rawValue)),
      ])
  }
}
