import Cairn

/// What else changed that the conditions of a rule read: named, so that nobody looks for it in the rule.
struct RuleCauses {
  private let old, new: DiffSide
  private let oldText, newText: WrittenRulebook
  private var changedDerived: Set<String> = []
  private let changedSets: Set<String>
  private let changedSupports: Set<String>
  private let changedFacts: [String: String]

  init(_ old: DiffSide, _ new: DiffSide, _ oldText: WrittenRulebook, _ newText: WrittenRulebook) {
    (self.old, self.new, self.oldText, self.newText) = (old, new, oldText, newText)
    changedSets = Set(
      newText.ids(in: "value-sets").filter { newText["value-sets", $0]?.meaning != oldText["value-sets", $0]?.meaning })
    changedSupports = Set(Self.changedSupports(old, new))
    var facts: [String: String] = [:]
    for fact in new.ruleSet.vocabulary.facts {
      guard let before = old.ruleSet.vocabulary.fact(named: fact.id), before.type != fact.type else { continue }
      facts[fact.id] = "the fact \(fact.id)"
    }
    changedFacts = facts
    findChangedDerived()
  }

  private static func changedSupports(_ old: DiffSide, _ new: DiffSide) -> [String] {
    let before = Dictionary(old.ruleSet.supports.map { ($0.manifest.id, $0.manifest) }) { first, _ in first }
    return new.ruleSet.supports.map(\.manifest).filter { now in
      before[now.id].map { $0.suits?.meaning != now.suits?.meaning || $0.unless?.meaning != now.unless?.meaning } ?? false
    }.map(\.id)
  }

  /// One that reads one that changed has changed, too; each is listed after those that it reads.
  private mutating func findChangedDerived() {
    for derived in new.ruleSet.vocabulary.derived {
      let written = newText["derived", derived.id]?["when"]
      let isRewritten = written?.meaning != oldText["derived", derived.id]?["when"]?.meaning
      if isRewritten || !names(in: written).isDisjoint(with: changedDerived.union(changedSets)) { changedDerived.insert(derived.id) }
    }
  }

  /// The causes for a rule that both rulebooks have, in words.
  func causes(of rule: String, support: String?) -> [String] {
    let written = ["when", "unless"].map { newText["rules", rule]?[$0] }
    let read = written.reduce(into: Set<String>()) { $0.formUnion(names(in: $1)) }
    let ofSupport = support.flatMap { id in new.ruleSet.supports.first { $0.manifest.id == id }?.manifest }
    let readBySupport = [ofSupport?.suits, ofSupport?.unless].compactMap { $0 }.flatMap(\.factNames)
    let all = read.union(readBySupport)
    return all.intersection(changedDerived).sorted().map { "the derived fact \($0)" }
      + all.intersection(changedSets).sorted().map { "the value set \($0)" }
      + all.compactMap { changedFacts[$0] }.sorted()
      + (support.map { changedSupports.contains($0) ? ["whom the support type \($0) suits"] : [] } ?? [])
  }

  /// Every name in a condition as written: those of facts, derived facts, concepts and value sets.
  private func names(in node: Node?) -> Set<String> {
    guard let node else { return [] }
    var names: Set<String> = []
    if node.isScalar { names.insert(node.text) }
    for item in node.items { names.formUnion(self.names(in: item)) }
    for (key, value) in node.entries {
      names.insert(key.text)
      names.formUnion(self.names(in: value))
    }
    return names
  }
}

extension ConditionDeclaration {
  /// Equal for conditions that are written alike.
  var meaning: String {
    switch self {
    case .fact(let name, let test): "\(name.text):\(test.meaning)"
    case .all(let parts, _): "all[\(parts.map(\.meaning).sorted().joined(separator: ","))]"
    case .any(let parts, _): "any[\(parts.map(\.meaning).sorted().joined(separator: ","))]"
    case .none(let parts, _): "none[\(parts.map(\.meaning).sorted().joined(separator: ","))]"
    case .some(let count, let parts, _): "some\(count)[\(parts.map(\.meaning).sorted().joined(separator: ","))]"
    }
  }
}
