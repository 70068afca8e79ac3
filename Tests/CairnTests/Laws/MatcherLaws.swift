import Testing

@testable import Cairn

/// One random world made ready: its rules, compiled both ways.
struct Trial {
  var chance: Chance
  let seed: UInt64
  let world: World
  let rules: [RuleConditions]
  let trees: [OracleTree]
  let rows: RowSet
  let matcher: Matcher

  init(seed: UInt64, rules count: Int) {
    self.seed = seed
    var chance = Chance(seed: seed)
    let world = World.random(&chance)
    rules = (0..<count).map { _ in world.rule(&chance) }
    self.world = world
    let oracle = Oracle(world.vocabulary)
    trees = rules.map { oracle.normalForm($0) }
    rows = RowSet(rules, world)
    matcher = Matcher(rows, asOf: world.asOf)
    self.chance = chance
  }

  func oracle(_ rule: Int, _ facts: Facts) -> Truth { Oracle(world.vocabulary).verdict(trees[rule], facts) }

  /// A failure as a text to think about, with the rule as small as it fails.
  func fail(_ law: String, _ rule: RuleConditions, _ facts: Facts, _ found: String, while fails: ((RuleConditions) -> Bool)? = nil) {
    let least = fails.map { world.shrunk(rule, while: $0) } ?? rule
    Issue.record(
      """
      \(law): \(found)
      \(world.drawnVocabulary)
      --
      \(world.draw(least))
      --
      \(world.draw(facts))
      -- again with CAIRN_SEED=\(seed)
      """)
  }
}

extension RowSet {
  init(_ rules: [RuleConditions], _ world: World) {
    var builder = RowSetBuilder(world.vocabulary)
    for rule in rules { builder.add(rule) }
    self = builder.finish()
  }
}

@Suite("Laws of the matcher")
struct MatcherLaws {
  @Test("matcher, plain scan and oracle give one answer", arguments: LawSettings.seeds(60))
  func differential(seed: UInt64) {
    var trial = Trial(seed: seed, rules: 60)
    var verdicts = trial.matcher.makeVerdicts()
    for _ in 0..<64 {
      let facts = trial.world.randomFacts(&trial.chance)
      trial.matcher.evaluate(facts, into: &verdicts)
      let truths = trial.rules.indices.map { trial.oracle($0, facts) }
      for rule in trial.rules.indices {
        let expected = truths[rule]
        let matched = trial.matcher.truth(of: rule, in: verdicts)
        let scanned = trial.rows.verdict(of: rule, facts)
        guard matched != expected || scanned != expected else { continue }
        let found = "oracle \(expected), matcher \(matched), scan \(scanned)"
        return trial.fail("one answer", trial.rules[rule], facts, found) { disagree(on: $0, trial.world, facts) }
      }
      let firing = verdicts.firing.elements
      let undecided = verdicts.undecided.elements
      #expect(firing == truths.indices.filter { truths[$0] == .yes })
      #expect(undecided == truths.indices.filter { truths[$0] == .unknown })
    }
  }

  private func disagree(on rule: RuleConditions, _ world: World, _ facts: Facts) -> Bool {
    let rows = RowSet([rule], world)
    let answers = [rows.verdict(of: 0, facts)] + Matcher(rows, asOf: world.asOf).verdicts(facts)
    return answers.contains { $0 != Oracle(world.vocabulary).verdict(rule, facts) }
  }

  @Test("what is true or false stays so, whatever the unknown turns out to be", arguments: LawSettings.seeds(60))
  func completions(seed: UInt64) {
    var trial = Trial(seed: seed, rules: 40)
    let asking = trial.rules.map { trial.world.asksWhatIsKnown($0) }
    for _ in 0..<20 {
      let facts = trial.world.randomFacts(&trial.chance)
      let verdicts = trial.matcher.verdicts(facts)
      for _ in 0..<6 {
        let complete = trial.world.completion(of: facts, &trial.chance)
        let completed = trial.matcher.verdicts(complete)
        let plain = PlainLogic(vocabulary: trial.world.vocabulary, facts: complete)
        for rule in trial.rules.indices {
          let truth = Truth(plain.holds(trial.rules[rule]))
          if completed[rule] != truth { return trial.fail("complete", trial.rules[rule], complete, "\(completed[rule]), plainly \(truth)") }
          guard !asking[rule], verdicts[rule] != .unknown, verdicts[rule] != truth else { continue }
          return trial.fail("completion", trial.rules[rule], facts, "\(verdicts[rule]), but \(truth) of\n\(trial.world.draw(complete))")
        }
      }
    }
  }

  @Test("an answer never turns true to false or false to true", arguments: LawSettings.seeds(60))
  func answers(seed: UInt64) {
    var trial = Trial(seed: seed, rules: 40)
    let asking = trial.rules.map { trial.world.asksWhatIsKnown($0) }
    for _ in 0..<20 {
      let facts = trial.world.randomFacts(&trial.chance)
      let before = trial.matcher.verdicts(facts)
      for fact in facts.states.indices where facts[fact].value == .unknown {
        var answered = facts
        answered.states[fact] = Facts.State(trial.world.value(of: fact, &trial.chance), .known)
        let after = trial.matcher.verdicts(answered)
        for rule in trial.rules.indices where !asking[rule] && before[rule] != .unknown && before[rule] != after[rule] {
          return trial.fail("answer", trial.rules[rule], answered, "\(before[rule]) turned \(after[rule])")
        }
      }
    }
  }

  @Test("something is missing exactly where a rule is undecided, and knowing all of it decides the rule", arguments: LawSettings.seeds(40))
  func missing(seed: UInt64) {
    var trial = Trial(seed: seed, rules: 30)
    for _ in 0..<20 {
      let facts = trial.world.randomFacts(&trial.chance)
      let complete = trial.world.completion(of: facts, &trial.chance)
      for rule in trial.rules.indices {
        let verdict = trial.rows.verdict(of: rule, facts)
        let missing = trial.rows.missing(of: rule, facts)
        if (verdict == .unknown) == missing.isEmpty { return trial.fail("missing", trial.rules[rule], facts, "\(verdict), but \(missing)") }
        var answered = facts
        for fact in missing { answered.states[fact] = complete[fact] }
        guard !trial.world.asksWhatIsKnown(trial.rules[rule]), trial.rows.verdict(of: rule, answered) == .unknown else { continue }
        return trial.fail("missing", trial.rules[rule], answered, "undecided with \(missing) known")
      }
    }
  }

  @Test("the order of rules and of branches never changes an answer", arguments: LawSettings.seeds(40))
  func order(seed: UInt64) {
    var trial = Trial(seed: seed, rules: 40)
    let places = trial.rules.indices.shuffled(using: &trial.chance)
    let shuffled = places.map { trial.rules[$0].shuffled(using: &trial.chance) }
    let other = Matcher(RowSet(shuffled, trial.world), asOf: trial.world.asOf)
    for _ in 0..<30 {
      let facts = trial.world.randomFacts(&trial.chance)
      let verdicts = trial.matcher.verdicts(facts)
      for (place, verdict) in zip(places, other.verdicts(facts)) where verdict != verdicts[place] {
        return trial.fail("order", trial.rules[place], facts, "\(verdicts[place]), in another order \(verdict)")
      }
    }
  }
}

extension RuleConditions {
  fileprivate func shuffled(using chance: inout Chance) -> RuleConditions {
    var copy = self
    copy.when = when?.shuffled(using: &chance)
    copy.unless = unless?.shuffled(using: &chance)
    copy.supportSuits = supportSuits?.shuffled(using: &chance)
    copy.supportUnless = supportUnless?.shuffled(using: &chance)
    return copy
  }
}

extension Condition {
  fileprivate func shuffled(using chance: inout Chance) -> Condition {
    func mixed(_ parts: [Condition], _ chance: inout Chance) -> [Condition] {
      var mixed: [Condition] = []
      for part in parts.shuffled(using: &chance) { mixed.append(part.shuffled(using: &chance)) }
      return mixed
    }
    switch self {
    case .all(let parts): return .all(mixed(parts, &chance))
    case .any(let parts): return .any(mixed(parts, &chance))
    case .none(let parts): return .none(mixed(parts, &chance))
    case .some(let count, let parts): return .some(atLeast: count, of: mixed(parts, &chance))
    case .comparison: return self
    }
  }
}
