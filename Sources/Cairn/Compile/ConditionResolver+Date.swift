extension ConditionResolver {
  func date(_ word: String, _ field: Field) -> Comparison.Test? {
    switch word {
    case "within-last": field.duration().map { .date(.withinLast($0)) }
    case "longer-ago-than": field.duration().map { .date(.longerAgoThan($0)) }
    case "within-next": field.duration().map { .date(.withinNext($0)) }
    case "before": field.date().map { .date(.before($0)) }
    case "on-or-after": field.date().map { .date(.onOrAfter($0)) }
    default: nil
    }
  }

  /// A date has no `is`: few rules mean one day, and those that do want a reason to think again.
  func dateWithoutComparison(_ field: Field, _ subject: Subject) -> Comparison.Test? {
    let comparisons = Field.listed(subject.type.comparisons)
    return field.expected("a comparison", help: "write `\(field.key.text): {within-last: 30 days}`; it takes \(comparisons)")
  }
}
