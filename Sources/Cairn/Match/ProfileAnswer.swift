extension Profile {
  /// Puts the answer to a question into the profile, where the engine reads it: most are facts, some are consent, strengths or
  /// the person's place: a step as a choice, the day on which one was reached as a date.
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
    default:
      if !answerPlace(question.fact, value) { facts[question.fact] = Fact(value, date: PartialDate(date)) }
    }
  }

  /// Answers to `step:PATHWAY` and `reached:PATHWAY/STEP` say where the person stands. Whether the id was one of these.
  private mutating func answerPlace(_ id: String, _ value: Value) -> Bool {
    guard let place = StepQuestion.names(in: id) else { return false }
    let known = positions.firstIndex { $0.pathway == place.pathway && (place.step == nil || $0.step == place.step || $0.step == nil) }
    switch (place.step, value) {
    case (nil, .choice(let step)):
      if let known { positions[known].step = step } else { positions.append(Position(pathway: place.pathway, step: step)) }
    case (let step?, .date(let day)):
      guard let known = known ?? positions.firstIndex(where: { $0.pathway == place.pathway }) else { break }
      if positions[known].step == step { positions[known].since = day } else { positions[known].reached[step] = day }
    default: break
    }
    return true
  }
}
