import ArgumentParser
import Cairn

struct NewRulebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulebook", abstract: "Write the folder of a rulebook: a pathway, a rule, safeguards, a person and a test.",
    discussion: "It is written to NAME. Nothing is written over.")

  @OptionGroup var name: NewName

  func run() throws {
    let name = try name.read(for: "a rulebook")
    guard !FileSystem.exists(name.id) else {
      throw Console.refuse("there is `\(name.id)` already, and nothing is written over", help: "choose another name")
    }
    try Beginning(
      files: [
        .init(path: "\(name.id)/rulebook.yaml", what: "its name, and what holds for all of it", text: header(name)),
        .init(path: "\(name.id)/facts.yaml", what: "what may be known of a person", text: Self.facts),
        .init(path: "\(name.id)/pathway.yaml", what: "a care pathway, step by step", text: Self.pathway),
        .init(path: "\(name.id)/rules.yaml", what: "a rule, and what must come out of it", text: rules),
        .init(path: "\(name.id)/safeguards.yaml", what: "what comes before any suggestion", text: Self.safeguards),
        .init(path: "\(name.id)/profiles.yaml", what: "somebody to try it on", text: Self.profiles),
      ],
      steps: [
        "See what it does: cairn dry-run \(name.id)", "Change rules.yaml, and see that it is sound: cairn check \(name.id)",
        "Run its tests: cairn test \(name.id)", "Let your editor help: cairn schema \(name.id) --output cairn.schema.json",
      ]
    ).write()
  }

  private func header(_ name: PluginName) -> String {
    """
    rulebook:
      id: \(name.id)
      title: \(name.title)
      version: 0.1
      language: en

      # How many suggestions one person gets.
      limits: {per-step: 3, in-all: 8}

      # Somebody who said no is not asked again for this long.
      cool-down: 6 months

    """
  }

  private static let facts = """
    # `ask` is how a person is asked. Without it, nobody asks.

    facts:
      lives-alone:
        title: Lives alone
        type: boolean
        valid-for: 12 months
        ask: Do you live alone?

      conditions:
        title: Conditions
        type: codes

    concepts:
      long-term-pain: {title: Long-term pain}

    """

  private static let pathway = """
    pathways:
      long-term-pain:
        title: Long-term pain
        for: {conditions: long-term-pain}
        steps:
          diagnosis:
            title: Diagnosis and first conversation
            kind: diagnosis
          waiting:
            title: Waiting for the programme
            kind: waiting
          review:
            title: Yearly review
            kind: annual-review
            repeats: 12 months
            then: []

    """

  private var rules: String {
    """
    # A rule names kinds of step rather than pathways, so that it serves them all.

    rules:
      company-while-waiting:
        title: Company while waiting
        at: {kind: waiting}
        when: {lives-alone: yes}
        suggest: {support: peer-group, verb: self-refer}
        because: Waiting alone is harder than waiting with others.
        say:
          person: There are people near you who wait for the same thing.

    tests:
      - test: who lives alone hears of company while they wait
        profile: sam
        as-of: \(Console.today)
        expect:
          suggests: [{support: peer-group, step: waiting, verb: self-refer, timing: now}]

      - test: who lives with others does not
        profile: {like: sam, but: {facts: {lives-alone: no}}}
        as-of: \(Console.today)
        expect:
          never: {suggests: [{support: peer-group}]}

    """
  }

  private static let safeguards = """
    safeguards:
      danger-now:
        when: {immediate-danger: yes}
        stop: everything
        escalate:
          person: Please tell the person you are with now, or call the emergency services.
          practitioner: Danger now. Act under your emergency procedure before anything else.

      in-a-crisis:
        when: {crisis-level: in-crisis}
        stop: everything
        escalate:
          practitioner: In a crisis. Follow the crisis plan before anything else.

    """

  private static let profiles = """
    # People to try it on. They are made up.

    profiles:
      sam:
        about: Waits for a place on the pain programme
        facts:
          age: 44
          immediate-danger: no
          crisis-level: steady
          lives-alone: yes
          conditions: [long-term-pain]
        at: {pathway: long-term-pain, step: waiting}
        consent: {suggest: yes, share: no}

    """
}
