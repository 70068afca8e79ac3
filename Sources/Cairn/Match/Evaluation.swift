extension Matcher {
  /// Which lanes a person's values select.
  func select(_ facts: Facts, into verdicts: inout Verdicts) {
    verdicts.begin()
    codeSlots.judge(facts, into: &verdicts.codeTruths)
    for (index, slot) in rows.slots.enumerated() {
      switch slot.aspect {
      case .codes: select(index, verdicts.codeTruths[index], &verdicts)
      case .known: select(index, Truth(facts.states[slot.fact].status == .known), &verdicts)
      case .value: select(index, facts.states[slot.fact].value, &verdicts)
      }
    }
  }

  private func select(_ slot: Int, _ truth: Truth, _ verdicts: inout Verdicts) {
    switch truth {
    case .no: select(slot, segment: 0, &verdicts)
    case .yes: select(slot, segment: 1, &verdicts)
    case .unknown: selectUnknown(slot, &verdicts)
    }
  }

  private func select(_ slot: Int, _ value: Facts.Value, _ verdicts: inout Verdicts) {
    switch (segments[slot].kind, value) {
    case (.truth, .boolean(let value)): select(slot, segment: value ? 1 : 0, &verdicts)
    case (.choice, .choice(let value)) where value < segments[slot].count: select(slot, segment: value, &verdicts)
    case (.number, .number(let low, let high)): select(slot, low, high, &verdicts)
    case (.date, .date(let date)): select(slot, Int(date.first.day), Int(date.last.day), &verdicts)
    case (.date, .never): select(slot, segment: segments[slot].count - 1, &verdicts)
    default: selectUnknown(slot, &verdicts)
    }
  }

  private func select(_ slot: Int, _ low: Int, _ high: Int, _ verdicts: inout Verdicts) {
    let first = segments[slot].segment(of: low)
    let last = low >= high ? first : segments[slot].segment(of: high)
    if first == last { select(slot, segment: first, &verdicts) } else { verdicts.spread.append((slot, first...last)) }
  }

  @inline(__always)
  private func select(_ slot: Int, segment: Int, _ verdicts: inout Verdicts) {
    let lane = lanes.first[slot] &+ segment
    if !lanes.isEmpty[lane] { verdicts.denying.append(lane &* lanes.words) }
  }

  private func selectUnknown(_ slot: Int, _ verdicts: inout Verdicts) {
    let always = lanes.alwaysLane(of: slot)
    if !lanes.isEmpty[always] { verdicts.denying.append(always &* lanes.words) }
    if !lanes.isEmpty[always + 1] { verdicts.waiting.append((always + 1) &* lanes.words) }
  }

  /// One pass over the columns, a block at a time, through every selected lane.
  func combine(into verdicts: inout Verdicts) {
    typealias Block = SIMD8<UInt64>
    let words = lanes.words
    lanes.storage.withUnsafeBytes { storage in
      verdicts.denying.withUnsafeBufferPointer { denying in
        verdicts.waiting.withUnsafeBufferPointer { waiting in
          verdicts.no.withUnsafeMutableBytes { no in
            verdicts.open.withUnsafeMutableBytes { open in
              for word in stride(from: 0, to: words, by: Lanes.block) {
                var denied = Block()
                for lane in denying { denied |= storage.loadUnaligned(fromByteOffset: (lane &+ word) &* 8, as: Block.self) }
                var waits = Block()
                for lane in waiting { waits |= storage.loadUnaligned(fromByteOffset: (lane &+ word) &* 8, as: Block.self) }
                no.storeBytes(of: denied, toByteOffset: word &* 8, as: Block.self)
                open.storeBytes(of: waits, toByteOffset: word &* 8, as: Block.self)
              }
            }
          }
        }
      }
    }
  }

  /// Values known in part: a column is false where every segment that the value may lie in denies it, and waits where some do.
  func settlePartial(into verdicts: inout Verdicts) {
    for (slot, range) in verdicts.spread {
      for word in 0..<lanes.words {
        var every = UInt64.max
        var some: UInt64 = 0
        for segment in range {
          let denied = lanes.storage[(lanes.first[slot] + segment) * lanes.words + word]
          every &= denied
          some |= denied
        }
        verdicts.no[word] |= every
        verdicts.open[word] |= some & ~every
      }
    }
  }

  /// Rows that nothing denies, and that have nodes left to judge.
  func settleResiduals(into verdicts: inout Verdicts) {
    for word in withResidual.indices {
      var candidates = withResidual[word] & ~verdicts.no[word]
      while candidates != 0 {
        let bit = candidates & (~candidates &+ 1)
        candidates &= ~bit
        let row = rows.rows[word * 64 + bit.trailingZeroBitCount]
        for residual in rows.residuals[row.residuals] {
          let truth = truth(ofNode: residual.node, &verdicts)
          if truth == .unknown { verdicts.open[word] |= bit }
          guard truth == .no else { continue }
          verdicts.no[word] |= bit
          break
        }
      }
    }
  }

  private func truth(ofNode node: Int, _ verdicts: inout Verdicts) -> Truth {
    if columns[node] >= 0 { return verdicts.truth(ofColumn: columns[node]) }
    if verdicts.stamps[node] == verdicts.stamp { return verdicts.nodeTruths[node] }
    let truth: Truth
    switch rows.nodes[node] {
    case .leaf: truth = .unknown
    case .all(let parts): truth = all(parts, &verdicts)
    case .any(let parts): truth = any(parts, &verdicts)
    case .atLeast(let count, let parts): truth = atLeast(count, parts, &verdicts)
    case .derived(_, let node, let holds):
      let inner = self.truth(ofNode: node, &verdicts)
      truth = holds ? inner : inner.negated
    }
    verdicts.nodeTruths[node] = truth
    verdicts.stamps[node] = verdicts.stamp
    return truth
  }

  private func all(_ parts: [Int], _ verdicts: inout Verdicts) -> Truth {
    var result = Truth.yes
    for part in parts {
      let truth = truth(ofNode: part, &verdicts)
      if truth == .no { return .no }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  private func any(_ parts: [Int], _ verdicts: inout Verdicts) -> Truth {
    var result = Truth.no
    for part in parts {
      let truth = truth(ofNode: part, &verdicts)
      if truth == .yes { return .yes }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  private func atLeast(_ count: Int, _ parts: [Int], _ verdicts: inout Verdicts) -> Truth {
    var yes = 0
    var open = 0
    for part in parts {
      let truth = truth(ofNode: part, &verdicts)
      if truth == .yes { yes += 1 }
      if truth == .unknown { open += 1 }
    }
    return yes >= count ? .yes : yes + open >= count ? .unknown : .no
  }
}
