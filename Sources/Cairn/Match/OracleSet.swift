/// A set of allowed values of one subject: a question to ask of any value, and the values near which its answer may change.
package struct OracleSet: Sendable {
  /// What a set is about: a fact's value, or whether it has any of some codes. Only sets about one subject merge.
  enum Subject: Sendable, Hashable {
    case value(Int)
    case codes(Int, [Int], CodeTest.Window?)
  }

  /// One value that a fact may have.
  enum Point: Sendable, Hashable {
    case truth(Bool)
    case choice(Int)
    case number(Int)
    case day(CalendarDate)
    case never
  }

  let subject: Subject
  let allows: @Sendable (Point, CalendarDate) -> Bool
  /// The last or first values of each stretch on which the answer stays the same.
  let numbers: [Int]
  let days: @Sendable (CalendarDate) -> [CalendarDate]

  private init(
    _ subject: Subject, holds: Bool, numbers: [Int] = [], days: @escaping @Sendable (CalendarDate) -> [CalendarDate] = { _ in [] },
    allows: @escaping @Sendable (Point, CalendarDate) -> Bool
  ) {
    self.subject = subject
    self.numbers = numbers
    self.days = days
    self.allows = { point, asOf in allows(point, asOf) == holds }
  }

  init(_ fact: Int, _ holds: Bool, allows: @escaping @Sendable (Point, CalendarDate) -> Bool) {
    self.init(.value(fact), holds: holds, allows: allows)
  }

  init(_ fact: Int, _ holds: Bool, numbers intervals: [ClosedRange<Int>]) {
    self.init(.value(fact), holds: holds, numbers: intervals.flatMap { [$0.lowerBound, $0.upperBound] }) { point, _ in
      if case .number(let number) = point { intervals.contains { $0.contains(number) } } else { false }
    }
  }

  init(_ fact: Int, _ holds: Bool, date test: DateTest) {
    self.init(.value(fact), holds: holds, days: { Self.edges(of: test, $0) }) { point, asOf in
      if case .day(let day) = point { Self.holds(test, day, asOf) } else { false }
    }
  }

  init(_ fact: Int, _ holds: Bool, anyOf codes: [Int], _ window: CodeTest.Window?) {
    self.init(.codes(fact, Set(codes).sorted(), window), holds: holds) { point, _ in point == .truth(true) }
  }

  /// The values that at least `count` of several sets about one subject allow.
  init(atLeast count: Int, of sets: [OracleSet]) {
    self.init(
      sets[0].subject, holds: true, numbers: sets.flatMap(\.numbers), days: { asOf in sets.flatMap { $0.days(asOf) } },
      allows: { point, asOf in sets.count { $0.allows(point, asOf) } >= count })
  }

  private static func holds(_ test: DateTest, _ day: CalendarDate, _ asOf: CalendarDate) -> Bool {
    switch test {
    case .withinLast(let length): asOf.subtracting(length) <= day && day <= asOf
    case .longerAgoThan(let length): day < asOf.subtracting(length)
    case .withinNext(let length): asOf <= day && day <= asOf.adding(length)
    case .before(let date): day < date
    case .onOrAfter(let date): date <= day
    }
  }

  private static func edges(of test: DateTest, _ asOf: CalendarDate) -> [CalendarDate] {
    switch test {
    case .withinLast(let length): [asOf.subtracting(length), asOf]
    case .longerAgoThan(let length): [asOf.subtracting(length)]
    case .withinNext(let length): [asOf, asOf.adding(length)]
    case .before(let date), .onOrAfter(let date): [date]
    }
  }
}
