import Cairn
import CairnPlugins
import Testing

@testable import CairnBench

@Suite("Who is left out")
struct LeftOutTests {
  /// Three conditions of the small world: whom a pathway is for, and two rules on it.
  static let cases: [[Int]] = {
    let count = SmallWorld.conditions.count
    return (0..<count).flatMap { pathway in (1...6).map { [pathway, (pathway * 7 + $0 * 3) % count, (pathway * 5 + $0 * 11 + 1) % count] } }
  }()

  @Test("in a small world, exactly those are found to whom no rule speaks")
  func smallWorlds() throws {
    var ruleSet = try SmallWorld(SmallWorld.conditions).ruleSet
    ruleSet.ruleRows = ruleSet.pathwayRows
    let everybody = try SmallWorld(SmallWorld.conditions).people
    var found = 0
    for conditions in Self.cases {
      let told = "\(conditions.map { SmallWorld.conditions[$0] })"
      let verdicts = conditions.map { condition in everybody.map { ruleSet.pathwayRows.verdict(of: condition, $0) } }
      var search = LeftOutSearch(
        pathway: conditions[0], rules: Array(conditions.dropFirst()), people: Array(everybody.prefix(3)), in: ruleSet,
        asOf: WitnessTests.asOf)
      search.run()
      for person in everybody.indices {
        let isLeftOut = verdicts[0][person] == .yes && verdicts[1][person] == .no && verdicts[2][person] == .no
        let isOfAKind = search.kinds.contains { $0.truth(of: everybody[person]) == .yes }
        if isOfAKind { #expect(isLeftOut, "\(told)") }
        if search.isComplete, isLeftOut, everybody[person].isKnownInFull { #expect(isOfAKind, "\(told)") }
      }
      found += search.kinds.count
    }
    #expect(found > Self.cases.count)
  }

  @Test("no condition of a kind can be dropped")
  func minimal() throws {
    var ruleSet = try SmallWorld(["{a: yes}", "{n: {at-least: 2}}", "{c: x, n: {at-least: 1}}"]).ruleSet
    ruleSet.ruleRows = ruleSet.pathwayRows
    var search = LeftOutSearch(pathway: 0, rules: [1, 2], people: [], in: ruleSet, asOf: WitnessTests.asOf)
    search.run()
    let words = search.kinds.map { kind in
      kind.merged.map { ruleSet.phrase(for: $0.slot, allowing: $0.set, PhraseStyle()) }.sorted().joined(separator: "; ")
    }
    #expect(words == ["A: yes; C: not x; N: at most 1", "A: yes; N: 0"])
    #expect(search.isComplete)
  }

  /// The rulebook that ships, with the rule that is for everybody no longer in force.
  private static let unopened: Rulebook? = {
    let rule = "title: Others who have been there\n"
    let files = RulebookFiles(at: WitnessTests.rules).sources.map { source in
      let text = String(decoding: source.bytes, as: UTF8.self)
      return SourceText(path: source.path, text: text.replacing(rule, with: rule + "    valid: {until: 2020-12-31}\n"))
    }
    return try? Rulebook(files: files, supportTypes: InstalledPlugins.all)
  }()

  @Test("the rulebook that ships leaves nobody out, on any pathway, and that is proved")
  func nobody() throws {
    let review = try #require(WitnessTests.shipped).review(asOf: WitnessTests.asOf, showsSensitive: true)
    #expect(review.pathways.count == 11)
    for pathway in review.pathways { #expect(pathway.leftOut.finding == .nobody && pathway.leftOut.reach.nothing == 0, "\(pathway.id)") }
  }

  @Test("without its rule for everybody, all who are said to be left out are, and the profile that is shown says so")
  func somebody() throws {
    let rulebook = try #require(Self.unopened)
    let review = rulebook.review(asOf: WitnessTests.asOf, showsSensitive: true)
    var shown = 0
    for pathway in review.pathways {
      for kind in pathway.leftOut.kinds {
        let text = ProfileYAML.block(kind.profile, indent: 0)
        let tree = try #require(YAMLReader.read(SourceText(path: "pasted.yaml", text: text)).tree)
        let read = rulebook.readProfiles(tree: tree)
        #expect(read.diagnostics.isEmpty, "\(text)")
        let advice = rulebook.advice(for: try #require(read.profiles.first), asOf: WitnessTests.asOf)
        #expect(advice.pathways.map(\.pathway) == [pathway.id])
        #expect(advice.suggestions.filter { $0.pathway != nil }.isEmpty, "\(text)")
        #expect(advice.undecided.filter { $0.pathway != nil && $0.support != nil }.isEmpty, "\(text)")
        shown += 1
      }
    }
    #expect(shown > 10)
  }

  @Test("of a population, counts under five are not told")
  func smallCounts() throws {
    let rulebook = try #require(Self.unopened)
    let review = rulebook.review(pathways: ["copd"], asOf: WitnessTests.asOf, people: .population(rulebook.profiles))
    let words = ReviewWords(review: review)
    let reach = review.pathways[0].leftOut.reach
    #expect(reach.people == 3)
    #expect(
      words.reach(reach)
        == "Of the people on this pathway, fewer than 5 are offered something and fewer than 5 wait for answers.")
    let json = ReviewJSON.draw(review, ruleSet: rulebook.ruleSet)
    #expect(json.contains("\"offered\": null") && json.contains("\"nothing\": 0"))
  }
}

extension Facts {
  /// Whether all four facts are known, codes with their days; the built-in ones, which no condition here reads, stay unknown.
  fileprivate var isKnownInFull: Bool {
    states.suffix(4).allSatisfy { state in
      if case .codes(let codes) = state.value { return codes.held.allSatisfy { $0.since != nil } }
      return state.value != .unknown
    }
  }
}
