extension VocabularyBuilder {
  /// Each derived fact after those that it reads.
  mutating func addDerived(_ declarations: [DerivedDeclaration]) {
    let derived = declarations.filter { isFree($0) }
    let byName = Dictionary(derived.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    let order = DependencyOrder(derived.map { declaration in declaration.when.factNames.compactMap { byName[$0] } })
    for ring in order.rings { report(ring.map { derived[$0] }) }
    for index in order.sorted { resolve(derived[index]) }
  }

  private mutating func resolve(_ declaration: DerivedDeclaration) {
    guard vocabulary.derivedIndex[declaration.id.value] == nil else { return }
    guard let condition = resolver.resolve(declaration.when) else {
      vocabulary.unusable.insert(declaration.id.value)
      return
    }
    vocabulary.add(
      Vocabulary.Derived(
        id: declaration.id.value, title: declaration.title, condition: condition, weight: condition.weight(vocabulary.derived),
        declaredAt: declaration.id.range))
  }

  /// A derived fact may not have a fact's name, since a condition could not tell them apart.
  private mutating func isFree(_ declaration: DerivedDeclaration) -> Bool {
    guard let fact = vocabulary.fact(named: declaration.id.value) else { return true }
    let error = Diagnostic.error(
      .duplicateID, "`\(fact.id)` is the name of a \(fact.isBuiltIn ? "built-in " : "")fact already", at: declaration.id.range,
      help: "give the derived fact another name")
    diagnostics.append(fact.declaredAt.map { error.relating("the fact", $0) } ?? error)
    return false
  }

  private mutating func report(_ ring: [DerivedDeclaration]) {
    guard let first = ring.first else { return }
    let names = ring.map { "`\($0.id.value)`" } + ["`\(first.id.value)`"]
    let sentence = zip(names, names.dropFirst()).map { "\($0) reads \($1)" }.joined(separator: ", ")
    var error = Diagnostic.error(.derivedCycle, "derived facts go round in a ring: \(sentence)", at: first.id.range)
    for other in ring.dropFirst() { error = error.relating("`\(other.id.value)`", other.id.range) }
    diagnostics.append(error)
    for member in ring { vocabulary.unusable.insert(member.id.value) }
  }
}

extension ConditionDeclaration {
  /// Every name that it compares, in the order written.
  package var factNames: [String] {
    switch self {
    case .fact(let name, _): [name.text]
    case .all(let parts, _), .any(let parts, _), .none(let parts, _), .some(_, let parts, _): parts.flatMap(\.factNames)
    }
  }
}

/// Sorts what depends on one another: each after what it needs, else in the order given. O(edges).
struct DependencyOrder {
  /// Members of rings are left out.
  private(set) var sorted: [Int] = []
  /// Each ring once, from its first member in the order given.
  private(set) var rings: [[Int]] = []

  private enum Mark { case new, open, done }

  private var marks: [Mark]
  private var isInRing: [Bool]

  init(_ needs: [[Int]]) {
    marks = Array(repeating: .new, count: needs.count)
    isInRing = Array(repeating: false, count: needs.count)
    for start in needs.indices where marks[start] == .new { visit(start, needs) }
  }

  /// Depth first, with a stack of its own: a long chain is no reason to run out of the machine's.
  private mutating func visit(_ start: Int, _ needs: [[Int]]) {
    var path = [(item: start, next: 0)]
    marks[start] = .open
    while let (item, next) = path.last {
      guard next < needs[item].count else {
        marks[item] = .done
        if !isInRing[item] { sorted.append(item) }
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let need = needs[item][next]
      switch marks[need] {
      case .new:
        marks[need] = .open
        path.append((need, 0))
      case .open: close(path.map(\.item), at: need)
      case .done: break
      }
    }
  }

  private mutating func close(_ path: [Int], at need: Int) {
    guard let from = path.firstIndex(of: need) else { return }
    let ring = Array(path[from...])
    let isNews = !ring.contains { isInRing[$0] }
    for member in ring { isInRing[member] = true }
    guard isNews, let first = ring.indices.min(by: { ring[$0] < ring[$1] }) else { return }
    rings.append(Array(ring[first...] + ring[..<first]))
  }
}
