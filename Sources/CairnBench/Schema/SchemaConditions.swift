import Cairn

/// Conditions: every fact with the comparisons that its type takes.
extension RulebookSchema {
  var condition: Schema {
    let words: [(String, Schema)] = [
      ("all", Schema.items(.ref("condition"), atLeast: 1).described("All of these hold.")),
      ("any", Schema.items(.ref("condition"), atLeast: 2).described("At least one of these holds.")),
      ("none", Schema.items(.ref("condition"), atLeast: 1).described("None of these holds.")),
      ("some", some),
    ]
    let facts = vocabulary.facts.map { ($0.id, comparison(of: $0)) }
    let derived = vocabulary.derived.map { ($0.id, Schema.ref("truth").with(["title": .text(title($0.title))])) }
    return [
      "type": "object", "description": "Facts and what they must be; together an and.", "minProperties": 1,
      "properties": .object(words + facts + derived), "additionalProperties": false,
    ]
  }

  /// What `unless` takes: a mapping of several facts there is an error.
  var exception: Schema {
    .any([Schema.ref("condition").with(["maxProperties": 1]), Schema.items(.ref("condition"), atLeast: 1).described("Any of these.")])
  }

  private var some: Schema {
    .mapping(
      "At least so many of these hold.", required: ["at-least", "of"],
      ["at-least": .whole(1...100_000), "of": .items(.ref("condition"), atLeast: 2)])
  }

  private func comparison(of fact: Vocabulary.Fact) -> Schema {
    let schema: Schema =
      switch fact.type {
      case .boolean: .any([.ref("truth"), Self.tests([])])
      case .choice(let values): choice(.words(values))
      case .number: number(Self.number(fact.type))
      case .date: Self.dates
      case .codes(.concepts): codes(.ref("code-name"))
      case .codes(.supports): codes(.ref("support-name"))
      case .codes(.areas): codes(Self.ownName)
      }
    return schema.with(["title": .text(title(fact.title)), "description": .text(help(fact))])
  }

  /// What an editor shows of a fact.
  func help(_ fact: Vocabulary.Fact) -> String {
    var parts = [fact.type.word + (fact.type.boundsInWords.map { " \($0)" } ?? "")]
    if let ask = fact.ask { parts.append("asked: \(title(ask))") }
    if let length = fact.validFor { parts.append("valid for \(length)") }
    if fact.isSensitive { parts.append("sensitive") }
    return parts.joined(separator: "; ")
  }

  /// A mapping of comparisons; `known` stands among all of them.
  private static func tests(_ tests: [(String, Schema)]) -> Schema {
    [
      "type": "object", "minProperties": 1, "properties": .object(tests + [("known", .ref("truth"))]), "additionalProperties": false,
    ]
  }

  private func choice(_ value: Schema) -> Schema {
    let several = Schema.oneOrNames(value, atLeast: 1)
    return .any([several, Self.tests([("is", value), ("any-of", several), ("none-of", several)])])
  }

  private func number(_ value: Schema) -> Schema {
    let words = ["at-least", "at-most", "more-than", "less-than"].map { ($0, value) }
    let between: Schema = ["type": "array", "items": value, "minItems": 2, "maxItems": 2, "description": "Both included."]
    let several = Schema.oneOrNames(value, atLeast: 1)
    return .any([several, Self.tests([("is", value)] + words + [("between", between)])])
  }

  /// A number within a fact's bounds.
  static func number(_ type: FactType) -> Schema {
    guard case .number(let decimals, let min, let max) = type else { return [:] }
    var schema: Schema = ["type": decimals == 0 ? "integer" : "number"]
    if let min { schema = schema.with(["minimum": .number(ScaledNumber.text(min, decimals: decimals))]) }
    if let max { schema = schema.with(["maximum": .number(ScaledNumber.text(max, decimals: decimals))]) }
    return schema
  }

  private static let dates = tests(
    ["within-last", "longer-ago-than", "within-next"].map { ($0, Schema.ref("duration")) }
      + ["before", "on-or-after"].map { ($0, Schema.ref("day")) })

  private func codes(_ name: Schema) -> Schema {
    let several = Schema.oneOrNames(name, atLeast: 1)
    let since: Schema = [
      "type": "object", "minProperties": 1, "maxProperties": 1,
      "properties": ["within": .ref("duration"), "longer-than": .ref("duration")], "additionalProperties": false,
    ]
    return .any([several, Self.tests([("any-of", several), ("all-of", several), ("none-of", several), ("since", since)])])
  }
}
