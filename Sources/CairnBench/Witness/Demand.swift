import Cairn

/// What is asked of one fact so far, and a value that meets it.
struct FactDemand: Sendable {
  /// Whether it must be known, or must not be; nil where nobody minds.
  private(set) var known: Bool?
  /// What its value must lie in.
  private(set) var allowed: AllowedSet?
  /// Comparisons of codes that must be true, and those that must be false.
  private(set) var present: [CodeDemand] = []
  private(set) var absent: [CodeDemand] = []

  struct CodeDemand: Sendable, Hashable {
    var codes: [Int]
    var window: CodeTest.Window?
  }

  /// Adds one demand; false where it contradicts what was asked before, as far as sets alone tell.
  mutating func add(_ aspect: RowSet.Slot.Aspect, _ set: AllowedSet, on asOf: CalendarDate) -> Bool {
    switch aspect {
    case .known:
      guard case .truth(let no, let yes) = set else { return false }
      if no, yes { return true }
      guard no || yes, (known ?? yes) == yes else { return false }
      known = yes
      return yes || !asksForValue
    case .value:
      if set.isWhole(on: asOf) { return true }
      guard known != false else { return false }
      known = true
      let both = allowed.map { AllowedSet.atLeast(2, of: [$0, set]) } ?? set
      allowed = both
      return both.hasValue(on: asOf)
    case .codes(let codes, let window):
      guard case .truth(let no, let yes) = set else { return false }
      if no, yes { return true }
      guard no || yes, known != false else { return false }
      known = true
      if yes { present.append(CodeDemand(codes: codes, window: window)) } else { absent.append(CodeDemand(codes: codes, window: window)) }
      return codesHeld(on: asOf) != nil
    }
  }

  /// Adds that nobody knows the fact, where that leaves open whether it lies in the set; false where it cannot.
  mutating func addOpen(_ set: AllowedSet, on asOf: CalendarDate) -> Bool {
    guard known != true, set.hasValue(on: asOf), !set.isWhole(on: asOf) else { return false }
    known = false
    return true
  }

  private var asksForValue: Bool { allowed != nil || !present.isEmpty || !absent.isEmpty }

  /// A set of codes that makes every wanted comparison true and no other: for each, some code since some day that breaks nothing.
  ///
  /// Exact: what one code since one day does to a comparison does not depend on the other codes.
  func codesHeld(on asOf: CalendarDate) -> [Facts.Held]? {
    var held: [Facts.Held] = []
    for demand in present where !demand.isMet(by: held, on: asOf) {
      guard let code = choice(for: demand, on: asOf) else { return nil }
      held.append(code)
    }
    return held
  }

  private func choice(for demand: CodeDemand, on asOf: CalendarDate) -> Facts.Held? {
    for code in demand.codes {
      for day in days(on: asOf) {
        let held = Facts.Held(code, since: day.map { PartialDate($0) })
        if demand.isMet(by: [held], on: asOf), !absent.contains(where: { !$0.isMissed(by: held, on: asOf) }) { return held }
      }
    }
    return nil
  }

  /// No day at all first, since it says least; then a day of every stretch that the windows tell apart.
  private func days(on asOf: CalendarDate) -> [CalendarDate?] {
    let turns = (present + absent).compactMap(\.window).map { window in
      switch window {
      case .within(let duration), .longerThan(let duration): asOf.subtracting(duration)
      }
    }
    let days = Set([asOf] + turns + turns.map { CalendarDate(day: $0.day - 1) })
    return [nil] + days.sorted(by: >)
  }
}

extension FactDemand {
  /// A value that meets it; nil where nothing is asked of it.
  func value(of type: FactType, on asOf: CalendarDate) -> Facts.Value? {
    if known == false { return .unknown }
    if let allowed { return allowed.value(on: asOf) }
    guard known == true else { return nil }
    switch type {
    case .boolean: return .boolean(false)
    case .choice: return .choice(0)
    case .number: return type.numberBounds.map { .number($0.lowerBound, $0.lowerBound) }
    case .date: return .date(PartialDate(asOf))
    case .codes: return codesHeld(on: asOf).map { .codes(.init($0)) }
    }
  }
}

extension FactDemand.CodeDemand {
  func isMet(by held: [Facts.Held], on asOf: CalendarDate) -> Bool {
    CodeTruth.isPresent(codes, window, .codes(.init(held)), asOf) == .yes
  }

  func isMissed(by held: Facts.Held, on asOf: CalendarDate) -> Bool {
    CodeTruth.isPresent(codes, window, .codes(.init([held])), asOf) == .no
  }
}

extension AllowedSet {
  /// Whether some value is allowed on this day.
  func hasValue(on asOf: CalendarDate) -> Bool {
    guard case .date(let formula) = self else { return !isEmpty }
    let allowed = formula.allowed(on: asOf)
    return allowed.never || !allowed.days.isEmpty
  }

  /// Whether every value is allowed on this day.
  func isWhole(on asOf: CalendarDate) -> Bool {
    guard case .date(let formula) = self else { return isWhole }
    let allowed = formula.allowed(on: asOf)
    return allowed.never && allowed.days == [DateDomain.days]
  }

  /// A value that is allowed; a plain one where there is a choice: near a bound that somebody wrote, near the day for a date.
  func value(on asOf: CalendarDate) -> Facts.Value? {
    switch self {
    case .truth(let no, let yes): return yes ? .boolean(true) : no ? .boolean(false) : nil
    case .choice(let values, _): return values.min().map { .choice($0) }
    case .number(let intervals, let domain):
      return intervals.first.map { interval in
        let value = interval.lowerBound > domain.lowerBound ? interval.lowerBound : interval.upperBound
        return .number(value, value)
      }
    case .date(let formula):
      let allowed = formula.allowed(on: asOf)
      let today = Int(asOf.day)
      let nearest = allowed.days.map { min(max(today, $0.lowerBound), $0.upperBound) }.min { abs($0 - today) < abs($1 - today) }
      if let nearest { return .date(PartialDate(CalendarDate(day: Int32(clamping: nearest)))) }
      return allowed.never ? .never : nil
    }
  }
}
