import Testing

@testable import Cairn

@Suite("Conditions with their names resolved")
struct ConditionResolverTests {
  private let rulebook = DraftRulebook()

  @Test(
    "every comparison of every type",
    arguments: [
      ("{loneliness: 6}", "loneliness 6...6"),
      ("{loneliness: {is: 6}}", "loneliness 6...6"),
      ("{loneliness: [7, 4, 5]}", "loneliness 4...5 or 7...7"),
      ("{loneliness: {at-least: 6}}", "loneliness 6...9"),
      ("{loneliness: {at-most: 6}}", "loneliness 3...6"),
      ("{loneliness: {more-than: 6}}", "loneliness 7...9"),
      ("{loneliness: {more-than: 9}}", "loneliness "),
      ("{loneliness: {less-than: 6}}", "loneliness 3...5"),
      ("{loneliness: {less-than: 3}}", "loneliness "),
      ("{loneliness: {between: [4, 6]}}", "loneliness 4...6"),
      ("{loneliness: {at-least: 4, less-than: 6}}", "all(loneliness 4...9, loneliness 3...5)"),
      ("{loneliness: {known: no}}", "loneliness not known"),
      ("{weight: 70.5}", "weight 705...705"),
      ("{weight: 70.50}", "weight 705...705"),
      ("{weight: -2}", "weight -20...-20"),
      ("{weight: {at-least: 70}}", "weight 700...1000000000000000000"),
      ("{weight: {less-than: 70}}", "weight -1000000000000000000...699"),
      ("{housing: homeless}", "housing [2]"),
      ("{housing: [homeless, stable]}", "housing [0, 2]"),
      ("{housing: {is: homeless}}", "housing [2]"),
      ("{housing: {any-of: [homeless, insecure]}}", "housing [1, 2]"),
      ("{housing: {any-of: homeless}}", "housing [2]"),
      ("{housing: {none-of: [homeless, insecure]}}", "housing [0]"),
      ("{housing: {known: yes}}", "housing known"),
      ("{lives-alone: yes}", "lives-alone yes"),
      ("{lives-alone: false}", "lives-alone no"),
      ("{lives-alone: {known: yes}}", "lives-alone known"),
      ("{discharged: {within-last: 30 days}}", "discharged within last 30 days"),
      ("{discharged: {longer-ago-than: 12 months}}", "discharged longer ago than 1 year"),
      ("{discharged: {within-next: 2 weeks}}", "discharged within next 2 weeks"),
      ("{discharged: {before: 2026-01-01}}", "discharged before 2026-01-01"),
      ("{discharged: {on-or-after: 2026-01-01}}", "discharged on or after 2026-01-01"),
      ("{discharged: {known: no}}", "discharged not known"),
      ("{conditions: stroke}", "conditions anyOf [stroke]"),
      ("{conditions: [stroke, breathing]}", "conditions anyOf [stroke][asthma copd]"),
      ("{conditions: {any-of: breathing}}", "conditions anyOf [asthma copd]"),
      ("{conditions: {all-of: [breathing, stroke]}}", "conditions allOf [asthma copd][stroke]"),
      ("{conditions: {none-of: [stroke]}}", "conditions noneOf [stroke]"),
      ("{conditions: {any-of: stroke, since: {within: 6 months}}}", "conditions anyOf [stroke] within 6 months"),
      ("{conditions: {none-of: stroke, since: {longer-than: 1 year}}}", "conditions noneOf [stroke] longer than 1 year"),
      ("{conditions: {known: yes}}", "conditions known"),
      ("{conditions: {known: yes, any-of: stroke}}", "all(conditions known, conditions anyOf [stroke])"),
      ("{area: northside}", "area anyOf [north hill]"),
      ("{area: [hill, \"007\"]}", "area anyOf [hill][007]"),
      ("{completed: course}", "completed anyOf [course]"),
      ("{supports: {none-of: [peer-group, course]}}", "supports noneOf [peer-group][course]"),
      ("{isolated: yes}", "isolated yes"),
      ("{isolated: no}", "isolated no"),
    ])
  func comparisons(yaml: String, words: String) {
    #expect(rulebook.resolving(yaml) == words)
  }

  @Test("the shape that the author gave a condition stays")
  func shape() {
    let yaml = "{any: [{lives-alone: yes, housing: stable}, {none: [{isolated: yes}]}, {some: {at-least: 2, of: [{age: 3}, {age: 4}]}}]}"
    #expect(
      rulebook.resolving(yaml)
        == "any(all(lives-alone yes, housing [0]), none(isolated yes), 2 of(age 3...3, age 4...4))")
  }

  @Test("a comparison knows where it was written")
  func ranges() throws {
    let tree = DraftRulebook.tree("when: {age: {at-least: 18, less-than: 65}}", path: "rules.yaml")
    let entry = try #require(tree.root?.entries.first { _ in true })
    let declared = try #require(Field(key: entry.key, node: entry.value, findings: Findings()).condition())
    var resolver = ConditionResolver(vocabulary: rulebook.vocabulary)
    var written: [String] = []
    if case .all(let parts)? = resolver.resolve(declared) {
      for case .comparison(let comparison) in parts { written.append(comparison.range?.text ?? "") }
    }
    #expect(written == ["at-least: 18", "less-than: 65"])
  }

  @Test(
    "what cannot be compared so is said in the language of rules",
    arguments: [
      (
        "{age: {atleast: 18}}",
        """
        atleast <- unknown comparison `atleast` for the number fact `age` [unknown-comparison]
          help: did you mean `at-least`?
          put: at-least
        """
      ),
      (
        "{age: {any-of: [1, 2]}}",
        """
        any-of <- unknown comparison `any-of` for the number fact `age` [unknown-comparison]
          help: it takes `is`, `at-least`, `at-most`, `more-than`, `less-than`, `between` or `known`; a list means any of its numbers
        """
      ),
      ("{age: 131}", "131 <- `131` is out of range: `age` runs from 0 to 130 [out-of-range]"),
      ("{age: {at-least: -1}}", "-1 <- `-1` is out of range: `age` runs from 0 to 130 [out-of-range]"),
      ("{age: 17.5}", "17.5 <- `17.5` is too fine: `age` counts in whole numbers [out-of-range]"),
      ("{weight: 17.55}", "17.55 <- `17.55` is too fine: `weight` has 1 decimal [out-of-range]"),
      (
        "{weight: 99999999999999999999}",
        "99999999999999999999 <- `99999999999999999999` is out of range: no fact keeps so many digits [out-of-range]"
      ),
      ("{age: old}", "old <- `age` takes a number, not `old` [wrong-type]"),
      ("{age: {at-least: [18]}}", "[18] <- `at-least` takes a number, not a list [wrong-type]"),
      (
        "{age: {between: [65, 18]}}",
        """
        [65, 18] <- `between` runs from the smaller number to the larger [invalid-value]
          help: did you mean `between: [18, 65]`?
        """
      ),
      (
        "{age: {between: 18}}",
        """
        18 <- `between` takes a list of two numbers, not `18` [wrong-type]
          help: write `between: [3, 6]`; both are included
        """
      ),
      ("{age: []}", "[] <- an empty list compares nothing [empty-condition]"),
      ("{age: {}}", "{} <- an empty mapping compares nothing [empty-condition]"),
      (
        "{housing: homeles}",
        """
        homeles <- `homeles` is no value of the fact `housing` [unknown-choice]
          help: did you mean `homeless`?
          help: its values are `stable`, `insecure` and `homeless`
        """
      ),
      (
        "{housing: unknown}",
        """
        unknown <- `unknown` is no value that `housing` can be compared with [invalid-value]
          help: to ask whether it is known, write `housing: {known: no}`
        """
      ),
      (
        "{housing: {is: [stable]}}",
        """
        [stable] <- `is` takes one value, not a list [wrong-type]
          help: write `any-of` for several
        """
      ),
      (
        "{lives-alone: \"yes\"}",
        """
        "yes" <- `lives-alone` takes `yes` or `no`, without quotes [wrong-type]
          put: yes
        """
      ),
      (
        "{lives-alone: {is: yes}}",
        """
        is <- unknown comparison `is` for the boolean fact `lives-alone` [unknown-comparison]
          help: write `lives-alone: yes`, `lives-alone: no` or `lives-alone: {known: yes}`
        """
      ),
      (
        "{discharged: 2026-01-01}",
        """
        2026-01-01 <- `discharged` takes a comparison, not `2026-01-01` [wrong-type]
          help: write `discharged: {within-last: 30 days}`; it takes `within-last`, `longer-ago-than`, `within-next`, `before`, \
        `on-or-after` or `known`
        """
      ),
      (
        "{conditions: {since: {within: 6 months}}}",
        """
        {since: {within: 6 months}} <- `conditions` takes one of `any-of`, `all-of` or `none-of`, not a mapping [wrong-type]
          help: write `conditions: {any-of: […]}`
        """
      ),
      (
        "{conditions: {any-of: stroke, none-of: copd}}",
        """
        none-of <- `conditions` takes one of `any-of` or `none-of` at a time [invalid-value]
          help: write them apart: `all: [{conditions: {any-of: …}}, {conditions: {none-of: …}}]`
        """
      ),
      (
        "{conditions: {any-of: stroke, since: {withn: 6 months}}}",
        """
        withn <- `since` takes `within` or `longer-than`, not `withn` [unknown-comparison]
          help: did you mean `within`?
          put: within
        """
      ),
      (
        "{conditions: {any-of: strok}}",
        """
        strok <- there is no concept or value set `strok` [unknown-concept]
          help: did you mean `stroke`?
        """
      ),
      (
        "{conditions: northside}",
        "northside <- the value set `northside` holds areas, and the fact `conditions` takes concepts [wrong-type]"
      ),
      (
        "{area: breathing}",
        "breathing <- the value set `breathing` holds concepts, and the fact `area` takes areas [wrong-type]"
      ),
      (
        "{area: northsid}",
        """
        northsid <- `northsid` is taken as an area code: no value set has this name [unknown-value-set]
          help: did you mean `northside`?
        """
      ),
      (
        "{completed: sewing}",
        """
        sewing <- there is no support type `sewing` [unknown-support]
          help: `cairn plugins` shows what there is
          help: a kind that is a folder is named once, by its path, under `plugins` in `rulebook:`
        """
      ),
      (
        "{isolated: {known: yes}}",
        """
        {known: yes} <- `known` does not apply to the derived fact `isolated` [unknown-comparison]
          help: ask it of the facts that it reads
        """
      ),
      (
        "{lonelines: 6}",
        """
        lonelines <- there is no fact `lonelines` [unknown-fact]
          help: did you mean `loneliness`?
        """
      ),
      (
        "{stroke: yes}",
        """
        stroke <- there is no fact `stroke` [unknown-fact]
          help: it is a concept: write `conditions: stroke`
        """
      ),
      (
        "{course: yes}",
        """
        course <- there is no fact `course` [unknown-fact]
          help: it is a support type: write `supports: course`
        """
      ),
      ("{age: {known: perhaps}}", "perhaps <- `known` takes `yes` or `no`, not `perhaps` [wrong-type]"),
    ])
  func mistakes(yaml: String, message: String) {
    #expect(rulebook.resolving(yaml) == message)
  }

  @Test("every mistake of a condition is said at once")
  func several() {
    #expect(
      rulebook.resolving("{any: [{age: {atmost: 3, at-least: x}}, {conditions: [strok, cpd]}]}") == """
        atmost <- unknown comparison `atmost` for the number fact `age` [unknown-comparison]
          help: did you mean `at-most`?
          put: at-most
        x <- `at-least` takes a number, not `x` [wrong-type]
        strok <- there is no concept or value set `strok` [unknown-concept]
          help: did you mean `stroke`?
        cpd <- there is no concept or value set `cpd` [unknown-concept]
          help: did you mean `copd`?
        """)
  }
}
