extension ProfileReader {
  private static let consentKeys = Keys("suggest", "share", "message-back", "by")
  static let consenting = ["self", "parent", "attorney", "best-interests"]

  /// A consent is taken as a whole: what it does not say was not asked.
  func readConsent(_ field: Field?, into profile: inout Profile) {
    guard let field else { return }
    profile.consent = Profile.Consent()
    guard stateWord(field.node) != .unknown, let mapping = MappingReader(field, Self.consentKeys) else { return }
    profile.consent.suggest = mapping["suggest"].flatMap { answer($0) }
    profile.consent.share = mapping["share"].flatMap { share($0) }
    profile.consent.messageBack = mapping["message-back"].flatMap { stateWord($0.node) == nil ? $0.boolean() : nil }
    profile.consent.by = mapping["by"]?.word(of: Self.consenting)
    profile.consent.source = field.node.range
  }

  private func answer(_ field: Field) -> Profile.Consent.Answer? {
    switch stateWord(field.node) {
    case .unknown: nil
    case .declined: .declined
    case nil: field.boolean().map { .given($0) }
    }
  }

  /// `yes`, `no`, or the support types that it is for.
  private func share(_ field: Field) -> Profile.Consent.Share? {
    switch stateWord(field.node) {
    case .unknown: return nil
    case .declined: return .declined
    case nil: break
    }
    guard field.node.isSequence else {
      if field.node.isScalar, Field.truth(field.node.text) == nil { return field.expected("`yes`, `no`, or a list of support types") }
      return field.boolean().map { .all($0) }
    }
    return .with(field.once(field.node.items.map { field.item($0) }).compactMap { support($0) })
  }

  func support(_ field: Field) -> String? {
    guard let name = field.name() else { return nil }
    if vocabulary.code(name.value, in: .supports) != nil { return name.value }
    findings.report(vocabulary.unknownSupport(name.value, at: name.range))
    return nil
  }

  // MARK: - What was suggested before

  private static let eventKeys = Keys("support", "outcome", "date", "step")

  func readHistory(_ field: Field?, into profile: inout Profile) {
    guard let field else { return }
    profile.history = []
    profile.isHistoryPartial = false
    profile.sources["history"] = field.node.range
    for fact in ["supports", "completed"] { profile.facts[fact] = nil }
    guard let items = field.list(of: "event") else {
      profile.isHistoryPartial = true
      return
    }
    for item in items { readEvent(item, into: &profile) }
  }

  /// An event that cannot be read may have put support in place. One of a support type that the rulebook does not have cannot.
  private func readEvent(_ field: Field, into profile: inout Profile) {
    guard let mapping = MappingReader(field, Self.eventKeys) else {
      profile.isHistoryPartial = true
      return
    }
    let support = mapping.required("support")
    let outcome = mapping.required("outcome")?.word(Profile.Event.Outcome.self)
    let date = date(mapping["date"])
    let step = mapping["step"]?.name()
    if let step { checkStep(step) }
    let type = support.flatMap { self.support($0) }
    if support?.node.isScalar != true || outcome == nil { profile.isHistoryPartial = true }
    guard let type, let outcome else { return }
    var event = Profile.Event(support: type, outcome: outcome, date: date, step: step?.value)
    event.source = field.node.range
    profile.history.append(event)
  }

  private func checkStep(_ step: Written<String>) {
    guard !pathways.values.contains(where: { $0.contains(step.value) }) else { return }
    findings.report(
      Diagnostic.error(.unknownStep, "no pathway has a step `\(step.value)`", at: step.range)
        .suggesting(nearestID(step.value, in: pathways.values.joined())))
  }
}
