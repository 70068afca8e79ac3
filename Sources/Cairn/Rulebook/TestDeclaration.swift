/// One entry of `tests:`: a person, a day, and what must come out.
package struct TestDeclaration: Sendable {
  package var name: Written<String>
  package var profile: TestProfile
  package var asOf: CalendarDate
  package var expect: TestExpectation
  package var never: TestExpectation?
}

/// Whose advice a test looks at.
package enum TestProfile: Sendable {
  case named(Written<String>)
  case inline(Node)
  /// Steps and rules of the team; no person.
  case team
}

/// What a test expects: subsets of what comes out, exact where `only` is set.
package struct TestExpectation: Sendable {
  package var suggests: [ExpectedSuggestion]?
  package var notSuggested: [ExpectedSuggestion]?
  package var undecided: [ExpectedSuggestion]?
  package var asks: [Written<String>]?
  package var escalates: [Written<String>]?
  package var only = false
  package var nothing = false
}

/// One expected entry; a nil field matches anything.
package struct ExpectedSuggestion: Sendable {
  package var support: Written<String>?
  package var verb: Written<String>?
  package var pathway: Written<String>?
  package var step: Written<String>?
  package var rule: Written<String>?
  package var timing: Written<String>?
  package var reason: Written<String>?
  /// A local offer that is for the person, or may be.
  package var offer: Written<String>?
  package var range: SourceRange
}
