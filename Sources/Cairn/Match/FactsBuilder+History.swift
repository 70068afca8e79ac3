extension FactsInProgress {
  /// `supports`: accepted and neither ended nor completed since. `completed`: completed at any time.
  mutating func addHistory(of profile: Profile) {
    var inPlace = LastEvents()
    var completed = LastEvents()
    for event in profile.history where isPast(event) {
      switch event.outcome {
      case .accepted, .ended: inPlace.add(event)
      case .completed:
        inPlace.add(event)
        completed.add(event)
      case .declined, .notYet: break
      }
    }
    inPlace.events.removeAll { $0.outcome != .accepted }
    for (fact, events) in [(BuiltInFact.supports, inPlace.events), (.completed, completed.events)] {
      if profile.history.isEmpty, profile.facts[fact.id] != nil { continue }
      let codes = Facts.Codes(events.compactMap { held($0) }, isPartial: profile.isHistoryPartial)
      set(fact, Facts.State(.codes(codes), .known, source: profile.sources["history"] ?? profile.declaredAt))
    }
  }

  /// An event to come has not happened; one of a support type that this rulebook does not have is none of those that it has.
  private mutating func isPast(_ event: Profile.Event) -> Bool {
    if vocabulary.code(event.support, in: .supports) == nil {
      report("history", "`\(event.support)` is no support type of this rulebook; the event is not used", event.source)
      return false
    }
    guard let date = event.date, date.first > asOf else { return true }
    report("history", "`\(event.support)` \(event.outcome.rawValue) is dated \(date), after \(asOf); the event is not used", event.source)
    return false
  }

  private func held(_ event: Profile.Event) -> Facts.Held? {
    vocabulary.code(event.support, in: .supports).map { Facts.Held($0, since: event.date?.cut(at: asOf)) }
  }
}

/// The last event of each support type. Of two, the one listed later is later, unless its date lies wholly before the other's.
private struct LastEvents {
  var events: [Profile.Event] = []

  mutating func add(_ event: Profile.Event) {
    guard let index = events.firstIndex(where: { $0.support == event.support }) else { return events.append(event) }
    if let date = event.date, let other = events[index].date, date.last < other.first { return }
    events[index] = event
  }
}
