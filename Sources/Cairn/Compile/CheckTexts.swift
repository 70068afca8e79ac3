extension Compiler {
  /// Placeholders print only what the rule's own conditions make known, and nothing sensitive; `say` promises no verb.
  ///
  /// - Parameter isKnown: whether the rule's own conditions make a fact known wherever they hold; asked where a text wants to print it.
  mutating func checkTexts(of rule: RuleDeclaration, _ isKnown: (Int) -> Bool) {
    if let say = rule.sayPerson { check(say, of: rule, isKnown) }
    if let say = rule.sayPractitioner { check(say, of: rule, isKnown) }
    checkPlaceholders(in: rule.because, of: rule, isKnown, at: rule.becauseAt ?? rule.id.range)
    if case .flag(let text) = rule.action { checkPlaceholders(in: text, of: rule, isKnown, at: rule.flagAt ?? rule.id.range) }
  }

  private mutating func check(_ say: Written<LocalizedText>, of rule: RuleDeclaration, _ isKnown: (Int) -> Bool) {
    checkPlaceholders(in: say.value, of: rule, isKnown, at: say.range)
    say.value.forEachText { checkPromise($0, at: say.range) }
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
  private mutating func checkPromise(_ text: String, at range: SourceRange) {
    var text = text
    guard let promise = text.withUTF8({ Self.promise(in: $0) }) else { return }
    report(
      .warning(
        .promisesVerb, "`\(promise)` promises what consent may soften", at: range.source.find(promise, in: range) ?? range,
        help: "say what it is and why; the support type's own text says how"))
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
