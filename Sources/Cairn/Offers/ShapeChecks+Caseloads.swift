extension ShapedOffer {
  /// Residence is what `accepts: {area: …}` says, and there is nothing else to qualify for. How many people one can walk with counts by
  /// level: `with: {level: light}` or `long`; without a level, both do.
  func localityCoordinator() -> [OfferFinding] {
    var level: String?
    if case .text(let word)? = seeker.parameters["level"] { level = word }
    let long = caseload(state.caseload?.long, of: manifest.count("caseload")) { "it walks with \($0) people for long, as many as it can" }
    let light = caseload(state.caseload?.light, of: manifest.count("light-caseload")) { "it helps \($0) people lightly, as many as it can" }
    switch level {
    case "light": return light
    case "long": return long
    default: return long + light
    }
  }

  /// Both choose, after a trial.
  func twoSidedMatch() -> [OfferFinding] {
    let trial = manifest.shapeParameters["trial"].map { [OfferFinding(.speaksFor, "both may try it out first, for \($0)")] } ?? []
    return trial + brokers()
  }

  /// Giving and taking, kept in hours.
  func reciprocalLedger() -> [OfferFinding] {
    guard let hours = manifest.count("opening-balance"), hours > 0 else { return brokers() }
    let words = "one begins with \(PlainWords.plainCount(hours, "hour")) to spend, before giving any"
    return [OfferFinding(.speaksFor, words)] + brokers()
  }

  private func brokers() -> [OfferFinding] {
    caseload(state.caseload?.all, of: manifest.count("caseload")) { "whoever brings people together there has \($0), as many as one can" }
  }

  /// A door to other services, of which only so many go into one package.
  func hub() -> [OfferFinding] {
    var findings = caseload(state.caseload?.all, of: manifest.count("caseload")) { "it works with \($0) people, as many as it can" }
    if let most = manifest.count("package") {
      for case .list(let named) in seeker.parameters.arguments.map(\.value) where named.count > most {
        findings.append(OfferFinding(.speaksAgainst, "it puts \(most) services together at most, and \(named.count) are named"))
      }
    }
    return findings
  }
}
