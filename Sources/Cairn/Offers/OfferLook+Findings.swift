extension OfferLook {
  /// Whom it takes, beside what is known of the person.
  func accepts(_ index: Int) -> [OfferFinding] {
    switch search.verdicts[index] {
    case .yes: []
    case .no: barred(index)
    case .unknown: search.ruleSet.offerRows.missing(of: index, seeker.facts).map(asking)
    }
  }

  private func barred(_ index: Int) -> [OfferFinding] {
    let isElsewhere = search.elsewhere.contains(index)
    let area = search.ruleSet.vocabulary.factIndex[BuiltInFact.area.id]
    let reasons = search.ruleSet.offerRows.reasonsAgainst(index, seeker.facts)
    let findings = reasons.map { fact in
      fact == area && !disclosure.withholds(fact: fact)
        ? OfferFinding(.bars, OfferPhrases.elsewhere, isPlace: true) : OfferFinding(.bars, phrase(fact, of: index), isPlace: false)
    }
    if findings.isEmpty { return [OfferFinding(.bars, OfferPhrases.forOthers, isPlace: isElsewhere)] }
    return findings.filter(\.isPlace) + findings.filter { !$0.isPlace }
  }

  /// What it asks of a fact; of a sensitive one nothing but that it is one.
  private func phrase(_ fact: Int, of index: Int) -> String {
    let rows = search.ruleSet.offerRows
    let declared = search.ruleSet.vocabulary.facts[fact]
    if disclosure.withholds(fact: fact) { return OfferPhrases.sensitiveAgainst }
    let title = declared.title.text(in: seeker.language).lowercasedFirst
    // Of several rows none holds, and no single one of them is what the offer asks.
    guard rows.targets[index].count == 1, let row = rows.targets[index].first,
      case let constraints = rows.constraints[rows.rows[row].constraints].filter({ rows.slots[$0.slot].fact == fact }),
      let constraint = constraints.first(where: { rows.slots[$0.slot].aspect != .known }) ?? constraints.first
    else { return "what is known speaks against it: \(title)" }
    if constraints.contains(where: { rows.slots[$0.slot].aspect == .known }), seeker.facts[fact].value == .unknown {
      return "it is for people of whom this is noted: \(title)"
    }
    if case .codes(let codes, _) = rows.slots[constraint.slot].aspect, codes.count > Self.mostNamed,
      rows.sets[constraint.set] == .truth(no: false, yes: true)
    {
      return "it asks for \(title): one of \(codes.count) that it names"
    }
    return "it asks for \(title): \(search.ruleSet.words(for: rows.slots[constraint.slot], allowing: rows.sets[constraint.set]))"
  }

  /// Codes that are named one by one; of more, their number is said.
  private static let mostNamed = 4

  /// The fact's question, else its title.
  private func asking(_ fact: Int) -> OfferFinding {
    let declared = search.ruleSet.vocabulary.facts[fact]
    if disclosure.withholds(fact: fact) { return OfferFinding(.asks, Disclosure.fact, fact: fact) }
    let title = declared.title.text(in: seeker.language).lowercasedFirst
    if seeker.facts[fact].status == .declined { return OfferFinding(.asks, "\(title): asked, and not answered", fact: fact) }
    return OfferFinding(.asks, declared.ask?.text(in: seeker.language) ?? title, fact: fact)
  }

  func crisis(_ offer: Offer) -> [OfferFinding] {
    guard isCrisis, !offer.serves(manifest.crisisNeeds) else { return [] }
    return [OfferFinding(.bars, OfferPhrases.notInACrisis)]
  }

  /// Needs beside what is said of them, by the offer or by the place where it is.
  func access(_ offer: Offer, site: LocalService.Location?) -> [OfferFinding] {
    let met = Set((offer.access ?? []) + (site?.access ?? []))
    return search.needs.all.filter { !offer.isPlaceless || !OfferNeeds.ofPlaces.contains($0) }.map { need in
      if met.contains(need) { return OfferFinding(.speaksFor, OfferPhrases.has(need)) }
      return offer.access == nil ? OfferFinding(.asks, OfferPhrases.asks(need)) : OfferFinding(.bars, OfferPhrases.lacks(need))
    }
  }

  func training(_ offer: Offer) -> [OfferFinding] {
    offer.lacksTraining(for: manifest).map { [OfferFinding(.speaksAgainst, $0)] } ?? []
  }

  /// How it stands on the day: what it costs, how long one waits, how old the entry is.
  func standing(_ offer: Offer, _ status: Advice.Offer.Status) -> [OfferFinding] {
    var findings = status == .open ? [] : [OfferFinding(.speaksAgainst, "it is \(standing(of: offer, status))")]
    if let starts = offer.starts, starts.first > seeker.asOf { findings.append(OfferFinding(.speaksAgainst, "it starts on \(starts)")) }
    return findings + places(offer) + cost(offer)
  }

  /// After *it is*.
  func standing(of offer: Offer, _ status: Advice.Offer.Status) -> String {
    switch status {
    case .open: "open"
    case .full: ["full", offer.places?.wait.map { "about \($0) to wait" }].compactMap { $0 }.joined(separator: ", ")
    case .stale: "out of date: nobody has looked\(offer.lookedAt.map { " since \($0)" } ?? "")"
    case .expired: over(offer)
    }
  }

  private func over(_ offer: Offer) -> String {
    if offer.service?.status == .defunct { return "over, as the directory says" }
    if offer.service?.status == .closedForNow { return "closed for now, as the directory says" }
    if let ends = offer.ends, ends.last < seeker.asOf { return "over since \(ends)" }
    return "closed to new people"
  }

  private func places(_ offer: Offer) -> [OfferFinding] {
    guard let places = offer.places else { return [] }
    let wait = places.wait.map { "there is a wait of about \($0)" }
    switch places.free {
    case 0?: return []
    case let free?:
      let of = places.of.map { " of \($0)" } ?? ""
      let words = "\(free)\(of) place\(free == 1 && places.of == nil ? " is" : free == 1 ? "s is" : "s are") free"
      return [OfferFinding(.speaksFor, words)] + (wait.map { [OfferFinding(.speaksAgainst, $0)] } ?? [])
    case nil: return wait.map { [OfferFinding(.speaksAgainst, $0)] } ?? []
    }
  }

  private func cost(_ offer: Offer) -> [OfferFinding] {
    guard let cost = offer.costToPerson else { return [] }
    if cost == 0 { return [OfferFinding(.speaksFor, "it costs nothing")] }
    let rest = cost % 100
    return [OfferFinding(.speaksAgainst, "it costs \(cost / 100).\(rest < 10 ? "0" : "")\(rest) each time")]
  }
}

/// What is said of offers, each phrase once.
enum OfferPhrases {
  static let elsewhere = "it is for another area"
  static let forOthers = "what is known speaks against it"
  static let sensitiveAgainst = "a sensitive fact speaks against it"
  static let notInACrisis = "it is not there for people whose crisis is building"

  /// The distance is rounded up, so that it never reads as within reach.
  static func tooFar(_ metres: Double, reach: Double) -> String {
    "it is \(length(metres)) away in a straight line, and people here are sent no further than \(length(reach))"
  }

  private static func length(_ metres: Double) -> String {
    metres < 1000 ? "\(Int(metres.rounded(.up))) m" : "\(PlainWords.grouped(Int((metres / 1000).rounded(.up)))) km"
  }

  static func has(_ need: String) -> String { need == "step-free" ? "it is step-free" : "it has \(PlainWords.spaced(need))" }

  static func lacks(_ need: String) -> String {
    need == "step-free" ? "it has no step-free way in" : "it has no \(PlainWords.spaced(need))"
  }

  static func asks(_ need: String) -> String {
    need == "step-free" ? "whether it is step-free: ask them" : "whether it has \(PlainWords.spaced(need)): ask them"
  }
}
