package import Cairn

/// What tests reach, for a terminal: shares, then everything that nobody has seen, each with a test to paste.
package struct CoverageText {
  private let coverage: Coverage
  private let options: AdviceText.Options

  package init(_ coverage: Coverage, options: AdviceText.Options) {
    self.coverage = coverage
    self.options = options
  }

  package func draw() -> String {
    var page = Page(width: options.width)
    let gaps = coverage.entries.filter { $0.looks.contains { $0.standing.isGap } }
    if !gaps.isEmpty { page.add(.strong("Not seen by any test"), first: "") }
    for entry in gaps { draw(entry, on: &page) }
    drawTests(on: &page)
    page.gap()
    summarize(on: &page)
    return page.drawn(color: options.color)
  }

  // MARK: - What nobody has seen

  private func draw(_ entry: Coverage.Entry, on page: inout Page) {
    page.gap()
    let isWithheld = entry.isSensitive && !options.showsSensitive
    page.add(
      .strong(isWithheld ? entry.decided.kind.withheldName : entry.id) + .faint(entry.decided.kind.inBrackets),
      note: entry.declaredAt.map(BenchWords.place), first: "  ")
    for look in entry.looks where look.standing.isGap { draw(look, of: entry, on: &page) }
  }

  private func draw(_ look: Coverage.Look, of entry: Coverage.Entry, on page: inout Page) {
    let doubt = doubt(look.standing, of: entry)
    switch look.what {
    case .verdict(let truth): page.add(StyledText("never \(truth.inWords)\(doubt)"), first: "    ")
    case .stands: page.add("no test looks at the team", first: "    ")
    case .side(let range, _) where look.isSensitive && !options.showsSensitive:
      page.add(StyledText("a condition that is \(Disclosure.withheldText)\(doubt)"), note: range.map(BenchWords.place), first: "    ")
    case .side(let range, let words):
      let written = range.map { "`\(BenchWords.excerpt($0))`: " } ?? ""
      page.add(StyledText("\(written)\(words)\(doubt)"), note: range.map(BenchWords.place), first: "    ")
    }
  }

  private func doubt(_ standing: Coverage.Standing, of entry: Coverage.Entry) -> String {
    switch standing {
    case .notAnalysed: ", not analysed"
    case .reachable(let test) where !entry.tests[test].tells: ", and no test can tell: nothing that comes out depends on it"
    case .reachable, .seen, .unreachable: ""
    }
  }

  // MARK: - Tests to write

  private static let testsShown = 10

  /// Those that see most come first; without `--all` there are no more than anybody would paste.
  private func drawTests(on page: inout Page) {
    let tests = coverage.testsToWrite
    guard !tests.isEmpty else { return }
    page.gap()
    page.add(.strong(tests.count == 1 ? "A test to paste" : "Tests to paste, those that see most first"), first: "")
    for test in options.all ? tests[...] : tests.prefix(Self.testsShown) {
      page.gap()
      for line in test.linesToPaste(showingSensitive: options.showsSensitive) { page.add(StyledText(line)) }
    }
    let rest = tests.count - Self.testsShown
    guard rest > 0, !options.all else { return }
    page.gap()
    page.add(.faint("\(PlainWords.plainCount(rest, "more test")): `--all` shows \(rest == 1 ? "it" : "them")."), first: "  ")
  }

  // MARK: - Shares

  private func summarize(on page: inout Page) {
    page.add(StyledText("Seen by the people of \(PlainWords.count(coverage.people, "test"))"), first: "")
    for kind in Decided.Kind.allCases { draw(coverage.states(of: kind), "\(kind.plural): states", on: &page) }
    draw(coverage.sides, "Conditions: sides", on: &page)
    if coverage.isCutShort { page.add(.faint(BenchWords.cutShort), first: "  ") }
  }

  private func draw(_ tally: Coverage.Tally, _ title: String, on page: inout Page) {
    guard tally.all + tally.unreachable > 0 else { return }
    var words = StyledText("\(tally.seen) of \(tally.all) (\(tally.percent) %)", tally.seen == tally.all ? .good : .warning)
    if tally.unreachable > 0 { words += .faint(", \(tally.unreachable) that nobody can be in left out") }
    if tally.notAnalysed > 0 { words += .faint(", \(tally.notAnalysed) not analysed") }
    page.add(words, first: StyledText(title).padded(to: 24).indented)
  }
}

extension StyledText {
  fileprivate var indented: StyledText { .spaces(2) + self }
}

extension Coverage.Standing {
  fileprivate var isGap: Bool { self != .seen && self != .unreachable }
}

extension Truth {
  /// As a rule's verdict is called.
  var inWords: String {
    switch self {
    case .yes: "true"
    case .no: "false"
    case .unknown: "undecided"
    }
  }
}

extension Decided.Kind {
  var plural: String {
    switch self {
    case .rule: "Rules"
    case .safeguard: "Safeguards"
    case .pathway: "Pathways"
    case .derived: "Derived facts"
    case .offer: "Offers"
    case .routing: "Routing"
    }
  }

  /// Behind an id; of a rule nothing, since most are rules.
  var inBrackets: String {
    switch self {
    case .rule: ""
    case .safeguard: " (safeguard)"
    case .pathway: " (pathway)"
    case .derived: " (derived fact)"
    case .offer: " (offer)"
    case .routing: " (routing)"
    }
  }
}

/// Words that more than one of the bench's pages uses.
enum BenchWords {
  /// Where a search ended before its end, and how to see more of it.
  static let cutShort = "There is more than one run looks at: what is left is not analysed. `--rule ID` looks at one thing."

  /// `rules/early.yaml:12`.
  static func place(_ range: SourceRange) -> StyledText {
    let place = Diagnostic.Location(range)
    return .faint("\(place.path):\(place.line)")
  }

  /// The author's own words on one line, the end of a long text left out.
  static func excerpt(_ range: SourceRange) -> String {
    let text = range.text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }
}
