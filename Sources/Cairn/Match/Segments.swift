/// One slot's domain on one day, cut wherever some row's allowed set begins or ends: within a segment nothing tells two values apart.
struct Segments: Sendable {
  enum Kind: Sendable {
    /// Two segments: no and yes.
    case truth
    /// One segment a value.
    case choice
    /// Segment i runs from `cuts[i]` to just before the next.
    case number
    /// As numbers, by day; the last segment is *never*.
    case date
  }

  let kind: Kind
  let cuts: [Int]
  let count: Int

  /// `sets` are those that rows allow for the slot, dates bound to the day.
  init(_ sets: [BoundSet]) {
    switch sets.first {
    case .choice(_, let values)?: self.init(.choice, cuts: [], count: values)
    case .number(_, let domain)?: self.init(.number, cuts: Self.cuts(sets, domain))
    case .date?: self.init(.date, cuts: Self.cuts(sets, DateDomain.days))
    case .truth?, nil: self.init(.truth, cuts: [], count: 2)
    }
  }

  private init(_ kind: Kind, cuts: [Int], count: Int? = nil) {
    self.kind = kind
    self.cuts = cuts
    self.count = count ?? (cuts.count + (kind == .date ? 1 : 0))
  }

  private static func cuts(_ sets: [BoundSet], _ domain: ClosedRange<Int>) -> [Int] {
    var cuts: Set<Int> = [domain.lowerBound]
    for set in sets {
      for interval in set.intervals {
        cuts.insert(interval.lowerBound)
        if interval.upperBound < domain.upperBound { cuts.insert(interval.upperBound + 1) }
      }
    }
    return cuts.filter { domain.contains($0) }.sorted()
  }

  /// Whether a set allows a segment.
  func isAllowed(_ segment: Int, by set: BoundSet) -> Bool {
    switch set {
    case .truth(let no, let yes): segment == 0 ? no : yes
    case .choice(let values, _): values.contains(segment)
    case .number(let intervals, _): intervals.contains { $0.contains(cuts[segment]) }
    case .date(let allowed): segment == count - 1 ? allowed.never : allowed.days.contains { $0.contains(cuts[segment]) }
    }
  }
}

/// An allowed set as it stands on one day.
enum BoundSet {
  case truth(no: Bool, yes: Bool)
  case choice(Set<Int>, of: Int)
  case number([ClosedRange<Int>], within: ClosedRange<Int>)
  case date(DateDomain.Allowed)

  init(_ set: AllowedSet, on asOf: CalendarDate) {
    switch set {
    case .truth(let no, let yes): self = .truth(no: no, yes: yes)
    case .choice(let values, let count): self = .choice(values, of: count)
    case .number(let intervals, let domain): self = .number(intervals, within: domain)
    case .date(let formula): self = .date(formula.allowed(on: asOf))
    }
  }

  var intervals: [ClosedRange<Int>] {
    switch self {
    case .truth, .choice: []
    case .number(let intervals, _): intervals
    case .date(let allowed): allowed.days
    }
  }
}
