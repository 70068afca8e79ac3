/// Words that offers, people and support types are compared by: one that is misspelt meets nothing, and nobody would notice.
enum ComparedWords {
  /// Needs that a place or a group may meet.
  static let access = OfferNeeds.ofPlaces.union([
    "interpreter", "sign-language", "quiet-room", "assistance-dogs", "easy-read", "large-print", "braille", "captions", "carer-welcome",
    "child-care",
    "transport", "low-sensory", "female-only", "male-only",
  ])
  static let training: Set<String> = [
    "confidentiality", "listening", "safeguarding", "crisis-response", "facilitation", "first-aid", "mental-health-first-aid",
    "suicide-awareness", "trauma", "boundaries", "equality", "motivational-interviewing",
  ]
  static let checks: Set<String> = [
    "basic-dbs", "standard-dbs", "enhanced-dbs", "pvg", "accessni", "police-check", "working-with-children",
  ]
  /// By key of `preferences`; of languages and times there is no list.
  static let preferences: [String: [String]] = [
    "mode": OfferWords.modes, "group": OfferWords.groups, "peer-sex": OfferWords.sexes, "formality": OfferWishes.formalities,
    "led-by": OfferWishes.leaderNames,
  ]
}

extension Compiler {
  /// Words of which nothing else in the rulebook knows, with the one that was likely meant.
  mutating func checkWords() {
    let people = declaration.profiles.map(\.node)
    let needs = people.flatMap { Self.words($0["access"]) }
    warn(declaration.offers.flatMap { $0.access ?? [] } + needs, known: ComparedWords.access, of: "access")
    let training = ComparedWords.training.union(manifests.flatMap(\.facilitatorsNeed))
    warn(declaration.offers.flatMap { $0.trainedIn ?? [] }, known: training, of: "trained-in")
    let checks = ComparedWords.checks.union(manifests.flatMap(\.checksNeed))
    warn(declaration.offers.compactMap(\.checked), known: checks, of: "checked")
    for person in people { checkWishes(person["preferences"]) }
  }

  private static func words(_ node: Node?) -> [Written<String>] {
    guard let node else { return [] }
    let items = node.isSequence ? Array(node.items) : [node]
    return items.filter { $0.isScalar && !$0.text.isEmpty }.map { Written($0.text, at: $0.range) }
  }

  /// A word that is written twice is its author's own.
  private mutating func warn(_ words: [Written<String>], known: Set<String>, of key: String) {
    let counts = Dictionary(words.map { ($0.value, 1) }, uniquingKeysWith: +)
    let own = counts.filter { $0.value > 1 }.map(\.key)
    let candidates = known.union(own).sorted()
    for word in words where counts[word.value] == 1 && !known.contains(word.value) {
      let warning = Diagnostic.warning(
        .unusualWord, "`\(word.value)` under `\(key)` is used nowhere else, so nothing is compared with it", at: word.range)
      let near = nearestID(word.value, in: candidates)
      report(
        near == nil ? warning.noting("help", "the usual words are \(Field.listed(known.sorted(), last: "and"))") : warning.suggesting(near))
    }
  }

  /// What people wish is compared with the few words that offers have.
  private mutating func checkWishes(_ preferences: Node?) {
    guard let preferences, preferences.isMapping else { return }
    for (key, value) in preferences.entries {
      guard let known = ComparedWords.preferences[key.text] else { continue }
      for wish in Self.words(value) where !known.contains(wish.value) && wish.value != "unknown" && wish.value != "declined" {
        let warning = Diagnostic.warning(
          .unusualWord, "no offer can be `\(wish.value)`, so the wish under `\(key.text)` is compared with nothing", at: wish.range)
        let near = nearestID(wish.value, in: known)
        report(near == nil ? warning.noting("help", "the words are \(Field.listed(known, last: "and"))") : warning.suggesting(near))
      }
    }
  }
}
