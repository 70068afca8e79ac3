extension Matcher {
  /// Which lanes a person's values select.
  func select(_ facts: Facts, into verdicts: inout Verdicts) {
    for index in slots.indices {
      let slot = slots[index]
      if slot.asksKnown {
        verdicts.select(slot.lanes.first &+ (facts.states[slot.fact].status == .known ? 1 : 0), lanes)
      } else {
        select(slot, facts.states[slot.fact].value, &verdicts)
      }
    }
  }

  @inline(__always)
  private func select(_ slot: ValueSlot, _ value: Facts.Value, _ verdicts: inout Verdicts) {
    switch (slot.kind, value) {
    case (.truth, .boolean(let value)): verdicts.select(slot.lanes.first &+ (value ? 1 : 0), lanes)
    case (.choice, .choice(let value)) where value >= 0 && value < slot.lanes.segments:
      verdicts.select(slot.lanes.first &+ value, lanes)
    case (.number, .number(let low, let high)): select(slot, low, high, &verdicts)
    case (.date, .date(let date)): select(slot, Int(date.first.day), Int(date.last.day), &verdicts)
    case (.date, .never): verdicts.select(slot.lanes.always &- 1, lanes)
    default: verdicts.selectUnknown(slot.lanes, lanes)
    }
  }

  @inline(__always)
  private func select(_ slot: ValueSlot, _ low: Int, _ high: Int, _ verdicts: inout Verdicts) {
    let first = slot.lanes.first &+ segment(of: low, slot)
    let last = low >= high ? first : slot.lanes.first &+ segment(of: high, slot)
    if first == last { verdicts.select(first, lanes) } else { verdicts.selectSome(from: first, to: last) }
  }

  /// The segment of a number or a day: how many cuts are not above it. Halves without branching, as the way taken cannot be foreseen.
  @inline(__always)
  private func segment(of value: Int, _ slot: ValueSlot) -> Int {
    var low = slot.cuts.lowerBound
    var left = slot.cuts.count
    while left > 0 {
      let half = (left &+ 1) >> 1
      low &+= half &* (cuts[low &+ half &- 1] <= value ? 1 : 0)
      left &-= half
    }
    return low &- slot.cuts.lowerBound
  }

  /// One pass over the columns, a block at a time, through every selected lane.
  func combine(into verdicts: inout Verdicts, adding: Bool) {
    typealias Block = Lanes.Block
    let no = UnsafeMutableRawBufferPointer(verdicts.no.storage)
    let open = UnsafeMutableRawBufferPointer(verdicts.open.storage)
    let denying = verdicts.denying.storage[..<verdicts.denying.count]
    let waiting = verdicts.waiting.storage[..<verdicts.waiting.count]
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

  /// Values known in part: a column is false where every segment that the value may lie in denies it, and waits where some do.
  func settleSpread(into verdicts: inout Verdicts) {
    for index in 0..<verdicts.spread.count {
      let spread = verdicts.spread[index]
      for word in 0..<lanes.words {
        let (every, some) = lanes.denied(spread.first..<(spread.last &+ 1), word)
        verdicts.no[word] |= every
        verdicts.open[word] |= some & ~every
      }
    }
  }

  /// The targets that are not false, in order.
  func collect(into verdicts: inout Verdicts) {
    verdicts.firing.removeAll()
    verdicts.undecided.removeAll()
    for word in 0..<(targetOfColumn.count &+ 63) >> 6 {
      var live = ~verdicts.no[word]
      if word == targetOfColumn.count >> 6 { live &= (1 << UInt64(targetOfColumn.count & 63)) &- 1 }
      if live == 0 { continue }
      if sharesTargets[word] {
        collect(live, word, into: &verdicts)
      } else {
        collect(live & ~verdicts.open[word], word, into: &verdicts.firing)
        collect(live & verdicts.open[word], word, into: &verdicts.undecided)
      }
    }
  }

  /// A word whose columns all have targets of their own.
  @inline(__always)
  private func collect(_ columns: UInt64, _ word: Int, into targets: inout Scratch<Int>) {
    var columns = columns
    let storage = targets.storage
    var count = targets.count
    while columns != 0 {
      storage[count] = targetOfColumn[word &* 64 &+ columns.trailingZeroBitCount]
      count &+= 1
      columns &= columns &- 1
    }
    targets.count = count
  }

  /// A word in which columns share a target, with each other or with the words beside it: they lie side by side, and the best counts.
  private func collect(_ live: UInt64, _ word: Int, into verdicts: inout Verdicts) {
    let (firing, undecided) = (verdicts.firing.storage, verdicts.undecided.storage)
    var (fired, waiting) = (verdicts.firing.count, verdicts.undecided.count)
    let fires = ~verdicts.open[word]
    let lastFired = fired > 0 ? firing[fired &- 1] : -1
    var last = max(lastFired, waiting > 0 ? undecided[waiting &- 1] : -1)
    var lastFires = last == lastFired ? 1 : 0
    var live = live
    while live != 0 {
      let place = live.trailingZeroBitCount
      live &= live &- 1
      let target = targetOfColumn[word &* 64 &+ place]
      let fires = Int(truncatingIfNeeded: fires &>> UInt64(place) & 1)
      if target == last {
        if lastFires >= fires { continue }
        waiting &-= 1
      }
      // Written to both lists, and kept in one: which of them cannot be foreseen.
      firing[fired] = target
      undecided[waiting] = target
      fired &+= fires
      waiting &+= 1 &- fires
      (last, lastFires) = (target, fires)
    }
    (verdicts.firing.count, verdicts.undecided.count) = (fired, waiting)
  }
}
