extension FactsInProgress {
  /// A value as the fact's type wants it; nil, and a problem, where it does not fit.
  mutating func value(_ given: Profile.Fact, _ index: Int) -> Facts.Value? {
    switch (given.value, vocabulary.facts[index].type) {
    case (.boolean(let value), .boolean): return .boolean(value)
    case (.choice(let value), .choice(let values)):
      if let choice = values.firstIndex(of: value) { return .choice(choice) }
      return refuse(given, index, "`\(value)` is none of its values")
    case (.number(let text), .number): return number(text, given, index)
    case (.date(let date), .date): return .date(date.brought(from: latest, to: asOf))
    case (.never, .date): return .never
    case (.codes(let codes, let isPartial), .codes(let domain)): return .codes(self.codes(codes, isPartial, domain, given, index))
    case (let value, let type): return refuse(given, index, "it is \(type.described), and \(value.described) was given")
    }
  }

  private mutating func number(_ text: String, _ given: Profile.Fact, _ index: Int) -> Facts.Value? {
    let type = vocabulary.facts[index].type
    switch ScaledNumber.read(text, decimals: type.decimals) {
    case .value(let value):
      guard let bounds = type.numberBounds, !bounds.contains(value) else { return .number(value, value) }
      return refuse(given, index, "`\(text)` is out of range: \(type.runs(vocabulary.facts[index].id))")
    case .tooLarge: return refuse(given, index, "`\(text)` is out of range: \(type.runs(vocabulary.facts[index].id))")
    case .tooFine: return refuse(given, index, "`\(text)` is too fine: `\(vocabulary.facts[index].id)` \(type.grain)")
    case .notANumber: return refuse(given, index, "`\(text)` is no number")
    }
  }

  private mutating func refuse(_ given: Profile.Fact, _ index: Int, _ why: String) -> Facts.Value? {
    report(vocabulary.facts[index].id, why + "; it stays unknown", given.source)
    return nil
  }

  /// A concept that the rulebook does not have may be another name for one that it has, so the set is then open. An area that no
  /// condition names is none of those that conditions name.
  private mutating func codes(
    _ codes: [Profile.Code], _ isPartial: Bool, _ domain: CodeDomain, _ given: Profile.Fact, _ index: Int
  ) -> Facts.Codes {
    var result = Facts.Codes([], isPartial: isPartial)
    result.held.reserveCapacity(codes.count)
    let fact = vocabulary.facts[index].id
    for code in codes {
      if let known = vocabulary.code(code.id, in: domain) {
        result.held.append(held(known, code, of: fact, given.source))
      } else if domain != .areas {
        report(fact, "`\(code.id)` is none of the rulebook's \(domain.members), so other \(domain.members) may be there too", given.source)
        result.isPartial = true
      }
    }
    return result
  }

  /// A partial `since` is cut at the day; one wholly after it leaves the code in doubt.
  private mutating func held(_ index: Int, _ code: Profile.Code, of fact: String, _ source: SourceRange?) -> Facts.Held {
    guard let since = code.since, since.last > asOf else { return Facts.Held(index, since: code.since) }
    if since.first <= latest { return Facts.Held(index, since: since.brought(from: latest, to: asOf).cut(at: asOf)) }
    report(fact, "`\(code.id)` is said to begin \(since), after \(asOf), and stays in doubt", source, telling: index)
    return Facts.Held(index, since: since, isInDoubt: true)
  }
}

extension PartialDate {
  /// The part of it up to a day, which is not before its first.
  func cut(at day: CalendarDate) -> PartialDate { last > day ? PartialDate(first: first, last: day) : self }

  /// What begins after a day, and not after `latest`, as beginning on that day.
  func brought(from latest: CalendarDate, to day: CalendarDate) -> PartialDate {
    guard first > day, first <= latest else { return self }
    return PartialDate(first: day, last: last <= latest ? day : last)
  }
}

extension Profile.Value {
  var described: String {
    switch self {
    case .boolean: "yes or no"
    case .choice: "a word"
    case .number: "a number"
    case .date: "a date"
    case .never: "`none`"
    case .codes: "a set of codes"
    case .declined: "`declined`"
    case .unknown: "`unknown`"
    }
  }
}
