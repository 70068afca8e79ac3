extension PersonDay {
  /// Where a rule stands for somebody who said *not yet* to its support: no more at the step where that was said, but at the next.
  func placesAfterNotYet(_ places: [RulePlace], _ said: Profile.Event) -> [RulePlace] {
    places.map { place in
      guard let standing = saidHere(said, place) else { return place }
      return comingBack(place, whereabouts.standings[standing], standing)
    }.sorted { $0.order < $1.order }
  }

  /// The standing whose present step it was said at; nil where it was said before that step, or nobody can tell.
  private func saidHere(_ said: Profile.Event, _ place: RulePlace) -> Int? {
    switch place.timing {
    case .ahead: nil
    case .now: place.standing.flatMap { number in place.step.flatMap { wasSaid(said, at: $0, of: number) ? number : nil } }
    case .anywhere:
      whereabouts.standings.indices.first { number in
        whereabouts.standings[number].current.contains { wasSaid(said, at: $0, of: number) }
      }
    }
  }

  private func wasSaid(_ said: Profile.Event, at step: Int, of number: Int) -> Bool {
    let standing = whereabouts.standings[number]
    let since = standing.dates[step]
    if let name = said.step {
      guard ruleSet.pathways[standing.pathway].steps[step].id == name else { return false }
      // Said at this step the last time round, it comes back this time.
      if let since, let date = said.date { return date.last >= since.first }
      return true
    }
    guard let since, let date = said.date else { return false }
    return date.first >= since.last
  }

  private func comingBack(_ place: RulePlace, _ standing: Standing, _ number: Int) -> RulePlace {
    var place = place
    place.timing = .ahead
    place.isCurrent = false
    place.late = false
    place.by = nil
    guard let step = place.step ?? standing.current.first else { return place }
    let next = StepLine(ruleSet.pathways[standing.pathway].steps).next(after: step)
    place.standing = number
    place.pathway = standing.pathway
    place.step = next ?? step
    place.distance = standing.distances[next ?? step]
    place.expected = standing.expected[next ?? step]
    place.missing = nil
    return place
  }
}
