package import Cairn

/// A review as JSON: every key is always there, null or empty where there is nothing.
///
/// `pathways` each have `steps` with their `insertions` (rules that can stand there, in the fixed order) and `idle` (rules that have to do
/// with the step and cannot) · `leftOut` says to whom nothing is offered · `anywhere` are the rules that stand at no step · `supports` tell
/// value and risks. `for` is a list of ways, each a list of what must be so; of a rule it is told in full.
package enum ReviewJSON {
  package static func draw(_ review: RulebookReview, ruleSet: RuleSet) -> String {
    var json = JSONWriter(.indented)
    json.object { json in
      AdviceJSON.writeHead(ruleSet, asOf: review.asOf, to: &json)
      json.object("summary") { write(review.gaps, to: &$0) }
      json.array("pathways", of: review.pathways) { write($1, to: &$0) }
      json.array("anywhere", of: review.anywhere) { write($1, to: &$0) }
      json.array("supports", of: review.supports) { write($1, to: &$0) }
    }
    return json.text + "\n"
  }

  private static func write(_ gaps: RulebookReview.Gaps, to json: inout JSONWriter) {
    json.field("steps", gaps.steps)
    json.field("empty", gaps.empty)
    json.field("insertions", gaps.insertions)
    json.field("withoutLocal", gaps.withoutLocal)
    json.field("teamSteps", gaps.teamSteps)
    json.field("emptyTeamSteps", gaps.emptyTeamSteps)
  }

  private static func write(_ pathway: PathwayReview, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", pathway.id)
      json.field("title", pathway.title)
      json.field("for", pathway.audience.ways)
      json.field("source", pathway.source)
      json.field("place", pathway.place)
      json.object("summary") { write(pathway.gaps, to: &$0) }
      json.array("steps", of: pathway.steps) { json, step in write(step, of: pathway, to: &json) }
      json.object("leftOut") { write(pathway.leftOut, to: &$0) }
      json.object("formality") { json in
        json.field("formal", pathway.formality.formal)
        json.field("informal", pathway.formality.informal)
      }
    }
  }

  private static func write(_ step: StepReview, of pathway: PathwayReview, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", step.id)
      json.field("title", step.title)
      json.field("kind", step.kind)
      json.field("who", step.who.rawValue)
      json.field("repeats", step.repeats)
      json.field("anyTime", step.isAnyTime)
      json.field("then", step.then.map { pathway.steps[$0].id })
      json.array("insertions", of: step.insertions) { write($1, to: &$0) }
      json.array("idle", of: step.idle) { json, idle in
        json.object { json in
          json.field("rule", idle.rule)
          json.field("reason", idle.reason.rawValue)
          json.field("detail", idle.detail)
        }
      }
      json.field("onlyFormality", step.onlyFormality?.rawValue)
    }
  }

  private static func write(_ insertion: InsertionReview, to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", insertion.rule)
      json.field("title", insertion.title)
      json.field("place", insertion.place)
      json.field("who", insertion.who.rawValue)
      json.field("support", insertion.support)
      json.field("verb", insertion.verb)
      json.field("what", insertion.what)
      json.field("priority", insertion.priority.rawValue)
      json.field("grade", insertion.grade)
      json.field("supportGrade", insertion.supportGrade)
      json.field("after", insertion.after)
      json.field("within", insertion.within)
      json.field("for", insertion.fullAudience.ways)
      json.field("supportAsks", insertion.fullAudience.supportAsks)
      json.field("because", insertion.because)
      write(insertion.local, to: &json)
      json.field("formality", insertion.formality.map(\.rawValue).sorted())
    }
  }

  private static func write(_ backing: LocalBacking?, to json: inout JSONWriter) {
    guard let backing else { return json.field("local", String?.none) }
    json.object("local") { json in
      json.field("gap", backing.isGap)
      json.array("offers", of: backing.offers) { json, offer in
        json.object { json in
          json.field("id", offer.id)
          json.field("title", offer.title)
          json.field("status", offer.status.rawValue)
          json.field("formality", offer.formality?.rawValue)
        }
      }
      json.field("forOthers", backing.forOthers)
    }
  }

  /// Counts of a population are rounded down to fives, and null under five.
  private static func write(_ leftOut: LeftOutReview, to json: inout JSONWriter) {
    func count(_ number: Int) -> Int? { leftOut.reach.shown(number).number }
    json.field("finding", leftOut.finding.rawValue)
    json.object("people") { json in
      json.field("population", leftOut.reach.isPopulation)
      json.field("offered", count(leftOut.reach.offered))
      json.field("waiting", count(leftOut.reach.waiting))
      json.field("nothing", count(leftOut.reach.nothing))
    }
    json.array("kinds", of: leftOut.kinds) { json, kind in
      json.object { json in
        json.field("who", kind.who)
        json.field("allOf", kind.phrases)
        json.field("matching", count(kind.matching))
        json.field("possible", leftOut.reach.hides(kind.possible - kind.matching) ? nil : count(kind.possible))
        json.field("anywhere", kind.anywhere)
        json.field("profile", kind.isWithheld ? nil : ProfileYAML.flow(kind.profile))
      }
    }
    json.field("others", leftOut.others)
    json.field("perhapsMore", leftOut.isAtLeast)
  }

  private static func write(_ support: SupportReview, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", support.id)
      json.field("title", support.title)
      json.field("summary", support.summary)
      json.field("formality", support.formality.rawValue)
      json.field("benefits", support.benefits)
      json.field("risks", support.risks)
      write(support.local, to: &json)
    }
  }
}
