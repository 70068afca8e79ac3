extension Compiler {
  /// A test that asks for something and forbids it fails whatever comes out.
  mutating func checkContradictions(in test: TestDeclaration) {
    if test.expect.nothing, let entry = (test.expect.suggests ?? test.expect.undecided ?? []).first {
      report(
        .error(
          .contradictoryTest, "the test expects nothing, and it expects this", at: entry.range, help: "take away one of them"))
    }
    guard let never = test.never else { return }
    for (wanted, forbidden) in [
      (test.expect.suggests, never.suggests), (test.expect.notSuggested, never.notSuggested), (test.expect.undecided, never.undecided),
    ] {
      for entry in wanted ?? [] {
        if let bar = (forbidden ?? []).first(where: { $0.admits(entry) }) { reportBoth(entry.range, bar.range) }
      }
    }
    for (wanted, forbidden) in [(test.expect.asks, never.asks), (test.expect.escalates, never.escalates)] {
      for name in wanted ?? [] {
        if let bar = (forbidden ?? []).first(where: { $0.value == name.value }) { reportBoth(name.range, bar.range) }
      }
    }
  }

  private mutating func reportBoth(_ wanted: SourceRange, _ forbidden: SourceRange) {
    report(
      .error(
        .contradictoryTest, "the test expects this, and never wants it", at: wanted, help: "take away one of them"
      ).relating("forbidden here", forbidden))
  }
}

extension ExpectedSuggestion {
  /// Whether everything that `other` describes is described by this too: whatever this names, the other names alike.
  fileprivate func admits(_ other: ExpectedSuggestion) -> Bool {
    zip(names, other.names).allSatisfy { own, its in own.map { $0 == its } ?? true }
  }

  private var names: [String?] {
    [support, verb, pathway, step, rule, timing, reason, offer].map { $0?.value }
  }
}
