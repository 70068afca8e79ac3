import Cairn

/// What there is locally.
extension RulebookSchema {
  var offer: Schema {
    Schema.mapping(required: ["support"], Self.offerKeys)
      .with([
        "dependentRequired": ["location": ["service"]], "allOf": .list(ruleSet.supports.map { type(of: $0.manifest, areRequired: false) }),
      ])
  }

  private static let offerKeys: KeyValuePairs<String, Schema> = [
    "title": .ref("text"), "support": .ref("support-name"), "service": service, "location": service, "site": site,
    "with": ["type": "object"], "verb": .ref("verb"), "accepts": Schema.ref("condition").described("Whom it takes."),
    "serves-crisis": .names(.ref("scalar")), "led-by": .words(["staff", "members"]), "formality": .words(["formal", "informal"]),
    "mode": .oneOrNames(.words(OfferWords.modes)), "languages": .names(.ref("language")), "group": .words(OfferWords.groups),
    "peer-sex": .oneOrNames(.words(OfferWords.sexes)), "access": .oneOrNames(.ref("scalar")), "places": places, "starts": .ref("date"),
    "ends": .ref("date"), "facilitators": .mapping(["trained-in": .names(.ref("scalar")), "checked": .ref("scalar")]),
    "address": Schema.words(["shown", "confidential"]).described("confidential: neither place nor distance is shown."), "costs": costs,
    "state": stateOfOffer,
  ]

  private static let service: Schema = ["type": "string", "pattern": "^hsds:.", "description": "An id of the directory: hsds:ID."]

  private static let site: Schema = Schema.mapping(
    "A place that the directory does not have.",
    [
      "title": .ref("scalar"), "lat": .degrees(90), "lon": .degrees(180), "address": .oneOrMore(.ref("scalar")),
      "times": .oneOrMore(.ref("scalar")),
    ]
  ).with(["dependentRequired": ["lat": ["lon"], "lon": ["lat"]]])

  private static let places: Schema = .mapping([
    "free": .whole(0...1_000_000), "of": .whole(1...1_000_000), "wait": .ref("duration"), "updated": .ref("date"),
  ])

  private static let costs: Schema = [
    "type": "object", "propertyNames": ["enum": .strings(OfferWords.costs)], "additionalProperties": ["type": "number", "minimum": 0],
  ]

  /// How an offer stands; which keys go with which support type is said there.
  private static let stateOfOffer: Schema = .mapping([
    "stage": .words(OfferState.Stage.allCases.map(\.rawValue)),
    "roles": ["type": "object", "additionalProperties": .words(OfferState.Role.allCases.map(\.rawValue))],
    "team-languages": .names(.ref("language")),
    "hand-over": .mapping([
      "attended": .items(["type": "integer", "minimum": 0]), "lead": .ref("truth"), "room": .ref("truth"), "budget": .ref("truth"),
    ]), "caseload": .mapping(["light": .whole(0...1_000_000), "long": .whole(0...1_000_000)]),
  ])
}
