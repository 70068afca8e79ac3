import Cairn

/// The names of facts and derived facts that anything in a rulebook reads.
struct NamesRead: Sendable {
  private(set) var names: Set<String> = []

  init(_ declaration: RulebookDeclaration, _ supports: [any SupportType]) {
    for rule in declaration.rules { read(rule) }
    for derived in declaration.derived { read(derived.when) }
    for safeguard in declaration.safeguards { read(safeguard.when) }
    for pathway in declaration.pathways { read(pathway.appliesTo) }
    for offer in declaration.offers { read(offer.accepts) }
    for policy in declaration.routing { read(policy.when) }
    for support in supports { read(support.manifest) }
  }

  private mutating func read(_ rule: RuleDeclaration) {
    read(rule.when)
    read(rule.unless)
    read(rule.because)
    for said in ([rule.sayPerson, rule.sayPractitioner] + rule.sayByVerb.flatMap { [$0.person, $0.practitioner] }).compactMap({ $0 }) {
      read(said.value)
    }
    if case .flag(let text) = rule.action { read(text) }
  }

  private mutating func read(_ manifest: SupportManifest) {
    read(manifest.suits)
    read(manifest.unless)
    for text in manifest.texts { read(text: text.person + text.practitioner) }
  }

  private mutating func read(_ condition: ConditionDeclaration?) {
    switch condition {
    case .fact(let name, _)?: names.insert(name.text)
    case .all(let parts, _)?, .any(let parts, _)?, .none(let parts, _)?, .some(_, let parts, _)?:
      for part in parts { read(part) }
    case nil: return
    }
  }

  private mutating func read(_ text: LocalizedText) {
    for translation in text.translations { read(text: translation.text) }
  }

  /// A placeholder prints a fact, so it reads it.
  private mutating func read(text: String) {
    guard Template.hasPlaceholders(text) else { return }
    for case .placeholder(let fact, _) in Template(text).parts { names.insert(fact) }
  }
}
