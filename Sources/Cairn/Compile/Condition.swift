/// A condition with every name resolved and every comparison typed, still in the shape its author gave it.
/// The compiler brings it to normal form; the naive oracle reads it as it stands.
package enum Condition: Sendable {
  case all([Condition])
  case any([Condition])
  case none([Condition])
  case some(atLeast: Int, of: [Condition])
  indirect case comparison(Comparison)
}

/// One comparison of one fact, and where it was written.
package struct Comparison: Sendable {
  /// Index into the vocabulary's facts; of a derived fact, into its derived facts.
  package var fact: Int
  package var test: Test
  package var range: SourceRange?

  package init(fact: Int, test: Test, range: SourceRange? = nil) {
    self.fact = fact
    self.test = test
    self.range = range
  }

  package enum Test: Sendable, Hashable {
    /// Allowed scaled values, as closed intervals in order.
    case number([ClosedRange<Int>])
    /// Allowed values of a choice by index.
    case choice(Set<Int>)
    case boolean(Bool)
    case date(DateTest)
    case codes(CodeTest)
    case known(Bool)
    case derived(Bool)
  }
}

/// A positive comparison of a date.
package enum DateTest: Sendable, Hashable {
  case withinLast(CalendarDuration)
  case longerAgoThan(CalendarDuration)
  case withinNext(CalendarDuration)
  case before(CalendarDate)
  case onOrAfter(CalendarDate)
}

/// A comparison of a set of codes.
package struct CodeTest: Sendable, Hashable {
  package enum Quantifier: Sendable, Hashable { case anyOf, allOf, noneOf }

  package enum Window: Sendable, Hashable {
    case within(CalendarDuration)
    case longerThan(CalendarDuration)
  }

  package var quantifier: Quantifier
  /// What was named, each item a concept or the members of a value set, sorted; by index into the vocabulary's codes.
  package var items: [[Int]]
  package var window: Window?

  package init(_ quantifier: Quantifier, _ items: [[Int]], window: Window? = nil) {
    self.quantifier = quantifier
    self.items = items
    self.window = window
  }
}
