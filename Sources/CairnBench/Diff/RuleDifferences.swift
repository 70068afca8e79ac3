import Cairn

/// What a rule does, other than by its conditions: to whom, where, what, how urgently, from when to when.
struct RuleDifferences {
  private(set) var all: [Difference]
  private let sides: (old: DiffSide, new: DiffSide)

  init(_ old: DiffSide, _ oldRule: Int, _ new: DiffSide, _ newRule: Int) {
    sides = (old, new)
    let (before, after) = (old.ruleSet.rules[oldRule], new.ruleSet.rules[newRule])
    all = PlaceChange(old, oldRule, new, newRule).differences
    add("for", before.who.rawValue, after.who.rawValue)
    add("does", Self.inWords(before.action, old), Self.inWords(after.action, new))
    add("with", Self.parameters(before.action), Self.parameters(after.action))
    add("priority", before.priority.rawValue, after.priority.rawValue)
    add("in force from", before.validFrom?.description, after.validFrom?.description)
    add("in force until", before.validUntil?.description, after.validUntil?.description)
  }

  private mutating func add(_ label: String, _ before: String?, _ after: String?) {
    if before != after { all.append(Difference(label, before, after)) }
  }

  /// `refer peer-group`; of a flag no more than that it is one: what it says is a text.
  private static func inWords(_ action: RuleSet.Action, _ side: DiffSide) -> String {
    guard case .suggest(let support, let verb, _) = action else { return "flag" }
    return "\(verb.rawValue) \(side.ruleSet.supports[support].manifest.id)"
  }

  private static func parameters(_ action: RuleSet.Action) -> String? {
    guard case .suggest(_, _, let parameters) = action, !parameters.arguments.isEmpty else { return nil }
    return parameters.arguments.map { "\($0.name): \($0.value.inWords)" }.joined(separator: ", ")
  }
}

extension Parameters.Value {
  fileprivate var inWords: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .boolean(let value): value ? "yes" : "no"
    case .list(let items): PlainWords.list(items)
    }
  }
}
