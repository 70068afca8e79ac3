import Cairn

/// Rules and what stands beside them.
extension RulebookSchema {
  var rule: Schema {
    Schema.mapping(
      required: ["title", "because"],
      [
        "title": .ref("text"), "who": .words(Who.allCases.map(\.rawValue)), "at": .ref("at"),
        "when": Schema.ref("condition").described("Who it is for."), "unless": Schema.ref("exception").described("Who it is not for."),
        "suggest": .ref("suggest"), "flag": Schema.ref("text").described("In place of a suggestion: what a practitioner looks at."),
        "priority": .words(["high", "usual", "low"]), "because": Schema.ref("text").described("Why, in words for people."),
        "evidence": .items(.ref("evidence")), "say": .ref("rule-says"),
        "co-produced-with": Schema.ref("scalar").described("Who with lived experience wrote it."),
        "valid": .mapping("While it is in force.", ["from": .ref("date"), "until": .ref("date")]), "owner": .ref("scalar"),
        "review-by": .ref("date"),
      ]
    ).with(["oneOf": [["required": ["suggest"]], ["required": ["flag"]]]])
  }

  var placement: Schema {
    .mapping(
      "Where it speaks; without it, anywhere.", atLeastOne: true,
      [
        "kind": .oneOrNames(.ref("step-kind"), atLeast: 1), "pathway": .oneOrNames(.ref("pathway-name"), atLeast: 1),
        "step": .oneOrNames(.ref("step-name"), atLeast: 1),
        "after": Schema.ref("duration").described("Not before so long after the step was reached."),
        "within": Schema.ref("duration").described("Up to so long after the step was reached."),
      ])
  }

  var suggest: Schema {
    Schema.mapping(
      required: ["support", "verb"],
      ["support": .ref("support-name"), "verb": .ref("verb"), "with": ["type": "object"]]
    ).with(["allOf": .list(ruleSet.supports.map { type(of: $0.manifest, areRequired: true) })])
  }

  /// What goes with one support type: its verbs, and what it may be given.
  func type(of manifest: SupportManifest, areRequired: Bool) -> Schema {
    let parameters = manifest.parameters.map { parameter -> (String, Schema) in
      let one = value(of: parameter.type)
      let several = areRequired || parameter.type.isList ? one : Schema.oneOrMore(one)
      return (parameter.name, several.described(parameter.title.map(title)))
    }
    let required = areRequired ? manifest.parameters.filter(\.isRequired).map(\.name) : []
    let with: Schema = [
      "type": "object", "required": .strings(required), "properties": .object(parameters), "additionalProperties": false,
    ]
    return [
      "if": ["properties": ["support": ["const": .text(manifest.id)]], "required": ["support"]],
      "then": [
        "description": .text(title(manifest.summary)), "required": .strings(required.isEmpty ? [] : ["with"]),
        "properties": .object([("verb", .words(manifest.verbs.map(\.rawValue))), ("with", with)] + state(of: manifest, !areRequired)),
      ],
    ]
  }

  private func state(of manifest: SupportManifest, _ isOffer: Bool) -> [(String, Schema)] {
    isOffer ? [("state", ["propertyNames": ["enum": .strings(manifest.shape.stateKeys)]])] : []
  }

  private func value(of type: SupportManifest.ParameterType) -> Schema {
    switch type {
    case .text: return .ref("scalar")
    case .choice(let values): return .words(values)
    case .boolean: return .ref("truth")
    case .list: return .oneOrMore(.ref("scalar"))
    case .supports: return .oneOrMore(.ref("support-name"))
    case .number(let min, let max):
      var schema: Schema = ["type": "integer"]
      if let min { schema = schema.with(["minimum": .number(String(min))]) }
      if let max { schema = schema.with(["maximum": .number(String(max))]) }
      return schema
    }
  }

  var safeguard: Schema {
    Schema.mapping(
      required: ["when"],
      [
        "when": .ref("condition"),
        "stop": .any([
          ["const": "everything"], .mapping(required: ["except"], ["except": ["const": "serves-crisis"]]),
          .names(.ref("support-name"), atLeast: 1),
        ]), "escalate": .ref("says"),
      ]
    ).with(["anyOf": [["required": ["stop"]], ["required": ["escalate"]]]])
  }

  var routing: Schema {
    .mapping(
      required: ["title", "when", "through"],
      [
        "title": .ref("text"), "when": .ref("condition"), "for": .names(.ref("support-name"), atLeast: 1),
        "verbs": .names(.ref("verb"), atLeast: 1), "through": .ref("support-name"),
      ])
  }
}
