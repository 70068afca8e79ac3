/// What is known of a person's agreement to one thing.
enum Agreement: String {
  case agreed = "yes"
  case refused = "no"
  case declined = "asked, and not answered"
  case unasked = "nobody has asked"
}

extension AdviceContext {
  /// Whether details may be passed on to those who give one kind of support.
  func sharing(with support: String) -> Agreement {
    switch profile.consent.share {
    case .all(let agreed): return agreed ? .agreed : .refused
    case .with(let supports): return supports.contains(support) ? .agreed : .unasked
    case .declined: return .declined
    case nil: return agreement(fact: Self.shareFact)
    }
  }

  /// `suggestions: yes · passing details on: nobody has asked`.
  var consentInWords: String { "suggestions: \(suggesting.rawValue) · passing details on: \(sharingInWords)" }

  private var suggesting: Agreement {
    switch profile.consent.suggest {
    case .given(let agreed): agreed ? .agreed : .refused
    case .declined: .declined
    case nil: agreement(fact: Self.suggestFact)
    }
  }

  private var sharingInWords: String {
    switch profile.consent.share {
    case .with(let supports) where supports.isEmpty: Agreement.unasked.rawValue
    case .with(let supports): "yes for " + PlainWords.list(supports.map(title(ofSupport:)))
    case .all(let agreed): agreed ? Agreement.agreed.rawValue : Agreement.refused.rawValue
    case .declined: Agreement.declined.rawValue
    case nil: agreement(fact: Self.shareFact).rawValue
    }
  }

  /// Consent given as a fact; while the question is still asked, the answer has gone stale.
  private func agreement(fact: String) -> Agreement {
    switch profile.facts[fact]?.value {
    case .boolean(false): .refused
    case .boolean(true): number(of: fact) == nil ? .agreed : .unasked
    case .declined: .declined
    default: .unasked
    }
  }
}
