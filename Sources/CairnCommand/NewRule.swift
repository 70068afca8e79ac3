import ArgumentParser
import Cairn

struct NewRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Write a file with one rule and its test, whole and ready to be changed.",
    discussion: "It is written to the rulebook's folder `rules` where it has one, else beside its files. Nothing is written over.")

  @OptionGroup var name: NewName
  @OptionGroup var rulebook: RulebookOption

  func run() throws {
    let name = try name.read(for: "a rule")
    let known = try rulebook.load().ruleSet.rules.contains { $0.id == name.id }
    if known { throw Console.refuse("the rulebook has a rule `\(name.id)` already", help: "choose another name") }
    let path = rulebook.path("rules", name)
    try Beginning(
      files: [.init(path: path, what: "a rule, and what must come out", text: text(name))],
      steps: [
        "Write in \(path) where it speaks, for whom, what it suggests and why.", "See that it is sound: cairn check\(rulebook.shown)",
        "Run its test: cairn test\(rulebook.shown) --filter \(name.id)",
      ]
    ).write()
  }

  private func text(_ name: PluginName) -> String {
    """
    # A beginning: every line of it is yours to change.

    rules:
      \(name.id):
        title: \(name.title)
        # Where it speaks, as `at: {kind: [diagnosis, waiting]}`. Without it, anywhere.
        when: {age: {at-least: 18}}
        # Or, in place of a flag, what is suggested: `suggest: {support: peer-group, verb: self-refer}`.
        flag: Say what a practitioner should look at.
        because: Say why, in words that the person can read too.

    tests:
      - test: \(name.id) speaks for whom it is meant
        profile: {facts: {age: 40}}
        as-of: \(Console.today)
        expect:
          suggests: [{rule: \(name.id)}]

      - test: \(name.id) is silent for everybody else
        profile: {facts: {age: 12}}
        as-of: \(Console.today)
        expect:
          never: {suggests: [{rule: \(name.id)}]}

    """
  }
}
