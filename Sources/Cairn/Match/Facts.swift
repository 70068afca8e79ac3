/// What is known of one person on one day, fact by fact in the vocabulary's order.
package struct Facts: Sendable {
  package var asOf: CalendarDate
  package var states: [State]

  package init(asOf: CalendarDate, states: [State]) {
    self.asOf = asOf
    self.states = states
  }

  /// One fact's value as the logic sees it, and what there is to say about it.
  package struct State: Sendable {
    package var value: Value
    package var status: Status
    /// When the value was found, where that was given; nil for an undated value.
    package var date: PartialDate?
    /// What was last known, of a stale value or one dated after `asOf`.
    package var recorded: Value?
    package var source: SourceRange?

    package init(_ value: Value, _ status: Status, date: PartialDate? = nil, recorded: Value? = nil, source: SourceRange? = nil) {
      self.value = value
      self.status = status
      self.date = date
      self.recorded = recorded
      self.source = source
    }

    package static let unknown = State(.unknown, .unknown)
  }

  package enum Status: UInt8, Sendable, Hashable { case known, unknown, declined, stale, notYet }

  package enum Value: Sendable, Hashable {
    case unknown
    case boolean(Bool)
    case choice(Int)
    /// Scaled; both bounds included, equal where the number is known exactly.
    case number(Int, Int)
    case date(PartialDate)
    /// A date that never came.
    case never
    case codes(Codes)
  }

  /// A set of codes: what is not in it is absent, unless it is partial.
  package struct Codes: Sendable, Hashable {
    package var held: [Held]
    package var isPartial: Bool

    package init(_ held: [Held], isPartial: Bool = false) {
      self.held = held
      self.isPartial = isPartial
    }
  }

  package struct Held: Sendable, Hashable {
    /// Index into the vocabulary's codes.
    package var code: Int
    package var since: PartialDate?
    /// Whether it is said to begin after `asOf`: it may be there or not.
    package var isInDoubt: Bool

    package init(_ code: Int, since: PartialDate? = nil, isInDoubt: Bool = false) {
      self.code = code
      self.since = since
      self.isInDoubt = isInDoubt
    }
  }

  package subscript(fact: Int) -> State { states[fact] }

  /// The same person, had some facts other values: for *what if it were so?*
  package func supposing(_ changes: [Int: State]) -> Facts {
    var facts = self
    for (fact, state) in changes where facts.states.indices.contains(fact) { facts.states[fact] = state }
    return facts
  }

  /// Whether anything is dated after the day, or begins after it.
  var isSomethingAhead: Bool {
    states.contains { state in
      switch state.value {
      case .date(let date): date.first > asOf
      case .codes(let codes): codes.held.contains(where: \.isInDoubt)
      default: state.status == .notYet
      }
    }
  }
}
