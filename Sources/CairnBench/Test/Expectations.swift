package import Cairn

/// Something that a test expected and did not get.
package struct TestFailure: Sendable, Hashable {
  /// What was expected, in words.
  package var expected: String
  /// What came out instead.
  package var got: String
  /// The rule that it turns on, for an explanation; nil where no rule is concerned.
  package var rule: String?
  /// Where the expectation was written.
  package var at: SourceRange
}

extension TestDeclaration {
  /// Everything in which a subject differs from what is expected, in the order of the language.
  func failures(of subject: TestSubject) -> [TestFailure] {
    let comparison = Comparison(subject: subject, at: name.range, isExact: expect.only)
    var failures = comparison.missing(expect) + comparison.unexpected(expect)
    if let never { failures += comparison.present(never) }
    if expect.nothing { failures += comparison.anything() }
    return failures
  }
}

private struct Comparison {
  let subject: TestSubject
  let at: SourceRange
  /// Whether the lists are all there may be.
  let isExact: Bool

  /// What is expected and not there.
  func missing(_ expect: TestExpectation) -> [TestFailure] {
    lists(expect).flatMap { list in
      list.expected.filter { entry in !list.actual.contains { $0.matches(entry) } }.map { entry in
        let near = nearest(to: entry)
        return TestFailure(
          expected: "\(list.name): \(entry.inWords)", got: near.words, rule: entry.rule?.value ?? near.rule, at: entry.range)
      }
    }
      + names(expect).flatMap { list in
        list.expected.filter { !list.actual.contains($0.value) }.map { name in
          TestFailure(expected: "\(list.name): \(name.value)", got: said(list.actual), rule: nil, at: name.range)
        }
      }
  }

  /// What is there and was not listed, where the lists are all there may be.
  func unexpected(_ expect: TestExpectation) -> [TestFailure] {
    guard isExact else { return [] }
    return lists(expect).flatMap { list in
      list.actual.filter { entry in !list.expected.contains { entry.matches($0) } }.map { entry in
        TestFailure(expected: "\(list.name): only what is listed", got: entry.inWords, rule: entry.rules.first, at: at)
      }
    }
      + names(expect).flatMap { list in
        list.actual.filter { name in !list.expected.contains { $0.value == name } }.map { name in
          TestFailure(expected: "\(list.name): only what is listed", got: name, rule: nil, at: at)
        }
      }
  }

  /// What must never be there, and is.
  func present(_ never: TestExpectation) -> [TestFailure] {
    lists(never).flatMap { list in
      list.expected.compactMap { entry in
        list.actual.first { $0.matches(entry) }.map { found in
          TestFailure(
            expected: "never \(list.name): \(entry.inWords)", got: found.inWords, rule: entry.rule?.value ?? found.rules.first,
            at: entry.range)
        }
      }
    }
      + names(never).flatMap { list in
        list.expected.filter { list.actual.contains($0.value) }.map { name in
          TestFailure(expected: "never \(list.name): \(name.value)", got: said(list.actual), rule: nil, at: name.range)
        }
      }
  }

  /// Anything at all, where nothing is expected.
  func anything() -> [TestFailure] {
    (subject.suggested.map { ("suggests", $0) } + subject.undecided.map { ("undecided", $0) }).map { key, entry in
      TestFailure(expected: "nothing suggested, nothing undecided", got: "\(key): \(entry.inWords)", rule: entry.rules.first, at: at)
    }
  }

  private func lists(_ expect: TestExpectation) -> [(name: String, expected: [ExpectedSuggestion], actual: [TestEntry])] {
    [
      expect.suggests.map { ("suggests", $0, subject.suggested) }, expect.notSuggested.map { ("not-suggested", $0, subject.notSuggested) },
      expect.undecided.map { ("undecided", $0, subject.undecided) },
    ].compactMap { $0 }
  }

  private func names(_ expect: TestExpectation) -> [(name: String, expected: [Written<String>], actual: [String])] {
    [expect.asks.map { ("asks", $0, subject.asked) }, expect.escalates.map { ("escalates", $0, subject.escalated) }].compactMap { $0 }
  }

  private func said(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }

  /// What became of the rule or the support that was named: the nearest thing to what was expected.
  private func nearest(to expected: ExpectedSuggestion) -> (words: String, rule: String?) {
    func concerns(_ entry: TestEntry) -> Bool {
      if let rule = expected.rule { return entry.rules.contains(rule.value) }
      return expected.support.map { $0.value == entry.support } ?? false
    }
    let all =
      subject.suggested.map { ("suggests", $0) } + subject.undecided.map { ("undecided", $0) }
      + subject.notSuggested.map { ("not-suggested", $0) }
    let concerned = all.filter { concerns($0.1) }
    guard let (key, entry) = concerned.first else { return ("nothing like it", nil) }
    let more = concerned.count > 1 ? " (and \(concerned.count - 1) more)" : ""
    return ("\(key): \(entry.inWords)\(more)", entry.rules.first)
  }
}
