import CMeters

@testable import Cairn
@testable import CairnBench

/// The deep checks of `cairn check` on rulebooks of several sizes, each stage by itself.
struct CheckBenchmark {
  let report: String

  init(sizes: [Int]) {
    var table = Table([
      "rules", "conditions s", "pairs s", "load s", "in all s", "never, always", "duplicate, shadowed", "verbs differ", "found, bound",
      "not analysed",
    ])
    for size in sizes {
      let workload = Workload(rules: size, disjunctions: true)
      let files = RulebookText(workload, isPlaced: true).files
      guard let rulebook = try? Rulebook(files: files, supportTypes: PlacedSupport.all) else {
        report = "The rulebook of \(size) rules cannot be opened."
        return
      }
      table.add(Self.row(size, rulebook, workload.asOf))
    }
    report = table.markdown
  }

  private static func row(_ size: Int, _ rulebook: Rulebook, _ asOf: CalendarDate) -> [String] {
    let start = cmeters_processor_seconds()
    let survey = Survey(rulebook, asOf: asOf)
    let budget = DeepChecks.Budget()
    var purse = Purse(budget.conditions)
    let conditions = survey.findingsOfConditions(&purse) + survey.findingsOfDeclarations()
    let afterConditions = cmeters_processor_seconds()
    let pairs = RulePairs(survey, questions: budget.pairs)
    let afterPairs = cmeters_processor_seconds()
    let load = LoadSearch(survey, questions: budget.load)
    let end = cmeters_processor_seconds()
    func count(_ codes: DiagnosticCode...) -> String { (conditions + pairs.diagnostics).count { codes.contains($0.code) }.grouped }
    return [
      size.grouped, (afterConditions - start).shown(2), (afterPairs - afterConditions).shown(2), (end - afterPairs).shown(2),
      (end - start).shown(2), count(.neverFires, .neverStands, .alwaysFires), count(.duplicateRule, .shadowedRule), count(.verbsDiffer),
      load.worst.map { "\($0.found), \($0.bound)" } ?? "none", (purse.unanswered + pairs.purse.unanswered).grouped,
    ]
  }
}
