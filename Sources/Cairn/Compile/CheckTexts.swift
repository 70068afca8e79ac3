extension Compiler {
  /// Placeholders print only what the rule's own conditions make known, and nothing sensitive; `say` promises no verb.
  ///
  /// - Parameter isKnown: whether the rule's own conditions make a fact known wherever they hold; asked where a text wants to print it.
  /// - Returns: Whether something that is said where nothing is shared promises that something is.
  mutating func checkTexts(of rule: RuleDeclaration, _ isKnown: (Int) -> Bool) -> Bool {
    var promises = false
    let alone = rule.declaredVerb.flatMap { $0.sharesData ? $0 : nil }
    for say in [rule.sayPerson, rule.sayPractitioner].compactMap({ $0 }) {
      promises = check(say, of: rule, isKnown, alone: alone) || promises
    }
    for said in rule.sayByVerb {
      for say in [said.person, said.practitioner].compactMap({ $0 }) {
        if said.verb.sharesData {
          checkPlaceholders(in: say.value, of: rule, isKnown, at: say.range)
        } else {
          promises = check(say, of: rule, isKnown, alone: nil) || promises
        }
      }
    }
    checkPlaceholders(in: rule.because, of: rule, isKnown, at: rule.becauseAt ?? rule.id.range)
    if case .flag(let text) = rule.action { checkPlaceholders(in: text, of: rule, isKnown, at: rule.flagAt ?? rule.id.range) }
    return promises
  }

  private mutating func check(
    _ say: Written<LocalizedText>, of rule: RuleDeclaration, _ isKnown: (Int) -> Bool, alone: Verb?
  ) -> Bool {
    checkPlaceholders(in: say.value, of: rule, isKnown, at: say.range)
    var promises = false
    say.value.forEachText { promises = checkPromise($0, at: say.range, alone: alone) || promises }
    return promises
  }

  private mutating func checkPlaceholders(
    in text: LocalizedText, of rule: RuleDeclaration, _ isKnown: (Int) -> Bool, at range: SourceRange
  ) {
    text.forEachText { text in
      guard Template.hasPlaceholders(text) else { return }
      for case .placeholder(let fact, let otherwise) in Template(text).parts {
        checkPlaceholder(fact, otherwise, of: rule, isKnown, at: range)
      }
    }
  }

  private mutating func checkPlaceholder(
    _ name: String, _ otherwise: String?, of rule: RuleDeclaration, _ isKnown: (Int) -> Bool, at range: SourceRange
  ) {
    let place = range.source.find("{\(name)", in: range) ?? range
    guard let fact = vocabulary.factIndex[name] else {
      let near = vocabulary.nearestFact(name)
      report(
        .error(
          .placeholderUnknown, "the placeholder `{\(name)}` names no fact", at: place,
          help: near.map { "did you mean `{\($0)}`?" } ?? "a text without a placeholder wants no braces"))
      return
    }
    if vocabulary.facts[fact].isSensitive {
      report(.error(.sensitiveInText, "`\(name)` is sensitive and is never said", at: place, help: "write the sentence without it"))
    } else if otherwise == nil, !isKnown(fact) {
      report(
        .error(
          .placeholderNotKnown, "\(Self.unknownBecause(name, in: rule)), so `{\(name)}` may have nothing to print", at: place,
          help: "write `{\(name)|other words}`, or make `\(name)` a condition"))
    }
  }

  /// A condition that other branches go round, or that is true where nothing is known, is one that its author sees and trusts.
  private static func unknownBecause(_ name: String, in rule: RuleDeclaration) -> String {
    let isRead = [rule.when, rule.unless].contains { $0?.factNames.contains(name) == true }
    return isRead
      ? "this rule reads `\(name)`, and can be true with it unknown" : "nothing in this rule makes `\(name)` known"
  }

  /// What is asked for may be softened, so a promise in `say` may turn out empty.
  ///
  /// - Parameter alone: the rule's verb, where the text would do under it alone.
  private mutating func checkPromise(_ text: String, at range: SourceRange, alone: Verb?) -> Bool {
    let shares = SharingPromise.phrase(in: text)
    var text = text
    guard let promise = text.withUTF8({ Self.promise(in: $0) }) ?? shares else { return false }
    let help =
      alone.map { "say it where details are shared alone: `say: {\($0.rawValue): {person: …}}`" }
      ?? "say what it is and why; the support type's own text says how"
    report(
      .warning(
        .promisesVerb, "`\(promise)` promises what consent may soften", at: range.source.find(promise, in: range) ?? range, help: help))
    return shares != nil
  }

  /// The first promise, whatever its case. Looked for by the two letters that all of them hold and few other words do: every text of a
  /// rulebook passes here, and the library's search takes half of the time that opening one needs.
  private static func promise(in text: UnsafeBufferPointer<UInt8>) -> String? {
    guard holdsTwoLs(text) else { return nil }
    var isInWord = false
    for start in text.indices {
      if !isInWord, let promise = promise(at: UnsafeBufferPointer(rebasing: text[start...])) { return promise }
      isInWord = (text[start] | 0x20) &- 0x61 < 26
    }
    return nil
  }

  private static func holdsTwoLs(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var wasL = false
    for byte in text {
      let isL = byte | 0x20 == UInt8(ascii: "l")
      if isL, wasL { return true }
      wasL = isL
    }
    return false
  }

  private static func promise(at text: UnsafeBufferPointer<UInt8>) -> String? {
    promises.first { promise in
      text.count >= promise.utf8.count && zip(text, promise.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }

  /// Each holds two Ls, by which texts are chosen for a closer look.
  private static let promises = [
    "we will refer", "we'll refer", "we will introduce", "we'll introduce", "you will be referred", "i will refer",
  ]
}

extension RuleDeclaration {
  /// The verb that it suggests; nil of one that flags.
  fileprivate var declaredVerb: Verb? {
    guard case .suggest(_, let verb, _, _) = action else { return nil }
    return Verb(rawValue: verb.value)
  }
}

extension SourceText {
  /// Where a text stands inside a stretch, whatever its case; nil where it does not stand there letter by letter.
  fileprivate func find(_ text: String, in range: SourceRange) -> SourceRange? {
    let wanted = Array(text.lowercased().utf8)
    let within = Array(self.text(range.start..<range.end).lowercased().utf8)
    guard !wanted.isEmpty, within.count >= wanted.count, within.count == range.end - range.start else { return nil }
    for start in 0...(within.count - wanted.count) where within[start..<start + wanted.count].elementsEqual(wanted) {
      return SourceRange(self, range.start + start, range.start + start + wanted.count)
    }
    return nil
  }
}
