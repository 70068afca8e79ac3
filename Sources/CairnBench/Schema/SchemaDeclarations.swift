import Cairn

/// The rulebook's own words: facts, concepts, pathways.
extension RulebookSchema {
  var header: Schema {
    .mapping(
      "What holds for the whole rulebook.", required: ["id", "title"],
      [
        "id": .ref("id"), "title": .ref("text"), "version": .ref("scalar"), "language": .ref("language"),
        "plugins": Schema.names(.ref("scalar")).described("Folders of kinds of support, as seen from this file."),
        "directory": Schema.ref("scalar").described("A directory of local services, as seen from this file."),
        "stale-after": .ref("duration"),
        "reach": [
          "type": "string", "pattern": "^[0-9]+([.][0-9])? (m|km)$",
          "description": "How far away an offer that people go to may be: 50 km.",
        ],
        "limits": .mapping("How many suggestions there may be.", ["per-step": .whole(1...1000), "in-all": .whole(1...1000)]),
        "cool-down": Schema.ref("duration").described("How long somebody who said no is left in peace."),
        "defaults": .mapping("For every rule that says nothing else.", ["owner": .ref("scalar"), "review-by": .ref("date")]),
        "step-kinds": Schema.names(.ref("id")).described("Kinds of step beside those that the language has."),
      ])
  }

  var fact: Schema {
    Schema.mapping(
      required: ["title", "type"],
      [
        "title": .ref("text"), "type": .words(["boolean", "choice", "number", "date", "codes"]),
        "values": Schema.names(Self.ownName, atLeast: 2), "min": ["type": "number"],
        "max": ["type": "number"], "decimals": .whole(1...6), "ask": .ref("text"), "valid-for": .ref("duration"),
        "burden": Schema.whole(1...100).described("How much it asks of a person to answer."),
        "sensitive": Schema.ref("truth").described("Never printed where others may read it."), "source": .ref("scalar"),
        "fhir": .ref("scalar"), "snomed": .ref("scalar"), "loinc": .ref("scalar"),
      ]
    ).with(["allOf": [Self.only("choice", ["values"], required: ["values"]), Self.only("number", ["min", "max", "decimals"])]])
  }

  /// Keys that go with one type of fact.
  private static func only(_ type: String, _ keys: [String], required: [String] = []) -> Schema {
    let refused: [(String, Schema)] = keys.map { ($0, false) }
    return [
      "if": ["properties": ["type": ["const": .text(type)]], "required": ["type"]], "then": ["required": .strings(required)],
      "else": ["properties": .object(refused)],
    ]
  }

  var concept: Schema {
    .mapping(
      required: ["title"],
      [
        "title": .ref("text"), "fhir": .ref("scalar"), "snomed": .ref("scalar"), "loinc": .ref("scalar"), "sensitive": .ref("truth"),
        "source": .ref("scalar"),
      ])
  }

  var valueSet: Schema {
    .any([
      .names(.ref("concept-name"), atLeast: 1), .mapping(required: ["areas"], ["areas": .names(.ref("scalar"), atLeast: 1)]),
    ])
  }

  var derived: Schema { .mapping(required: ["title", "when"], ["title": .ref("text"), "when": .ref("condition")]) }

  var pathway: Schema {
    .mapping(
      required: ["title", "steps"],
      [
        "title": .ref("text"), "for": Schema.ref("condition").described("Who is on it."), "source": .ref("scalar"),
        "steps": ["type": "object", "minProperties": 1, "propertyNames": .ref("id"), "additionalProperties": .ref("step")],
      ])
  }

  var step: Schema {
    .mapping(
      required: ["title", "kind"],
      [
        "title": .ref("text"), "kind": .ref("step-kind"),
        "then": Schema.oneOrNames(.ref("step-name")).described("What may follow. Without it, the next one listed; [] ends the pathway."),
        "repeats": .ref("duration"), "any-time": Schema.ref("truth").described("It lies on no line and can always be next."),
        "who": .words(Who.allCases.map(\.rawValue)),
      ])
  }
}
