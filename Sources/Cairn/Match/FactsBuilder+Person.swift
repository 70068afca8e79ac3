extension FactsInProgress {
  // MARK: - Age

  /// A birth known to the month or the year makes an interval of ages.
  mutating func addBirth(of profile: Profile) {
    guard let born = profile.born, let index = index(.age), let bounds = vocabulary.facts[index].type.numberBounds else { return }
    let source = profile.sources["born"] ?? profile.declaredAt
    guard born.first <= asOf else { return report("age", "born \(born) is after \(asOf); the age stays unknown", source) }
    let oldest = Self.age(born.first, on: asOf)
    let youngest = Self.age(min(born.last, asOf), on: asOf)
    let low = max(youngest, bounds.lowerBound)
    let high = min(oldest, bounds.upperBound)
    guard low <= high else {
      let runs = vocabulary.facts[index].type.boundsInWords ?? "elsewhere"
      return report("age", "born \(born) makes \(oldest) years, and the age runs \(runs); it stays unknown", source)
    }
    set(.age, Facts.State(.number(low, high), .known, source: source))
  }

  /// Whole years. Who is born on 29 February has a birthday on the 28th in other years.
  static func age(_ born: CalendarDate, on day: CalendarDate) -> Int {
    let birth = born.components
    let today = day.components
    let birthday = min(birth.day, CalendarDate.days(inMonth: birth.month, of: today.year))
    let isBefore = (today.month, today.day) < (birth.month, birthday)
    return today.year - birth.year - (isBefore ? 1 : 0)
  }

  // MARK: - Strengths, home, caring

  mutating func addStrengths(of profile: Profile) {
    guard let strengths = profile.strengths, let index = index(.strengths) else { return }
    var given = Profile.Fact(.codes(strengths.map { Profile.Code($0) }, partial: false))
    given.source = profile.sources["strengths"] ?? profile.declaredAt
    if let value = value(given, index) { set(.strengths, Facts.State(value, .known, source: given.source)) }
  }

  /// Without a fixed abode a person may still be in an area, so that one stays what the facts say of it.
  mutating func addHome(of profile: Profile) {
    guard let home = profile.home else { return }
    let source = profile.sources["home"] ?? profile.declaredAt
    switch home {
    case .noFixedAbode: set(.noFixedAbode, Facts.State(.boolean(true), .known, source: source))
    case .place(_, _, let area):
      set(.noFixedAbode, Facts.State(.boolean(false), .known, source: source))
      guard let area else { return }
      let held = vocabulary.code(area, in: .areas).map { [Facts.Held($0)] } ?? []
      set(.area, Facts.State(.codes(Facts.Codes(held)), .known, source: source))
    }
  }

  mutating func addCaring(of profile: Profile) {
    guard profile.carerOf != nil else { return }
    set(.isCarer, Facts.State(.boolean(true), .known, source: profile.sources["carer-of"] ?? profile.declaredAt))
  }

  // MARK: - Consent

  /// Consent for some support types is neither yes nor no as a fact; the advice looks at each type.
  mutating func addConsent(of profile: Profile) {
    let source = profile.consent.source ?? profile.declaredAt
    switch profile.consent.suggest {
    case .given(let answer)?: set(.consentToSuggest, Facts.State(.boolean(answer), .known, source: source))
    case .declined?: set(.consentToSuggest, Facts.State(.unknown, .declined, source: source))
    case nil: break
    }
    switch profile.consent.share {
    case .all(let answer)?: set(.consentToShare, Facts.State(.boolean(answer), .known, source: source))
    case .with(let types)? where types.isEmpty: set(.consentToShare, Facts.State(.boolean(false), .known, source: source))
    case .with?: set(.consentToShare, Facts.State(.unknown, .unknown, source: source))
    case .declined?: set(.consentToShare, Facts.State(.unknown, .declined, source: source))
    case nil: break
    }
  }
}
