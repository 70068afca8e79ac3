/// What comes before what.
enum Rank {
  /// What can be done now comes before what waits for a step.
  static func of(_ timing: Advice.Timing) -> Int {
    switch timing {
    case .now: 0
    case .anywhere: 1
    case .ahead: 2
    }
  }

  /// The best grade of several pieces of evidence, from 0; none at all ranks last.
  static func grade(of evidence: [Evidence]) -> Int {
    evidence.map { Evidence.grades.firstIndex(of: $0.grade) ?? Evidence.grades.count }.min() ?? Evidence.grades.count + 1
  }
}

extension Priority {
  /// How much a rule counts in the score of a question.
  var weight: Int {
    switch self {
    case .high: 4
    case .usual: 2
    case .low: 1
    }
  }
}
