/// What was not suggested, in sentences: one for each reason that a reader can do something with, and a count of the rest.
struct NotSuggestedWords {
  let lines: [Line]
  /// What is left to `--all`.
  let remainder: String?

  /// `Lay tutor, at the last session`, and why not.
  struct Line {
    var subject: String
    var why: String
  }

  init(context: AdviceContext, all: Bool) {
    let advice = context.advice
    let near = advice.notSuggested.filter { all || Self.isNear($0, context) }
    let idle = advice.undecided.filter { !$0.live }
    let far = advice.notSuggested.count - near.count
    lines = Self.grouped(near, context, all: all) + (all ? idle.map { Self.line($0, context) } : [])
    remainder = all ? nil : Self.remainder(far: far, idle: idle.count)
  }

  /// What does not match is worth a line where the person stands; elsewhere it is only counted.
  private static func isNear(_ entry: Advice.NotSuggested, _ context: AdviceContext) -> Bool {
    guard entry.reason == .notAMatch else { return true }
    return entry.step != nil && context.relation(of: entry.step, on: entry.pathway) == .now
  }

  /// Entries with one reason and one detail share a line; many held back by one safeguard are counted.
  private static func grouped(_ entries: [Advice.NotSuggested], _ context: AdviceContext, all: Bool) -> [Line] {
    var order: [String] = []
    var subjects: [String: [String]] = [:]
    var seen: Set<[String]> = []
    var rules: [String: Int] = [:]
    for entry in entries {
      let why = PlainWords.sentence(entry.detail.isEmpty ? entry.reason.inWords : PlainWords.withLongDates(entry.detail))
      let subject = subject(entry.support, entry.rules, entry.pathway, entry.step, context)
      if subjects[why] == nil { order.append(why) }
      rules[why, default: 0] += max(1, entry.rules.count)
      if seen.insert([why, subject]).inserted { subjects[why, default: []].append(subject) }
    }
    return order.map { why in
      let named = subjects[why] ?? []
      let isShort = all || named.count <= 3
      return Line(subject: isShort ? named.joined(separator: "; ") : PlainWords.count(rules[why] ?? 0, "rule"), why: why)
    }
  }

  /// `Company for a long wait (Peer group), at Annual review`; the place is left out where it is the one step at which the person stands.
  private static func subject(
    _ support: String?, _ rules: [String], _ pathway: String?, _ step: String?, _ context: AdviceContext
  ) -> String {
    let titles = rules.map(context.title(ofRule:))
    let what = PlainWords.list(titles) + (support.map { " (\(context.title(ofSupport: $0)))" } ?? "")
    let isHere = context.advice.pathways.count == 1 && context.relation(of: step, on: pathway) == .now
    let place = isHere ? "" : context.place(pathway, step)
    return place.isEmpty ? what : "\(what), \(place)"
  }

  private static func line(_ entry: Advice.Undecided, _ context: AdviceContext) -> Line {
    Line(
      subject: subject(entry.support, entry.rules, entry.pathway, entry.step, context),
      why: "nothing known speaks for it. \(context.waitsFor(entry))")
  }

  private static func remainder(far: Int, idle: Int) -> String? {
    let farther = far == 0 ? nil : "\(far) more elsewhere \(far == 1 ? "does" : "do") not match what is known"
    let idler = idle == 0 ? nil : "for \(idle) more nothing known speaks, so nobody need ask"
    let parts = [farther, idler].compactMap { $0 }
    return parts.isEmpty ? nil : PlainWords.sentence(PlainWords.capitalized(parts.joined(separator: "; ")))
  }
}

extension Advice.Reason {
  /// Said where the engine gives no detail.
  var inWords: String {
    switch self {
    case .stopped: "a safeguard stops it"
    case .noConsent: "they do not wish suggestions"
    case .recentlyDeclined: "they said no to it not long ago"
    case .alreadyInPlace: "it is in place already"
    case .notAMatch: "what is known speaks against it"
    case .noOfferFits: "nothing local fits"
    case .limitPerStep: "others at this step come first"
    case .limitInAll: "others come first"
    case .notInForce: "the rule is not in force on this day"
    case .pluginFailed: "the support type could not answer"
    }
  }
}
