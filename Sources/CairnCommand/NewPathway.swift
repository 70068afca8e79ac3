import ArgumentParser
import Cairn

struct NewPathway: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathway", abstract: "Write a file with one care pathway, a rule for its first step and a test.",
    discussion: "It is written to the rulebook's folder `pathways` where it has one, else beside its files. Nothing is written over.")

  @OptionGroup var name: NewName
  @OptionGroup var rulebook: RulebookOption

  func run() throws {
    let name = try name.read(for: "a pathway")
    let ruleSet = try rulebook.load().ruleSet
    for (id, what) in taken(ruleSet) where id == name.id || id == "\(name.id)-begins" || id == "on-\(name.id)" {
      throw Console.refuse("the rulebook has a \(what) `\(id)` already", help: "choose another name")
    }
    let path = rulebook.path("pathways", name)
    try Beginning(
      files: [.init(path: path, what: "a pathway, a rule for its first step, and a test", text: text(name))],
      steps: [
        "Write in \(path) who is on it, and its steps. The language's reference lists their kinds.",
        "See that it is sound: cairn check\(rulebook.shown)",
        "See what the rulebook's rules make of it: cairn test\(rulebook.shown) --filter \(name.id)",
      ]
    ).write()
  }

  private func taken(_ ruleSet: RuleSet) -> [(String, String)] {
    ruleSet.pathways.map { ($0.id, "pathway") } + ruleSet.rules.map { ($0.id, "rule") }
      + ruleSet.vocabulary.conditionNames.map { ($0, "fact") }
  }

  /// It has a fact of its own, so that nobody stands on it before somebody says so.
  private func text(_ name: PluginName) -> String {
    """
    # A beginning: every line of it is yours to change.

    facts:
      on-\(name.id):
        title: On the pathway \(name.title)
        type: boolean

    pathways:
      \(name.id):
        title: \(name.title)
        # Who is on it. If your rulebook has a fact for conditions: `for: {conditions: a-concept}`.
        for: {on-\(name.id): yes}
        steps:
          beginning:
            title: How it begins
            kind: diagnosis
          waiting:
            title: Waiting
            kind: waiting
          review:
            title: Yearly review
            kind: annual-review
            repeats: 12 months
            then: []

    rules:
      \(name.id)-begins:
        title: What matters at the beginning of \(name.title)
        at: {pathway: \(name.id), step: beginning}
        flag: Say what a practitioner should look at here.
        because: Say why, in words that the person can read too.

    tests:
      - test: \(name.id) has something to say at its beginning
        profile:
          facts: {on-\(name.id): yes}
          at: {pathway: \(name.id), step: beginning, since: \(Console.today)}
        as-of: \(Console.today)
        expect:
          suggests: [{rule: \(name.id)-begins, step: beginning, timing: now}]

    """
  }
}
