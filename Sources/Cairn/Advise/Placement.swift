/// One place where a rule speaks to one person: a step, or nowhere in particular.
struct RulePlace: Sendable {
  /// The person's standing on the pathway, by index; nil anywhere.
  var standing: Int?
  var pathway: Int?
  var step: Int?
  var timing: Advice.Timing
  /// From which day, where it stands ahead with its date.
  var from: CalendarDate?
  /// By which day.
  var by: CalendarDate?
  var late = false
  /// Whether the person is on the pathway.
  var isOn = Truth.yes
  /// Whether the time for it has come; unknown where nobody knows when the step was reached.
  var isTime = Truth.yes
  /// Whether this is a step where the person stands.
  var isCurrent = false
  /// What to ask where the date of the step is missing.
  var missing: StepQuestion?
  /// How long after a step that is still to come.
  var after: CalendarDuration?
  /// How long after the step, where that time has not come, be the step reached or not.
  var dueAfter: CalendarDuration?
  /// The day when the place is reached, as far as anyone can tell.
  var expected: CalendarDate?
  var distance = 0

  static let anywhere = RulePlace(timing: .anywhere)

  /// Whether a rule that is true stands here.
  var truth: Truth { Truth.all([isOn, isTime]) }

  /// Earlier places first: *now*, then anywhere, then ahead by steps away.
  var order: Order {
    Order(timing: Rank.of(timing), distance: distance, standing: standing ?? 0, step: step ?? 0, from: from ?? .first)
  }

  struct Order: Comparable {
    let timing, distance, standing, step: Int
    let from: CalendarDate

    static func < (a: Order, b: Order) -> Bool {
      (a.timing, a.distance, a.standing, a.step, a.from) < (b.timing, b.distance, b.standing, b.step, b.from)
    }
  }
}

extension Standing {
  /// Where a rule that is placed at a step stands for this person; nil where it does not.
  func place(at step: Int, _ placement: RuleSet.Placement, in ruleSet: RuleSet, standing: Int, asOf: CalendarDate) -> RulePlace? {
    var place = RulePlace(standing: standing, pathway: pathway, step: step, timing: .ahead, isOn: truth)
    place.distance = distances[step]
    place.expected = expected[step]
    switch relations[step] {
    case .elsewhere: return nil
    case .behind: return dueLater(place, placement, asOf)
    case .ahead, .anyTime:
      if let due = dueLater(place, placement, asOf) { return due }
      place.after = placement.after
      place.dueAfter = placement.after
      place.from = expected[step].flatMap { day in placement.after.map { day.adding($0) } }
      place.by = expected[step].flatMap { day in placement.within.map { day.adding($0) } }
      place.expected = place.from ?? place.expected
    case .now:
      place.isCurrent = true
      place.timing = .now
      wait(placement.after, &place, asOf)
      close(placement.within, &place, asOf)
    }
    return place
  }

  /// What was to come some time after a step that was reached, and is not due yet. Beside that a step behind carries nothing.
  private func dueLater(_ place: RulePlace, _ placement: RuleSet.Placement, _ asOf: CalendarDate) -> RulePlace? {
    guard let after = placement.after, let step = place.step, let date = dates[step], asOf < date.first.adding(after) else { return nil }
    var place = place
    place.dueAfter = after
    place.from = date.last.adding(after)
    place.by = placement.within.map { date.first.adding($0) }
    place.expected = place.from
    place.distance = 0
    return place
  }

  /// `after`: from when the step was reached. Where that day is known in part, only what holds on every such day is said.
  private func wait(_ after: CalendarDuration?, _ place: inout RulePlace, _ asOf: CalendarDate) {
    guard let after, let step = place.step else { return }
    guard let date = dates[step] else { return leaveOpen(&place) }
    if asOf >= date.last.adding(after) { return }
    guard asOf < date.first.adding(after) else { return leaveOpen(&place) }
    place.timing = .ahead
    place.dueAfter = after
    place.from = date.last.adding(after)
    place.expected = place.from
  }

  /// `within`: past it a rule is late, and never dropped; so a missing day makes it neither true nor false, only the mark is left out.
  private func close(_ within: CalendarDuration?, _ place: inout RulePlace, _ asOf: CalendarDate) {
    guard let within, let step = place.step else { return }
    let question = StepQuestion.reached(pathway: pathway, step: step)
    guard let date = dates[step] else {
      place.missing = question
      return
    }
    place.late = asOf > date.last.adding(within)
    place.by = date.first.adding(within)
    if !place.late, asOf > date.first.adding(within) { place.missing = question }
  }

  private func leaveOpen(_ place: inout RulePlace) {
    place.isTime = .unknown
    place.missing = place.step.map { StepQuestion.reached(pathway: pathway, step: $0) }
  }
}
