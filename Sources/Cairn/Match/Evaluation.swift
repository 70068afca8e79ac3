extension Matcher {
  /// Which lanes a person's values select.
  func select(_ facts: Facts, into verdicts: inout Verdicts) {
    for group in values.indices {
      let fact = values[group].fact
      if values[group].asksKnown {
        verdicts.select(group, segment: facts.states[fact].status == .known ? 1 : 0, lanes)
      } else {
        select(group, facts.states[fact].value, &verdicts)
      }
    }
  }

  @inline(__always)
  private func select(_ group: Int, _ value: Facts.Value, _ verdicts: inout Verdicts) {
    let segments = values[group].segments
    switch (segments.kind, value) {
    case (.truth, .boolean(let value)): verdicts.select(group, segment: value ? 1 : 0, lanes)
    case (.choice, .choice(let value)) where value >= 0 && value < segments.count: verdicts.select(group, segment: value, lanes)
    case (.number, .number(let low, let high)): select(group, low, high, &verdicts)
    case (.date, .date(let date)): select(group, Int(date.first.day), Int(date.last.day), &verdicts)
    case (.date, .never): verdicts.select(group, segment: segments.count - 1, lanes)
    default: verdicts.selectUnknown(group, lanes)
    }
  }

  private func select(_ group: Int, _ low: Int, _ high: Int, _ verdicts: inout Verdicts) {
    let first = values[group].segments.segment(of: low)
    let last = low >= high ? first : values[group].segments.segment(of: high)
    if first == last {
      verdicts.select(group, segment: first, lanes)
    } else {
      verdicts.selectSome(group, segments: first...last, lanes)
    }
  }

  /// One pass over the columns, a block at a time, through every selected lane.
  func combine(into verdicts: inout Verdicts, adding: Bool) {
    typealias Block = Lanes.Block
    verdicts.withLanes { denying, waiting, no, open in
      lanes.storage.withUnsafeBytes { storage in
        for offset in stride(from: 0, to: lanes.words &* 8, by: MemoryLayout<Block>.size) {
          var denied = adding ? no.loadUnaligned(fromByteOffset: offset, as: Block.self) : Block()
          for lane in denying { denied |= storage.loadUnaligned(fromByteOffset: lane &* 8 &+ offset, as: Block.self) }
          var waits = adding ? open.loadUnaligned(fromByteOffset: offset, as: Block.self) : Block()
          for lane in waiting { waits |= storage.loadUnaligned(fromByteOffset: lane &* 8 &+ offset, as: Block.self) }
          no.storeBytes(of: denied, toByteOffset: offset, as: Block.self)
          open.storeBytes(of: waits, toByteOffset: offset, as: Block.self)
        }
      }
    }
  }

  /// Values known in part: a column is false where every segment that the value may lie in denies it, and waits where some do.
  func settleSpread(into verdicts: inout Verdicts) {
    for segments in verdicts.spread {
      for word in 0..<lanes.words {
        let (every, some) = lanes.denied(segments, word)
        verdicts.no[word] |= every
        verdicts.open[word] |= some & ~every
      }
    }
  }

  /// The targets that are not false. The columns of one lie side by side.
  func collect(into verdicts: inout Verdicts) {
    verdicts.firing.removeAll(keepingCapacity: true)
    verdicts.undecided.removeAll(keepingCapacity: true)
    var last = -1
    var lastFires = false
    for word in 0..<(targetOfColumn.count + 63) / 64 {
      var live = ~verdicts.no[word]
      if word == targetOfColumn.count / 64 { live &= (1 << UInt64(targetOfColumn.count % 64)) - 1 }
      while live != 0 {
        let bit = live & (~live &+ 1)
        live &= ~bit
        let target = targetOfColumn[word &* 64 &+ bit.trailingZeroBitCount]
        let fires = verdicts.open[word] & bit == 0
        if target == last {
          guard fires, !lastFires else { continue }
          verdicts.undecided.removeLast()
        }
        if fires { verdicts.firing.append(target) } else { verdicts.undecided.append(target) }
        last = target
        lastFires = fires
      }
    }
  }
}
