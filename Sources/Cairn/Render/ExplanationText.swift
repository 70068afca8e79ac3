/// Why, or why not: what `cairn explain` shows for one person, of one rule or of every rule that suggests a kind of support.
package struct ExplanationText {
  package enum Subject: Sendable {
    /// A rule, by index.
    case rule(Int)
    /// A support type, by index.
    case support(Int)
  }

  /// The action whose offers are looked at: that of the rule, or of the first rule that suggests the support.
  package static func action(of subject: Subject, in ruleSet: RuleSet, _ advice: Advice) -> RuleSet.Action? {
    switch subject {
    case .rule(let rule): return ruleSet.rules[rule].action
    case .support(let support):
      let actions = ruleSet.rules.filter { $0.who != .team }.compactMap { rule -> RuleSet.Action? in
        if case .suggest(support, _, _) = rule.action { rule.action } else { nil }
      }
      guard let suggestion = advice.suggestions.first(where: { $0.support == ruleSet.supports[support].manifest.id }) else {
        return actions.first ?? .suggest(support: support, verb: .inform, with: Parameters())
      }
      return .suggest(
        support: support, verb: suggestion.softenedFrom ?? suggestion.verb, with: suggestion.parameters)
    }
  }

  private let context: AdviceContext
  private let facts: Facts
  private let subject: Subject
  private let options: AdviceText.Options
  private let offers: [Advice.Offer]
  private let places: RulePlaces
  private let change: @Sendable (Int) -> NearestChange?

  /// - Parameters:
  ///   - caringFor: of a carer, the person they care for.
  ///   - change: the nearest change for a rule, from whoever can search for one.
  package init(
    _ subject: Subject, profile: Profile, caringFor: Profile? = nil, advice: Advice, facts: Facts, ruleSet: RuleSet,
    options: AdviceText.Options = .init(), offers: [Advice.Offer] = [], change: @escaping @Sendable (Int) -> NearestChange? = { _ in nil }
  ) {
    self.offers = offers
    self.change = change
    places = RulePlaces(of: profile, caringFor: caringFor, facts: facts, in: ruleSet)
    self.subject = subject
    self.facts = facts
    self.options = options
    context = AdviceContext(profile: profile, advice: advice, ruleSet: ruleSet, showsSensitive: options.showsSensitive)
  }

  private var ruleSet: RuleSet { context.ruleSet }

  private var rules: [Int] {
    switch subject {
    case .rule(let rule): [rule]
    case .support(let support):
      // What is for the team reads no fact about a person. What a locality routes through it speaks for it, too.
      ruleSet.rules.indices.filter { index in
        guard ruleSet.rules[index].who != .team else { return false }
        if case .suggest(support, _, _) = ruleSet.rules[index].action { return true }
        return routedHere(support).contains(ruleSet.rules[index].id)
      }
    }
  }

  private func routedHere(_ support: Int) -> Set<String> {
    let id = ruleSet.supports[support].manifest.id
    return Set(context.advice.suggestions.filter { $0.support == id }.flatMap(\.rules))
  }

  private var title: String {
    switch subject {
    case .rule(let rule): ruleSet.rules[rule].title.text(in: context.language)
    case .support(let support): ruleSet.supports[support].manifest.title.text(in: context.language)
    }
  }

  package func draw() -> String {
    var page = Page(width: options.width)
    let answer = ExplanationAnswer(context: context, rules: rules.map { ruleSet.rules[$0].id }, isOneRule: isOneRule)
    let head = StyledText.strong("\(title) for \(context.profile.id)") + ", as of \(PlainWords.date(context.asOf)): "
    page.add(head + StyledText(answer.verdict, answer.style), first: "")
    for sentence in answer.sentences { page.add(StyledText(sentence), first: "  ", rest: "    ") }
    if rules.isEmpty { page.add("No rule of the rulebook suggests it.", first: "  ") }
    if let path = context.profile.declaredAt?.source.path { page.add(.faint("Lines are those of \(path)."), first: "  ") }
    let judged = judged(answer)
    draw(judged, answer, on: &page)
    if !judged.isEmpty {
      page.gap()
      page.add(.faint("✓\u{A0}holds · ✗\u{A0}stands in the way · ?\u{A0}not known"), first: "  ")
    }
    if let nearest = judged.first, let change = nearest.change {
      let title = judged.count == 1 ? nil : ruleSet.rules[nearest.rule].title.text(in: context.language)
      NearestChangeText(change: change, rule: title, context: context, facts: facts).draw(on: &page)
    }
    OffersText(offers: offers, all: options.all).draw(on: &page)
    return page.drawn(color: options.color)
  }

  /// A rule as it was judged, and what would change that.
  private struct Judged {
    var rule: Int
    var explanation: Explanation
    var change: NearestChange?
  }

  /// In the order declared; where none applies, the one that is nearest to it first, and last those that no answer brings.
  private func judged(_ answer: ExplanationAnswer) -> [Judged] {
    let judged = rules.map { rule in
      Judged(rule: rule, explanation: ruleSet.explanation(of: rule, facts), change: answer.isSuggested ? nil : change(rule))
    }
    return judged.enumerated().sorted { a, b in
      guard let first = a.element.change?.distance, let second = b.element.change?.distance, first != second else {
        return a.offset < b.offset
      }
      return first < second
    }.map(\.element)
  }

  private var isOneRule: Bool { if case .rule = subject { true } else { false } }

  /// In full those rules that say it, or might; a line for each of the rest.
  private func draw(_ judged: [Judged], _ answer: ExplanationAnswer, on page: inout Page) {
    let named = answer.rules.isEmpty ? nearest(judged) : answer.rules.union(changed(judged))
    let isShown = { (rule: Int) in isOneRule || options.all || named.contains(ruleSet.rules[rule].id) }
    func text(_ entry: Judged) -> RuleText { RuleText(entry.rule, entry.explanation, context, facts, places) }
    for entry in judged where isShown(entry.rule) { text(entry).draw(on: &page) }
    let rest = judged.filter { !isShown($0.rule) }
    guard !rest.isEmpty else { return }
    page.gap()
    page.add(.strong("The other rules for it"), note: .faint("in full: --all"), first: "  ")
    for entry in rest.map(text).sorted(by: { $0.verdict.rawValue > $1.verdict.rawValue }) { entry.drawShortly(on: &page) }
  }

  /// The rule that the nearest change is about.
  private func changed(_ judged: [Judged]) -> [String] {
    guard let first = judged.first, case .facts(let demands)? = first.change?.finding, !demands.isEmpty else { return [] }
    return [ruleSet.rules[first.rule].id]
  }

  /// The rules, at most three, to which no other is nearer.
  private func nearest(_ judged: [Judged]) -> Set<String> {
    Set(judged.filter { $0.change?.distance == judged.first?.change?.distance }.prefix(3).map { ruleSet.rules[$0.rule].id })
  }
}

/// What the advice says of the subject, in a word and a few sentences.
struct ExplanationAnswer {
  private(set) var verdict = "not suggested."
  private(set) var style = TerminalStyle.warning
  private(set) var sentences: [String] = []
  /// Ids of the rules that say it; of those that might, where none does.
  private(set) var rules: Set<String> = []
  private(set) var isSuggested = false

  init(context: AdviceContext, rules: [String], isOneRule: Bool) {
    let concerns = { (named: [String]) in named.contains { rules.contains($0) } }
    let advice = context.advice
    let suggestions = advice.suggestions.filter { concerns($0.rules) }
    let flags = advice.flags.filter { rules.contains($0.rule) }
    let waiting = advice.undecided.filter { concerns($0.rules) && ($0.live || isOneRule) }
    if !suggestions.isEmpty || !flags.isEmpty {
      (verdict, style, isSuggested) = (suggestions.isEmpty ? "flagged." : "suggested.", .good, true)
      sentences = suggestions.flatMap { Self.sentences($0, context) } + flags.map { "▸ \(PlainWords.sentence($0.say))" }
      self.rules = Set(suggestions.flatMap(\.rules) + flags.map(\.rule))
    } else if let flag = advice.flagsNotDue.first(where: { rules.contains($0.rule) }) {
      (verdict, isSuggested) = ("\(context.notDueUntil(flag)).", true)
      sentences = ["· No flag yet. Then: \(PlainWords.sentence(flag.say))"]
      self.rules = [flag.rule]
    } else if !waiting.isEmpty {
      verdict = "it depends on an answer."
      sentences = waiting.map { entry in
        let asks = context.ask(entry.needs) == nil ? "" : " " + Self.questions(entry.needs, context)
        return "? \(context.title(ofRule: entry.rules.first ?? "")). \(context.waitsFor(entry))\(asks)"
      }
      self.rules = Set(waiting.flatMap(\.rules))
    }
    say(advice.notSuggested.filter { concerns($0.rules) && (isOneRule || $0.reason != .notAMatch) }, context, isOneRule: isOneRule)
  }

  private static func questions(_ facts: [String], _ context: AdviceContext) -> String {
    context.advice.questions.filter { facts.contains($0.fact) }.map { "Ask: \(PlainWords.sentence($0.ask))" }.joined(separator: " ")
  }

  /// One sentence for each reason; where it is that of many, they are counted.
  private mutating func say(_ entries: [Advice.NotSuggested], _ context: AdviceContext, isOneRule: Bool) {
    var reasons: [String] = []
    var byReason: [String: [Advice.NotSuggested]] = [:]
    for entry in entries {
      let why = entry.detail.isEmpty ? entry.reason.inWords : PlainWords.withLongDates(entry.detail)
      if byReason[why] == nil { reasons.append(why) }
      byReason[why, default: []].append(entry)
    }
    for why in reasons {
      let those = byReason[why] ?? []
      let subject = isOneRule ? "" : Self.subject(of: those, context) + ": "
      sentences.append("✗ " + PlainWords.sentence(PlainWords.capitalized(subject + why)))
      if !isSuggested, those.count < 3 { rules.formUnion(those.filter { $0.reason != .notAMatch }.flatMap(\.rules)) }
    }
  }

  private static func subject(of entries: [Advice.NotSuggested], _ context: AdviceContext) -> String {
    guard entries.count < 3 else { return PlainWords.count(Set(entries.flatMap(\.rules)).count, "rule") }
    return entries.map { entry in
      let place = context.place(entry.pathway, entry.step)
      return PlainWords.list(entry.rules.map(context.title(ofRule:))) + (place.isEmpty ? "" : ", \(place)")
    }.joined(separator: "; ")
  }

  private static func sentences(_ suggestion: Advice.Suggestion, _ context: AdviceContext) -> [String] {
    let when =
      switch suggestion.timing {
      case .now: "Now"
      case .ahead: "Ahead"
      case .anywhere: "At no step in particular"
      }
    let place = context.place(suggestion.pathway, suggestion.step)
    let what =
      "\(when)\(place.isEmpty ? "" : ", \(place)"): *\(suggestion.verb.rawValue)* \(suggestion.title)\(suggestion.parameters.inTitle)."
    let until = suggestion.holdsUntil.map { " It holds until \(PlainWords.date($0)), if nothing else changes." } ?? ""
    let cautions = suggestion.cautions.map { " Mind: " + PlainWords.withLongDates(PlainWords.sentence($0)) }.joined()
    return ["▸ \(what)\(context.softened(suggestion).map { " " + $0 } ?? "")\(until)\(cautions)"]
  }
}
