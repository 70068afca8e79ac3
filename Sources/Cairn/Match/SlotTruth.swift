/// Whether a value lies in a set of allowed values: yes if wherever it may lie it is allowed, no if nowhere.
package enum SlotTruth {
  package static func judge(_ slot: RowSet.Slot, _ set: AllowedSet, _ facts: Facts) -> Truth {
    let state = facts[slot.fact]
    switch slot.aspect {
    case .known: return of(Truth(state.status == .known), in: set)
    case .codes(let codes, let window): return of(CodeTruth.isPresent(codes, window, state.value, facts.asOf), in: set)
    case .value: return of(state.value, in: set, facts.asOf)
    }
  }

  /// A yes/no slot: unknown may be either.
  static func of(_ truth: Truth, in set: AllowedSet) -> Truth {
    guard case .truth(let no, let yes) = set else { return .unknown }
    switch truth {
    case .yes: return Truth(yes)
    case .no: return Truth(no)
    case .unknown: return no == yes ? Truth(yes) : .unknown
    }
  }

  private static func of(_ value: Facts.Value, in set: AllowedSet, _ asOf: CalendarDate) -> Truth {
    switch (set, value) {
    case (.truth, .boolean(let value)): of(Truth(value), in: set)
    case (.choice(let allowed, _), .choice(let value)): Truth(allowed.contains(value))
    case (.number(let allowed, _), .number(let low, let high)): of(low...max(low, high), in: allowed)
    case (.date(let formula), .date(let date)):
      of(Int(date.first.day)...Int(date.last.day), in: formula.allowed(on: asOf).days)
    case (.date(let formula), .never): Truth(formula.allowed(on: asOf).never)
    default: ofUnknown(in: set, asOf)
    }
  }

  /// Nothing is known: the answer is known all the same where every value is allowed, or none.
  private static func ofUnknown(in set: AllowedSet, _ asOf: CalendarDate) -> Truth {
    switch set {
    case .truth: return of(.unknown, in: set)
    case .choice(let allowed, let count): return allowed.isEmpty ? .no : allowed.count == count ? .yes : .unknown
    case .number(let allowed, let domain): return of(domain, in: allowed)
    case .date(let formula):
      let allowed = formula.allowed(on: asOf)
      let days = of(DateDomain.days, in: allowed.days)
      return days == Truth(allowed.never) ? days : .unknown
    }
  }

  private static func of(_ values: ClosedRange<Int>, in allowed: [ClosedRange<Int>]) -> Truth {
    var touched = false
    for interval in allowed where interval.overlaps(values) {
      if interval.lowerBound <= values.lowerBound, values.upperBound <= interval.upperBound { return .yes }
      touched = true
    }
    return touched ? .unknown : .no
  }
}
