import Cairn
import CairnBench

/// A rulebook over the facts of the small world whose rules have the given conditions, verbs and words of `with`, all at one step.
struct DeepWorld {
  let rulebook: Rulebook
  let checks: DeepChecks
  var ruleSet: RuleSet { rulebook.ruleSet }
  static let asOf = SmallWorld.asOf

  struct Rule {
    var when: String
    var verb = "self-refer"
    var focus = "condition"
  }

  /// Nil where it is proved on loading that some rule can never fire.
  init?(_ rules: [Rule], derived: [String] = []) {
    var text = ""
    for (index, condition) in derived.enumerated() { text += "  given-\(index): {title: Given, when: \(condition)}\n" }
    text += "pathways:\n  way: {title: Way, steps: {only: {title: Only, kind: diagnosis}}}\n"
    if !rules.isEmpty { text += "rules:\n" }
    for (index, rule) in rules.enumerated() {
      let number = index < 10 ? "0\(index)" : "\(index)"
      text += """
          rule-\(number):
            title: Rule
            at: {kind: diagnosis}
            when: \(rule.when)
            suggest: {support: plain-group, verb: \(rule.verb), with: {focus: \(rule.focus)}}
            because: It is a test.

        """
    }
    guard let group = Self.group, let rulebook = try? SmallWorld.rulebook(text, supportTypes: [group]) else { return nil }
    self.rulebook = rulebook
    checks = DeepChecks(rulebook, asOf: Self.asOf)
  }

  /// It asks nothing of anybody.
  private static let group: DeclaredSupportType? = {
    let yaml = """
      support: plain-group
      title: Plain group
      summary: Some support.
      shape: open-group
      verbs: [introduce, self-refer, invite]
      parameters:
        focus: {type: choice, values: [condition, experience, interest, age, work, home], required: false}
      """
    return (try? SupportManifest(support: Array(yaml.utf8), texts: [:])).map { DeclaredSupportType($0) }
  }()

  func findings(_ code: DiagnosticCode) -> [Diagnostic] { checks.diagnostics.filter { $0.code == code } }

  /// The person whom a note shows, read back from what a designer would paste.
  func pasted(_ diagnostic: Diagnostic) -> Profile? {
    guard let note = diagnostic.notes.first(where: { $0.label == "note" })?.text, let start = note.firstIndex(of: "{") else { return nil }
    let text = "profiles:\n  somebody: \(note[start...])\n"
    guard let tree = YAMLReader.read(SourceText(path: "pasted.yaml", text: text)).tree else { return nil }
    return rulebook.readProfiles(tree: tree).profiles.first
  }

  func facts(of profile: Profile) -> Facts {
    FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: Self.asOf).facts
  }
}
