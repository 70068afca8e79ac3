import Cairn

/// A kind of person: everybody whose facts lie in each of these sets.
struct Kind: Sendable, Hashable {
  struct Trait: Sendable, Hashable {
    var slot: RowSet.Slot
    var set: AllowedSet
  }

  var traits: [Trait]

  /// What somebody of this kind is.
  var goal: Goal { .all(traits.map { .holds($0.slot, $0.set) }) }

  /// What somebody of no such kind is.
  var opposite: Goal { .any(traits.map { .holds($0.slot, $0.set.complement) }) }

  /// Whether somebody is of this kind.
  func truth(of facts: Facts) -> Truth { Truth.all(traits.map { $0.truth(of: facts) }) }

  /// Each slot once, with what all traits together leave of it.
  var merged: [Trait] {
    var order: [RowSet.Slot] = []
    var sets: [RowSet.Slot: [AllowedSet]] = [:]
    for trait in traits {
      if sets[trait.slot] == nil { order.append(trait.slot) }
      sets[trait.slot, default: []].append(trait.set)
    }
    return order.map { slot in
      let all = sets[slot] ?? []
      return Trait(slot: slot, set: all.count == 1 ? all[0] : AllowedSet.atLeast(all.count, of: all))
    }
  }
}

extension Kind.Trait {
  func truth(of facts: Facts) -> Truth { SlotTruth.judge(slot, set, facts) }

  /// What somebody is of whom it is not so, or not known to be so.
  var isNotSo: Goal {
    let isFalse = Goal.holds(slot, set.complement)
    return slot.aspect == .known ? isFalse : .any([isFalse, .isOpen(slot, set)])
  }
}

extension Array {
  func stablySorted(by isBefore: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { a, b in
      if isBefore(a.element, b.element) { return true }
      return isBefore(b.element, a.element) ? false : a.offset < b.offset
    }.map(\.element)
  }
}
