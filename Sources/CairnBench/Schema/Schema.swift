import Cairn

/// A JSON value: a piece of a JSON Schema. Keys stay in the order written.
indirect enum Schema {
  case object([(String, Schema)])
  case list([Schema])
  case text(String)
  case number(String)
  case truth(Bool)

  func write(to json: inout JSONWriter) {
    switch self {
    case .object(let entries):
      json.object { json in
        for (key, value) in entries {
          json.key(key)
          value.write(to: &json)
        }
      }
    case .list(let items): json.array { json in for item in items { item.write(to: &json) } }
    case .text(let text): json.string(text)
    case .number(let number): json.literal(number)
    case .truth(let truth): json.value(truth)
    }
  }

  /// What is true of everything that this and the entries allow.
  func with(_ entries: KeyValuePairs<String, Schema>) -> Schema {
    guard case .object(let own) = self else { return self }
    return .object(own + entries.map { ($0.key, $0.value) })
  }

  func described(_ help: String?) -> Schema { help.map { with(["description": .text($0)]) } ?? self }
}

extension Schema: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral elements: (String, Schema)...) { self = .object(elements) }
  init(arrayLiteral elements: Schema...) { self = .list(elements) }
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(String(value)) }
  init(booleanLiteral value: Bool) { self = .truth(value) }
}

// MARK: - Shapes

extension Schema {
  static func ref(_ name: String) -> Schema { ["$ref": .text("#/$defs/\(name)")] }

  static func any(_ schemas: [Schema]) -> Schema { ["anyOf": .list(schemas)] }

  static func strings(_ texts: [String]) -> Schema { .list(texts.map { .text($0) }) }

  /// A mapping of known keys.
  static func mapping(
    _ help: String? = nil, required: [String] = [], atLeastOne: Bool = false, _ properties: KeyValuePairs<String, Schema>
  ) -> Schema {
    var entries: [(String, Schema)] = [("type", "object")]
    if let help { entries.append(("description", .text(help))) }
    if !required.isEmpty { entries.append(("required", strings(required))) }
    if atLeastOne { entries.append(("minProperties", 1)) }
    entries.append(("properties", .object(properties.map { ($0.key, $0.value) })))
    entries.append(("additionalProperties", false))
    return .object(entries)
  }

  static func mapping(_ properties: KeyValuePairs<String, Schema>) -> Schema { mapping(nil, properties) }

  /// A mapping from ids to entries, which may stand empty.
  static func section(_ help: String, of entry: Schema) -> Schema {
    ["type": ["object", "null"], "description": .text(help), "propertyNames": ref("id"), "additionalProperties": entry]
  }

  static func items(_ item: Schema, atLeast: Int = 0) -> Schema {
    let list: Schema = ["type": "array", "items": item]
    return atLeast > 0 ? list.with(["minItems": .number(String(atLeast))]) : list
  }

  /// One by itself, or a list.
  static func oneOrMore(_ item: Schema, atLeast: Int = 0) -> Schema { any([item, items(item, atLeast: atLeast)]) }

  /// A list with nothing in it twice.
  static func names(_ item: Schema, atLeast: Int = 0) -> Schema { items(item, atLeast: atLeast).with(["uniqueItems": true]) }

  /// One by itself, or a list with nothing in it twice.
  static func oneOrNames(_ item: Schema, atLeast: Int = 0) -> Schema { any([item, names(item, atLeast: atLeast)]) }

  static func whole(_ bounds: ClosedRange<Int>) -> Schema {
    ["type": "integer", "minimum": .number(String(bounds.lowerBound)), "maximum": .number(String(bounds.upperBound))]
  }

  static func degrees(_ limit: Int) -> Schema {
    ["type": "number", "minimum": .number(String(-limit)), "maximum": .number(String(limit))]
  }

  // MARK: - Words

  /// One of a few words, as any reader of YAML may hand them over: `yes` as a word or as true, `2` as a word or as a number.
  static func words(_ words: [String]) -> Schema { ["enum": .list(words.flatMap(spellings))] }

  /// The same with a title for each, which editors show.
  static func words(_ words: [(id: String, title: String)]) -> Schema {
    // An empty list of words would be no schema at all.
    if words.isEmpty { return ["not": [:]] }
    let all = words.flatMap { word in spellings(word.id).map { ($0, word.title) } }
    return ["enum": .list(all.map(\.0)), "enumDescriptions": .list(all.map { .text($0.1) })]
  }

  private static func spellings(_ word: String) -> [Schema] {
    if let truth = Field.truth(word) { return [.text(word), .truth(truth)] }
    let isNumber = ScaledNumber.read(word, decimals: 15) != .notANumber && (word == "0" || !word.hasPrefix("0"))
    return isNumber ? [.text(word), .number(word)] : [.text(word)]
  }
}
