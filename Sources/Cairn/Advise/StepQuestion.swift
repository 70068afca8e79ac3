/// A question about where the person stands, in place of a fact's: at which step, or since when.
///
/// In `needs` and in questions it stands as `step:PATHWAY` or `reached:PATHWAY/STEP`. A colon and a slash are in no fact's id.
package enum StepQuestion: Hashable, Sendable {
  /// Nobody said at which step of the pathway they stand.
  case step(pathway: Int)
  /// Nobody said when they reached the step, or not exactly enough.
  case reached(pathway: Int, step: Int)

  package func id(in ruleSet: RuleSet) -> String {
    switch self {
    case .step(let pathway): "step:" + ruleSet.pathways[pathway].id
    case .reached(let pathway, let step): "reached:\(ruleSet.pathways[pathway].id)/\(ruleSet.pathways[pathway].steps[step].id)"
    }
  }

  /// What is missing, for *waits for …*.
  package func title(in ruleSet: RuleSet, language: String) -> String {
    switch self {
    case .step(let pathway): "the step of “\(ruleSet.pathways[pathway].title.text(in: language))”"
    case .reached(let pathway, let step):
      "the day on which “\(ruleSet.pathways[pathway].steps[step].title.text(in: language))” was reached"
    }
  }

  /// What an answer does where no rule waits for it.
  package var effect: String {
    switch self {
    case .step: "tells what is now"
    case .reached: "tells what is due"
    }
  }

  func ask(in ruleSet: RuleSet, language: String) -> String {
    switch self {
    case .step(let pathway): "Where do things stand now with “\(ruleSet.pathways[pathway].title.text(in: language))”?"
    case .reached(let pathway, let step):
      "Since when: “\(ruleSet.pathways[pathway].steps[step].title.text(in: language))”?"
    }
  }

  /// The pathway that an id of this kind names, and its step; nil for the id of a fact.
  package static func names(in id: String) -> (pathway: String, step: String?)? {
    let parts = id.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let names = parts[1].split(separator: "/", maxSplits: 1).map(String.init)
    switch (parts[0], names.count) {
    case ("step", 1): return (names[0], nil)
    case ("reached", 2): return (names[0], names[1])
    default: return nil
    }
  }

  /// Whether an id is of this kind, and no fact's.
  package static func isOfPlace(_ id: String) -> Bool { names(in: id) != nil }

  /// The question behind an id; nil for a fact's, and where the rulebook has no such place.
  package init?(id: String, in ruleSet: RuleSet) {
    guard let names = Self.names(in: id), let pathway = ruleSet.pathways.firstIndex(where: { $0.id == names.pathway }) else { return nil }
    guard let name = names.step else {
      self = .step(pathway: pathway)
      return
    }
    guard let step = ruleSet.pathways[pathway].steps.firstIndex(where: { $0.id == name }) else { return nil }
    self = .reached(pathway: pathway, step: step)
  }
}
