extension Profile {
  /// Puts the answer to a question into the profile, where the engine reads it: most are facts, some are consent or strengths.
  ///
  /// - Parameters:
  ///   - question: A question that `Advice` asked of this profile.
  ///   - value: What was answered, `declined` included.
  ///   - date: The day of the answer.
  public mutating func answer(_ question: Advice.Question, _ value: Value, on date: CalendarDate) {
    switch (question.fact, value) {
    case ("consent-to-suggest", .boolean(let agreed)): consent.suggest = .given(agreed)
    case ("consent-to-suggest", .declined): consent.suggest = .declined
    case ("consent-to-share", .boolean(let agreed)): consent.share = .all(agreed)
    case ("consent-to-share", .declined): consent.share = .declined
    case ("strengths", .codes(let codes, _)): strengths = codes.map(\.id)
    default: facts[question.fact] = Fact(value, date: PartialDate(date))
    }
  }
}
