/// The comparisons of code sets, found by the codes that they name: a person holds few codes, and a rulebook names many.
struct CodeSlots: Sendable {
  /// Per fact that has any: its slots.
  private(set) var slotsOfFact: [(fact: Int, slots: [Int])] = []
  private let windows: [CodeTest.Window?]
  private var slotsNaming: [Key: [Int]] = [:]
  let count: Int

  private struct Key: Hashable {
    var fact: Int
    var code: Int
  }

  init(_ rows: RowSet) {
    var windows: [CodeTest.Window?] = Array(repeating: nil, count: rows.slots.count)
    var places: [Int: Int] = [:]
    for (index, slot) in rows.slots.enumerated() {
      guard case .codes(let codes, let window) = slot.aspect else { continue }
      windows[index] = window
      for code in codes { slotsNaming[Key(fact: slot.fact, code: code), default: []].append(index) }
      if let place = places[slot.fact] {
        slotsOfFact[place].slots.append(index)
      } else {
        places[slot.fact] = slotsOfFact.count
        slotsOfFact.append((slot.fact, [index]))
      }
    }
    self.windows = windows
    count = slotsOfFact.isEmpty ? 0 : rows.slots.count
  }

  /// Each comparison's truth for one person, by slot.
  func judge(_ facts: Facts, into truths: inout [Truth]) {
    for (fact, slots) in slotsOfFact {
      guard case .codes(let set) = facts[fact].value else {
        for slot in slots { truths[slot] = .unknown }
        continue
      }
      for slot in slots { truths[slot] = set.isPartial ? .unknown : .no }
      for held in set.held {
        for slot in slotsNaming[Key(fact: fact, code: held.code)] ?? [] where truths[slot] != .yes {
          let truth = CodeTruth.qualifies(held.since, windows[slot], facts.asOf)
          if truth != .no { truths[slot] = truth }
        }
      }
    }
  }
}
