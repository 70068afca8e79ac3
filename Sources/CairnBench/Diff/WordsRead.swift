import Cairn

/// Every text that one person, or whoever advises them, reads under one rulebook, by what it is about.
struct WordsRead {
  /// What is told before and after, and so can be told in other words.
  private var told: [String: [String]] = [:]
  /// What is read beside it, and is counted nowhere else: what is asked, the pathways.
  private var beside: [String: [String]] = [:]

  init(_ advice: Advice) {
    for suggestion in advice.suggestions { told[suggestion.support, default: []] += suggestion.wordsRead }
    for flag in advice.flags {
      told["flag \(flag.rule)", default: []] += [flag.say, flag.because, "\(flag.timing)", flag.from.inWords] + flag.cautions
    }
    for escalation in advice.escalate {
      told["escalation \(escalation.safeguard)", default: []] += [escalation.say.person, escalation.say.practitioner]
    }
    for question in advice.questions { beside["question \(question.fact)"] = [question.ask] }
    for entry in advice.notSuggested {
      for rule in entry.rules { told["reason against \(rule)", default: []] += [entry.reason.rawValue, entry.detail] }
    }
    for pathway in advice.pathways {
      beside["pathway \(pathway.pathway)"] = [pathway.title] + pathway.steps.flatMap { [$0.title, $0.repeats ?? ""] }
    }
  }

  /// What is worded otherwise, by name.
  func differences(from before: WordsRead) -> [String] {
    let kept = told.keys.filter { key in before.told[key].map { $0 != told[key] } ?? false }
    let others = Set(beside.keys).union(before.beside.keys).filter { beside[$0] != before.beside[$0] }
    return kept.sorted() + others.sorted()
  }
}

extension Advice.Suggestion {
  fileprivate var wordsRead: [String] {
    let grounds = evidence.flatMap { [$0.grade, $0.source, $0.limits ?? ""] }
    let days = ["\(timing)", from.inWords, by.inWords, "\(late)", holdsUntil.inWords]
    let texts = [title, publicName, priority.rawValue, parameters.inTitle, because, say.person, say.practitioner]
    return texts + benefits + risks + grounds + cautions + days + offers.flatMap(\.wordsRead) + package.flatMap(\.wordsRead)
  }
}

extension Advice.Offer {
  fileprivate var wordsRead: [String] {
    [title, fits.rawValue, status.rawValue, verb.rawValue, standing] + `for` + against + ask + address + times
      + contacts.map { "\($0.kind.rawValue) \($0.value)" }
  }
}

extension Advice.PackageItem {
  fileprivate var wordsRead: [String] { [title, fits.rawValue, detail ?? ""] + offers.flatMap(\.wordsRead) }
}

extension CalendarDate? {
  fileprivate var inWords: String { self?.description ?? "" }
}
