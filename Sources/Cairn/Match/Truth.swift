/// Kleene's three values. Unknown is never false.
package enum Truth: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  case no, unknown, yes

  package init(_ known: Bool) { self = known ? .yes : .no }

  package var negated: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  package static func all(_ values: some Sequence<Truth>) -> Truth {
    var result = Truth.yes
    for value in values where value.rawValue < result.rawValue { result = value }
    return result
  }

  package static func any(_ values: some Sequence<Truth>) -> Truth {
    var result = Truth.no
    for value in values where value.rawValue > result.rawValue { result = value }
    return result
  }

  /// Whether at least `count` of the values are true.
  package static func atLeast(_ count: Int, of values: some Sequence<Truth>) -> Truth {
    var yes = 0
    var open = 0
    for value in values {
      if value == .yes { yes += 1 }
      if value == .unknown { open += 1 }
    }
    return yes >= count ? .yes : yes + open >= count ? .unknown : .no
  }
}
