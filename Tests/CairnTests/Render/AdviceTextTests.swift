import Testing

@testable import Cairn

@Suite("Advice as text")
struct AdviceTextTests {
  private func drawn(_ advice: Advice, of profile: Profile = SampleAdvice.profile, width: Int = 80, all: Bool = false) -> String {
    var options = AdviceText.Options()
    options.width = width
    options.all = all
    return AdviceText(SampleAdvice.ruleSet, asOf: SampleAdvice.asOf, options: options).draw([(profile, advice)])
  }

  @Test("a person's page, from what comes first to what is not suggested")
  func page() {
    #expect(
      drawn(SampleAdvice.advice) == """
        South London trial 2026.11, as of 22 November 2026


        DEV, 44 ────────────────────────────────────────────────────────────────────────
        Lives with chronic pain, on the waiting list, off work

          goal      stand long enough to cook for the children
          safety    check first                                                    ask 1
          consent   suggestions: yes · passing details on: nobody has asked        ask 2

          Chronic pain
          ○ Pain care and support plan                                behind, March 2025
          │
          ● WAITING FOR THE PAIN MANAGEMENT PROGRAMME       now, since 20 July: 17 weeks
          ├─▸ self-refer  Link worker ············································ ask 2
          │               Twelve weeks is long enough for things to get worse at home.
          │               Becomes *refer* if they agree to share their details.
          │               evidence of the support type: low
          │               holds until 14 September 2027 · rule long-wait
          ├─▸ signpost    Peer group
          │               The wait is long, and people tell us that it is the
          │               loneliest part.
          │               evidence of the support type: low
          │               holds until 14 September 2027 · rule long-wait
          ├─! flag        Book the yearly review.
          │               It was due in June.
          │               rule review-overdue
          ├─? self-refer  walking-group ·········································· ask 3
          │               walks. Not known: walking.
          │               other-walks. Not known: a sensitive fact. Asked, and not
          │               answered: wish to do something for others.
          │               rules walks, other-walks
          │
          ○ Pain management programme                                              ahead
          ○ Medicines review                                       ahead, every 6 months
          ○ Surgery                                                    on another branch
          ┆
          ◌ A flare-up                                                       at any time
          ╰─▸ invite      Timebank
                          Giving is company too.
                          evidence of the support type: low
                          holds until 14 September 2027 · rule long-wait

          Ask next
          1   Have you had thoughts that you would be better off dead?     safety, first
          2   May we pass your name and number to the people who run it?       changes 3
          3   Could you manage a ten-minute walk on the flat, with a      settles 1, now
              stick or a frame if you use one?

          Not suggested
          some-rule (lay-tutor): they have not said that they have long experience
            of pain.
          some-rule (course): declined on 2 May 2026.
          1 more elsewhere does not match what is known; for 1 more          list: --all
            nothing known speaks, so nobody need ask.

          Could not be used as given
          loneliness: dated after the day asked about                         p.yaml:3:4

        1 person on 1 pathway: 2 suggestions now, 1 ahead, 1 flag, 2 rules wait for an
        answer, 3 questions.
        Why, or why not: cairn explain --profile dev --support walking-group

        """)
  }

  @Test("what comes before any suggestion stands first, and says until when")
  func escalation() {
    var advice = Advice(profile: "omar", asOf: SampleAdvice.asOf)
    advice.escalate = [
      Advice.Escalation(
        safeguard: "in-crisis", say: Advice.Said(person: "You do not have to carry this alone.", practitioner: "In crisis. Act first."))
    ]
    #expect(
      drawn(advice, of: Profile(id: "omar")) == """
        South London trial 2026.11, as of 22 November 2026


        OMAR ───────────────────────────────────────────────────────────────────────────

          ┃ FIRST  In crisis. Act first.
          ┃        To the person: “You do not have to carry this alone.”
          ┃        safeguard in-crisis: stops nothing

          consent   suggestions: nobody has asked · passing details on: nobody has asked

          On no pathway

        1 person: nothing suggested, 1 escalation.

        """)
  }

  @Test("with --all, what is said and what it rests on stand under each suggestion")
  func everything() {
    let text = drawn(SampleAdvice.advice, width: 160, all: true)
    #expect(text.contains("To the person: “There are people near you.”"))
    #expect(text.contains("Evidence of the support type, low: Judgement. Of a few people."))
    #expect(text.contains("walks (lay-tutor): nothing known speaks for it. Not known: wish to do something for others."))
    #expect(!text.contains("list: --all"))
  }

  @Test("no line is wider than asked for", arguments: [40, 72, 80, 109, 110, 120, 200])
  func widths(width: Int) {
    for line in drawn(SampleAdvice.advice, width: width, all: true).split(separator: "\n") {
      #expect(String(line).displayWidth <= width, "\(line)")
    }
  }

  @Test("several people end in a table, one line each")
  func table() {
    let other = Advice(profile: "nobody", asOf: SampleAdvice.asOf)
    let text = AdviceText(SampleAdvice.ruleSet, asOf: SampleAdvice.asOf)
      .draw([(SampleAdvice.profile, SampleAdvice.advice), (Profile(id: "nobody"), other)])
    #expect(
      text.contains(
        """

                      now    ahead anywhere  waiting   to ask
        dev             2        1        ·        2        3
        nobody          ·        ·        ·        ·        ·

        2 people on 1 pathway: 2 suggestions now, 1 ahead, 1 flag, 2 rules wait for an
        answer, 3 questions.

        """))
  }
}

@Suite("Text from outside in advice")
struct HostileAdviceTests {
  private var advice: Advice {
    let hostile = "<script>x</script> ](javascript:a) \u{1B}[31m\u{202E} =cmd | *b*"
    var advice = SampleAdvice.advice
    for index in advice.suggestions.indices {
      advice.suggestions[index].title = hostile
      advice.suggestions[index].because = hostile
      advice.suggestions[index].cautions = [hostile]
    }
    advice.questions[0].ask = hostile
    advice.notSuggested[0].detail = hostile
    advice.problems[0].detail = hostile
    advice.pathways[0].title = hostile
    return advice
  }

  private func steers(_ text: String) -> Bool { text.unicodeScalars.contains { $0 != "\n" && Escaping.steers($0) } }

  @Test("nothing steers the terminal")
  func text() {
    var options = AdviceText.Options()
    options.all = true
    let text = AdviceText(SampleAdvice.ruleSet, asOf: SampleAdvice.asOf, options: options).draw([(SampleAdvice.profile, advice)])
    #expect(!steers(text))
    #expect(text.contains("<U+001B>[31m"))
  }

  @Test("nothing becomes markup in Markdown")
  func markdown() {
    let text = AdviceMarkdown.draw([(SampleAdvice.profile, advice)], ruleSet: SampleAdvice.ruleSet, asOf: SampleAdvice.asOf, all: true)
    #expect(!steers(text))
    #expect(!text.contains("<script>") && !text.contains(" ](javascript"))
  }

  @Test("nothing steers what prints JSON")
  func json() {
    let text = AdviceJSON.draw([advice], ruleSet: SampleAdvice.ruleSet, asOf: SampleAdvice.asOf)
    #expect(!steers(text))
    #expect(text.contains("\\u001B[31m"))
  }

  @Test("of many rules that wait for one thing the first five are told, and all with --all", arguments: [5, 6, 7, 40])
  func manyWaiting(count: Int) {
    var advice = SampleAdvice.advice
    advice.undecided = (1...count).map { number in
      var entry = advice.undecided[0]
      entry.rules = ["rule-\(number)"]
      return entry
    }
    func page(_ all: Bool) -> String {
      var options = AdviceText.Options()
      options.all = all
      return AdviceText(SampleAdvice.ruleSet, asOf: SampleAdvice.asOf, options: options).draw([(SampleAdvice.profile, advice)])
    }
    func told(_ text: String) -> Int { (1...count).count { text.contains("rule-\($0). Not known") } }
    #expect(told(page(true)) == count)
    #expect(told(page(false)) == (count > 6 ? 5 : count))
    #expect(page(false).contains("\(count - 5) more rules may speak for it") == (count > 6))
  }
}
