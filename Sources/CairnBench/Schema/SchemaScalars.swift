import Cairn

/// What texts, dates and yes and no look like, whichever reader of YAML hands them over.
extension RulebookSchema {
  static let idPattern: Schema = "^[a-z0-9]+(-[a-z0-9]+)*$"
  static let id: Schema = ["type": "string", "pattern": idPattern, "description": "Lower-case letters, digits and single hyphens."]

  /// A text may look like a number (`version: 2026.11`) or like yes and no.
  static let scalar: Schema = ["type": ["string", "number", "boolean"]]

  static let text: Schema = Schema.any([.ref("scalar"), translations]).described("A text, or a text for each language: {en: …, es: …}.")
  private static let translations: Schema = [
    "type": "object", "minProperties": 1, "propertyNames": ["pattern": languagePattern], "additionalProperties": .ref("scalar"),
  ]

  /// Codes of two letters one by one, whichever case they are written in; there are too many of three.
  private static let languagePattern: Schema = {
    let byFirst = Dictionary(grouping: LanguageCodes.ofTwoLetters) { $0.prefix(1) }.sorted { $0.key < $1.key }
    let short = byFirst.map { first, codes in
      "[\(first.uppercased())\(first)][\(codes.map { "\($0.suffix(1).uppercased())\($0.suffix(1))" }.joined())]"
    }
    return .text("^(\(short.joined(separator: "|"))|[A-Za-z]{3})(-[A-Za-z0-9]{1,8})*$")
  }()
  /// Norwegian, `no`, is false to YAML 1.1.
  static let language: Schema = Schema.any([["type": "string", "pattern": languagePattern], ["type": "boolean"]])
    .described("A language tag: en, or en-GB.")

  /// YAML 1.1 reads `yes` as true; YAML 1.2 as a word.
  static let truth: Schema = ["enum": [true, false, "yes", "no"], "description": "yes or no"]

  static let duration: Schema = [
    "type": "string", "pattern": "^(1 (day|week|month|year)|(0|[2-9]|[1-9][0-9]{1,5}) (days|weeks|months|years))$",
    "description": "A number and a unit: 30 days, 12 weeks, 6 months, 1 year.",
  ]

  private static let dayPattern = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
  static let day: Schema = ["type": "string", "pattern": .text("^\(dayPattern)$"), "description": "A day: 2026-11-22."]
  static let date: Schema = Schema.any([
    ["type": "string", "pattern": .text("^(\(dayPattern)|[0-9]{4}-(0[1-9]|1[0-2])|[0-9]{4})$")], .whole(1000...9999),
  ]).described("A day, a month or a year: 2026-11-22, 2026-11, 2026.")

  /// A name of one's own making, which is none of the words that may be said of any fact.
  static let ownName: Schema = ["allOf": [.ref("scalar"), ["not": ["enum": ["unknown", "declined", "none"]]]]]

  /// What may be said of any fact in place of a value.
  static let state: Schema = ["enum": ["unknown", "declined"]]

  static let verb: Schema = .words([
    ("inform", "tell the person that it exists"), ("flag", "ask a practitioner to look"), ("signpost", "point the way; shares no data"),
    ("self-refer", "tell the person how to refer themselves; shares no data"), ("introduce", "bring two people together"),
    ("refer", "a social prescription written to a service"), ("accompany", "go along to an appointment"),
    ("invite", "ask the person to contribute"), ("train", "put information into training"),
  ])

  var says: Schema {
    .mapping(
      "What is said, and to whom.", atLeastOne: true,
      ["person": .ref("text"), "practitioner": .ref("text")])
  }

  var ruleSays: Schema {
    .mapping(
      "What is said, and to whom; under a verb, what is said instead where that verb remains.", atLeastOne: true,
      [
        "person": .ref("text"), "practitioner": .ref("text"), "inform": .ref("says"), "flag": .ref("says"), "signpost": .ref("says"),
        "self-refer": .ref("says"), "introduce": .ref("says"), "refer": .ref("says"), "accompany": .ref("says"), "invite": .ref("says"),
        "train": .ref("says"),
      ])
  }

  var evidence: Schema {
    .mapping(
      "What is known of how well it works.", required: ["grade", "source"],
      ["grade": .words(Evidence.grades), "source": .ref("scalar"), "limits": .ref("scalar"), "review-by": .ref("date")])
  }
}
