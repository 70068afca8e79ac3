/// Advice as JSON: every key is always there, null or empty where there is nothing, in the order of the documentation.
///
/// `suggestions` what to suggest, best first · `flags` what a practitioner is asked to look at, `flagsNotDue` what they will be once its time has come · `undecided` rules that wait for an
/// answer, one entry a rule · `questions` what to ask, best first · `notSuggested` with a reason from a closed list · `escalate` what
/// comes before any suggestion · `problems` what could not be used as given · `checkFirst` what must be known of the person's safety. Dates
/// are ISO days.
package enum AdviceJSON {
  /// One object: `cairn` (the version of this format), `rulebook`, `asOf`, `results`.
  package static func draw(_ results: [Advice], ruleSet: RuleSet, asOf: CalendarDate, showsSensitive: Bool = false) -> String {
    let names = Names(ruleSet, showsSensitive: showsSensitive)
    var json = JSONWriter(.indented)
    json.object { json in
      writeHead(ruleSet, asOf: asOf, to: &json)
      json.array("results", of: results) { write($1, names, to: &$0) }
    }
    return json.text + "\n"
  }

  /// Ids as they may be said: what is sensitive has none, but where its own question asks for it.
  package struct Names {
    fileprivate let disclosure: Disclosure
    fileprivate let ruleSet: RuleSet

    package init(_ ruleSet: RuleSet, showsSensitive: Bool = false) {
      self.ruleSet = ruleSet
      disclosure = ruleSet.disclosure(showsSensitive: showsSensitive)
    }

    fileprivate func safeguards(_ ids: [String]) -> [String] { ids.map { ruleSet.name(ofSafeguard: $0, disclosure) }.uniqued() }
  }

  package static func writeHead(_ ruleSet: RuleSet, asOf: CalendarDate, to json: inout JSONWriter) {
    json.field("cairn", 1)
    json.object("rulebook") { json in
      json.field("id", ruleSet.id)
      json.field("version", ruleSet.version)
      json.field("hash", ruleSet.hash.text)
    }
    json.field("asOf", asOf.description)
  }

  /// One element of `results`, as `batch` writes it on a line of its own.
  package static func write(_ advice: Advice, _ names: Names, to json: inout JSONWriter) {
    json.object { json in
      json.field("profile", advice.profile)
      json.array("suggestions", of: advice.suggestions) { write($1, names, to: &$0) }
      json.array("flags", of: advice.flags) { write($1, to: &$0) }
      json.array("flagsNotDue", of: advice.flagsNotDue) { write($1, to: &$0) }
      json.array("undecided", of: advice.undecided) { write($1, names, to: &$0) }
      json.array("questions", of: advice.questions) { write($1, names, to: &$0) }
      json.array("notSuggested", of: advice.notSuggested) { write($1, to: &$0) }
      json.array("escalate", of: advice.escalate) { write($1, names, to: &$0) }
      json.array("problems", of: advice.problems) { write($1, to: &$0) }
      write(advice.checkFirst, names, to: &json)
    }
  }

  /// `support` and `verb` are ids · `timing` is now, ahead or anywhere · `from` and `by` are the days between which it is meant, `late`
  /// whether `by` has passed · `pathway` and `step` are null where it applies anywhere, `alsoAt` lists the other places · `rules` has the
  /// leading rule first · `softenedFrom` is the verb before consent softened it · `holdsUntil` is null if over ten years ahead · `gap`
  /// says that nothing local stands behind it · `offers` are the local ones, best first, and `offersLeftOut` counts those that are not
  /// listed · `package` is what somebody would put together.
  private static func write(_ suggestion: Advice.Suggestion, _ names: Names, to json: inout JSONWriter) {
    json.object { json in
      json.field("support", suggestion.support)
      json.field("verb", suggestion.verb.rawValue)
      json.field("timing", suggestion.timing.rawValue)
      json.field("from", suggestion.from?.description)
      json.field("by", suggestion.by?.description)
      json.field("late", suggestion.late)
      json.field("pathway", suggestion.pathway)
      json.field("step", suggestion.step)
      json.array("alsoAt", of: suggestion.alsoAt) { write($1, to: &$0) }
      json.field("rules", suggestion.rules)
      json.field("priority", suggestion.priority.rawValue)
      json.field("because", suggestion.because)
      json.field("benefits", suggestion.benefits)
      json.field("risks", suggestion.risks)
      json.array("evidence", of: suggestion.evidence) { write($1, to: &$0) }
      write(suggestion.say, to: &json)
      json.field("cautions", suggestion.cautions)
      json.field("softenedFrom", suggestion.softenedFrom?.rawValue)
      json.field("holdsUntil", suggestion.holdsUntil?.description)
      json.field("gap", suggestion.gap)
      json.array("offers", of: suggestion.offers) { write($1, names, to: &$0) }
      json.field("offersLeftOut", suggestion.offersLeftOut)
      json.array("package", of: suggestion.package) { write($1, names, to: &$0) }
    }
  }

  /// `fits` is yes, no or ask · `status` is open, full, stale or expired · `verb` is what one does to get in there · `needs` are the facts
  /// that `ask` waits for · `distanceMetres` and `address` are null and empty where they are not known or not shown.
  private static func write(_ offer: Advice.Offer, _ names: Names, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", offer.id)
      json.field("title", offer.title)
      json.field("fits", offer.fits.rawValue)
      json.field("status", offer.status.rawValue)
      json.field("verb", offer.verb.rawValue)
      json.field("distanceMetres", offer.distanceMetres)
      json.field("for", offer.for)
      json.field("against", offer.against)
      json.field("ask", offer.ask)
      json.field("needs", names.disclosure.ids(ofFacts: offer.needs))
      json.field("address", offer.address)
      json.field("times", offer.times)
      json.array("contacts", of: offer.contacts) { json, contact in
        json.object { json in
          json.field("kind", contact.kind.rawValue)
          json.field("value", contact.value)
        }
      }
    }
  }

  /// `detail` says why not, or what must be asked first.
  private static func write(_ item: Advice.PackageItem, _ names: Names, to json: inout JSONWriter) {
    json.object { json in
      json.field("support", item.support)
      json.field("title", item.title)
      json.field("fits", item.fits.rawValue)
      json.field("detail", item.detail)
      json.array("offers", of: item.offers) { write($1, names, to: &$0) }
    }
  }

  private static func write(_ place: Advice.Place, to json: inout JSONWriter) {
    json.object { json in
      json.field("pathway", place.pathway)
      json.field("step", place.step)
      json.field("timing", place.timing.rawValue)
    }
  }

  /// `grade` is high, moderate, low, very-low or none.
  static func write(_ evidence: Evidence, to json: inout JSONWriter) {
    json.object { json in
      json.field("grade", evidence.grade)
      json.field("source", evidence.source)
      json.field("limits", evidence.limits)
    }
  }

  private static func write(_ said: Advice.Said, to json: inout JSONWriter) {
    json.object("say") { json in
      json.field("person", said.person)
      json.field("practitioner", said.practitioner)
    }
  }

  private static func write(_ flag: Advice.Flag, to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", flag.rule)
      json.field("pathway", flag.pathway)
      json.field("step", flag.step)
      json.field("timing", flag.timing.rawValue)
      json.field("from", flag.from?.description)
      json.field("by", flag.by?.description)
      json.field("late", flag.late)
      json.field("say", flag.say)
      json.field("because", flag.because)
    }
  }

  /// `needs` are facts that are missing and may be asked or found, `declined` those that were asked and not answered · `live` says
  /// whether anything known speaks for it.
  private static func write(_ undecided: Advice.Undecided, _ names: Names, to json: inout JSONWriter) {
    json.object { json in
      json.field("support", undecided.support)
      json.field("verb", undecided.verb.rawValue)
      json.field("timing", undecided.timing.rawValue)
      json.field("pathway", undecided.pathway)
      json.field("step", undecided.step)
      json.field("rules", undecided.rules)
      json.field("needs", names.disclosure.ids(ofFacts: undecided.needs))
      json.field("declined", names.disclosure.ids(ofFacts: undecided.declined))
      json.field("live", undecided.live)
    }
  }

  /// `settles` counts the live rules that one answer makes true · `score` is what they are ranked by · `safety` says that a safeguard
  /// asks · `because` lists the rules, or the safeguards.
  private static func write(_ question: Advice.Question, _ names: Names, to json: inout JSONWriter) {
    json.object { json in
      json.field("fact", question.fact)
      json.field("ask", question.ask)
      json.field("settles", question.settles)
      json.field("score", question.score)
      json.field("safety", question.safety)
      json.field("because", question.safety ? names.safeguards(question.because) : question.because)
    }
  }

  private static func write(_ entry: Advice.NotSuggested, to json: inout JSONWriter) {
    json.object { json in
      json.field("support", entry.support)
      json.field("verb", entry.verb.rawValue)
      json.field("pathway", entry.pathway)
      json.field("step", entry.step)
      json.field("rules", entry.rules)
      json.field("reason", entry.reason.rawValue)
      json.field("detail", entry.detail)
    }
  }

  private static func write(_ escalation: Advice.Escalation, _ names: Names, to json: inout JSONWriter) {
    json.object { json in
      json.field("safeguard", names.ruleSet.name(ofSafeguard: escalation.safeguard, names.disclosure))
      write(escalation.say, to: &json)
    }
  }

  /// `checkFirst` is null where every safeguard could be judged; else `safeguards` could not, for want of `facts`: check first that the
  /// person is safe, by whatever way there is, since a fact here may have no question or may have been declined.
  private static func write(_ checkFirst: Advice.CheckFirst?, _ names: Names, to json: inout JSONWriter) {
    guard let checkFirst else { return json.field("checkFirst", nil as String?) }
    json.object("checkFirst") { json in
      json.field("safeguards", names.safeguards(checkFirst.safeguards))
      json.field("facts", names.disclosure.ids(ofFacts: checkFirst.facts))
    }
  }

  /// `source` is `file:line:column`, or null.
  private static func write(_ problem: Advice.Problem, to json: inout JSONWriter) {
    json.object { json in
      json.field("fact", problem.fact)
      json.field("detail", problem.detail)
      json.field("source", problem.source)
    }
  }
}
