/// What is said of one suggestion, and what went wrong on the way.
struct SuggestionWords: Sendable {
  var said: Advice.Said
  var isSensitiveLeftOut = false
  var problem: Advice.Problem?
}

extension PersonDay {
  /// The rule's `say`, which tells what and why; then the support type's text for the verb that remains, which tells how. Nil where
  /// neither the support type nor its manifest has anything to say.
  func words(for merged: Merged) -> SuggestionWords? {
    let lead = merged.lead
    let pathway = lead.place.pathway.map { ruleSet.pathways[$0] }
    let step = pathway.flatMap { pathway in lead.place.step.map { pathway.steps[$0] } }
    let request = SuggestionRequest(
      verb: lead.verb, parameters: lead.parameters, language: language, stepKind: step?.kind, step: step?.title.text(in: language),
      pathway: pathway?.title.text(in: language), offers: merged.listing?.seen.map(\.offer) ?? [], package: merged.package,
      facts: factsTold(to: ruleSet.supports[lead.support].manifest), asOf: asOf)
    let (content, problem) = ruleSet.supports[lead.support].checkedContent(for: request)
    guard let content else { return nil }
    let rule = ruleSet.rules[lead.rule]
    let said = rule.sayByVerb.first { $0.verb == lead.verb }
    let person = promiseless(filled(said?.person?.value ?? rule.sayPerson, lead.rule), rule, lead.verb)
    let practitioner = promiseless(filled(said?.practitioner?.value ?? rule.sayPractitioner, lead.rule), rule, lead.verb)
    return SuggestionWords(
      said: Advice.Said(
        person: [person.text, content.person].joinedAsSentences, practitioner: [practitioner.text, content.practitioner].joinedAsSentences),
      isSensitiveLeftOut: person.leavesOut || practitioner.leavesOut, problem: problem)
  }

  /// Where a verb shares nothing, no sentence of the rule says that something is.
  private func promiseless(_ said: (text: String, leavesOut: Bool), _ rule: RuleSet.Rule, _ verb: Verb) -> (text: String, leavesOut: Bool) {
    rule.promisesSharing && !verb.sharesData ? (SharingPromise.leavingOut(said.text), said.leavesOut) : said
  }

  /// What a support type may know of the person: the facts that it declares or names in `suits`, as far as they are known and not sensitive.
  private func factsTold(to manifest: SupportManifest) -> [String: String] {
    var told: [String: String] = [:]
    for id in (manifest.suits.map(ruleSet.facts(readBy:)) ?? []) + manifest.facts.map(\.id.value) {
      guard let fact = ruleSet.vocabulary.factIndex[id], facts[fact].status == .known, !disclosure.isSensitive(fact: fact) else {
        continue
      }
      told[id] = ruleSet.vocabulary.words(for: facts[fact].value, of: fact) ?? codesTold(facts[fact].value)
    }
    return told
  }

  private func codesTold(_ value: Facts.Value) -> String? {
    guard case .codes(let codes) = value else { return nil }
    let shown = codes.held.map(\.code).filter { !disclosure.isSensitive(code: $0) }
    return shown.isEmpty ? nil : shown.map { ruleSet.vocabulary.codes[$0].title.text(in: language).lowercasedFirst }.joinedAsList
  }

  /// A rule's text with its placeholders filled. What is sensitive is never printed, whoever looks.
  func filled(_ text: LocalizedText?, _ rule: Int) -> (text: String, leavesOut: Bool) {
    guard let text else { return ("", false) }
    let template = Template(text.text(in: language))
    var leavesOut = false
    var sentence = ""
    for part in template.parts {
      switch part {
      case .text(let words): sentence += words
      case .placeholder(let name, let otherwise):
        guard let fact = ruleSet.vocabulary.factIndex[name] else {
          sentence += otherwise ?? ""
          continue
        }
        let printed = ruleSet.print(fact, for: rule, facts, language: language)
        if printed == nil, isSensitive(fact) { leavesOut = true }
        sentence += printed ?? otherwise ?? (isSensitive(fact) ? Disclosure.fact : "")
      }
    }
    return (sentence, leavesOut)
  }

  /// Whether a fact that has a value is kept out of texts, or one of its codes is.
  private func isSensitive(_ fact: Int) -> Bool {
    disclosure.isSensitive(fact: fact) || disclosure.isSensitive(facts[fact].value)
  }
}

extension SupportType {
  /// What it answers, if that fits the request; else the plain text of its manifest, with a problem that names it.
  func checkedContent(for request: SuggestionRequest) -> (SuggestionContent?, Advice.Problem?) {
    let fault: String
    do {
      let content = try self.content(for: request)
      guard let wrong = content.fault(for: request) else { return (content, nil) }
      fault = wrong
    } catch {
      fault = error.description
    }
    let plain = manifest.plainContent(for: request)
    let problem = Advice.Problem(
      fact: manifest.id, detail: Wording.pluginFailed(fault), source: manifest.declaredAt?.reference)
    return (plain.fault(for: request) == nil ? plain : nil, problem)
  }
}

extension SuggestionContent {
  func fault(for request: SuggestionRequest) -> String? {
    if verb != request.verb { return Wording.wrongVerb(verb, request.verb) }
    return person.allSatisfy(\.isWhitespace) || practitioner.allSatisfy(\.isWhitespace) ? Wording.emptyText : nil
  }
}

extension [String] {
  /// One text after another, each ending as a sentence does.
  fileprivate var joinedAsSentences: String {
    filter { !$0.isEmpty }.map { text in
      guard let last = text.last, last.isLetter || last.isNumber else { return text }
      return text + "."
    }.joined(separator: " ")
  }
}
