extension ShapedOffer {
  /// One comes, and comes again. A group whose type has facilitators does not meet without one; others may.
  func openGroup() -> [OfferFinding] {
    var findings = handOverFindings()
    if isVacant(OfferState.facilitator) {
      let isNeeded = manifest.count("facilitators") != nil
      findings.insert(
        OfferFinding(isNeeded ? .bars : .speaksAgainst, isNeeded ? "nobody runs it at present" : "nobody looks after it at present"), at: 0)
    }
    return findings
  }

  /// Members come when they like. Somebody whose crisis is building is not sent where no staff stand beside the members.
  func membershipClub() -> [OfferFinding] {
    var findings: [OfferFinding] = []
    if isVacant(OfferState.facilitator) { findings.append(OfferFinding(.bars, "nobody runs it at present")) }
    if isVacant(OfferState.coFacilitation) { findings += withoutCoFacilitation() }
    return findings + handOverFindings()
  }

  private func withoutCoFacilitation() -> [OfferFinding] {
    let words = "no staff are there beside the members at present"
    guard manifest.crisis == .serves, let level = fact(.crisisLevel) else { return [OfferFinding(.speaksAgainst, words)] }
    switch level.state.value {
    case .choice(let choice) where choice > 0: return [OfferFinding(.bars, words + ", and a crisis is building")]
    case .unknown:
      return [OfferFinding(.asks, "whether a crisis is building: no staff are there at present", fact: level.index)]
    default: return [OfferFinding(.speaksAgainst, words)]
    }
  }
}
