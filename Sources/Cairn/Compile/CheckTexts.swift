extension Compiler {
  /// Placeholders print only what the rule's own conditions make known, and nothing sensitive; `say` promises no verb.
  mutating func checkTexts(of rule: RuleDeclaration, _ known: Set<Int>) {
    for say in [rule.sayPerson, rule.sayPractitioner].compactMap({ $0 }) {
      for translation in say.value.translations {
        for case .placeholder(let fact, let otherwise) in Template(translation.text).parts {
          checkPlaceholder(fact, otherwise, known, at: say.range)
        }
        checkPromise(translation.text, at: say.range)
      }
    }
  }

  private mutating func checkPlaceholder(_ name: String, _ otherwise: String?, _ known: Set<Int>, at range: SourceRange) {
    let place = range.source.find("{\(name)", in: range) ?? range
    guard let fact = vocabulary.factIndex[name] else {
      let near = nearest(name, in: vocabulary.factIndex.keys.sorted())
      report(
        .error(
          .placeholderUnknown, "the placeholder `{\(name)}` names no fact", at: place,
          help: near.map { "did you mean `{\($0)}`?" } ?? "a text without a placeholder wants no braces"))
      return
    }
    if vocabulary.facts[fact].isSensitive {
      report(.error(.sensitiveInText, "`\(name)` is sensitive and is never said", at: place, help: "write the sentence without it"))
    } else if otherwise == nil, !known.contains(fact) {
      report(
        .error(
          .placeholderNotKnown, "nothing in this rule makes `\(name)` known, so `{\(name)}` may have nothing to print", at: place,
          help: "write `{\(name)|other words}`, or make `\(name)` a condition"))
    }
  }

  /// What is asked for may be softened, so a promise in `say` may turn out empty.
  private mutating func checkPromise(_ text: String, at range: SourceRange) {
    let lower = text.lowercased()
    let promises = ["we will refer", "we'll refer", "we will introduce", "we'll introduce", "you will be referred", "i will refer"]
    guard let promise = promises.first(where: { lower.contains($0) }) else { return }
    report(
      .warning(
        .promisesVerb, "`\(promise)` promises what consent may soften", at: range.source.find(promise, in: range) ?? range,
        help: "say what it is and why; the support type's own text says how"))
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
