/// Every pathway that one person is on, and where each rule speaks to them.
struct Whereabouts: Sendable {
  var standings: [Standing] = []
  var problems: [Advice.Problem] = []
  /// Whose rules without `at` apply.
  let who: Who

  /// - Parameters:
  ///   - profile: the person.
  ///   - caringFor: of a carer, the person they care for. Only where that person stands is read, never a fact of theirs.
  init(of profile: Profile, caringFor: Profile?, facts: Facts, in ruleSet: RuleSet, index: PlacementIndex) {
    who = profile.carerOf == nil ? .person : .carer
    add(profile.positions, who: .person, facts, ruleSet, index)
    if profile.carerOf != nil {
      if caringFor == nil {
        let source = (profile.sources["carer-of"] ?? profile.declaredAt)?.reference
        problems.append(Advice.Problem(fact: "carer-of", detail: Wording.nobodyCaredFor, source: source))
      }
      add(caringFor?.positions ?? [], who: .carer, facts, ruleSet, index)
    } else if standings.isEmpty {
      addByCondition(facts, ruleSet)
    }
  }

  /// The pathways that a profile names. A condition that is false of the person is noted; whoever wrote the profile knows better.
  private mutating func add(
    _ positions: [Profile.Position], who: Who, _ facts: Facts, _ ruleSet: RuleSet, _ index: PlacementIndex
  ) {
    var seen: [Int] = []
    var byPathway: [Int: [Profile.Position]] = [:]
    for position in positions {
      guard let pathway = index.pathways[position.pathway] else {
        note(Wording.noPathway(position.pathway), position)
        continue
      }
      if byPathway[pathway] == nil { seen.append(pathway) }
      byPathway[pathway, default: []].append(position)
    }
    for pathway in seen {
      let named = byPathway[pathway] ?? []
      if who == .person, ruleSet.pathwayRows.verdict(of: pathway, facts) == .no, let first = named.first {
        note(Wording.pathwayDoesNotFit(ruleSet.pathways[pathway].id), first)
      }
      standings.append(standing(on: pathway, named, who, facts.asOf, ruleSet))
    }
  }

  private mutating func addByCondition(_ facts: Facts, _ ruleSet: RuleSet) {
    for pathway in ruleSet.pathways.indices {
      let truth = ruleSet.pathwayRows.verdict(of: pathway, facts)
      if truth != .no { standings.append(Standing(pathway: pathway, of: ruleSet, who: .person, truth: truth)) }
    }
  }

  private mutating func standing(
    on pathway: Int, _ positions: [Profile.Position], _ who: Who, _ asOf: CalendarDate, _ ruleSet: RuleSet
  ) -> Standing {
    let steps = ruleSet.pathways[pathway].steps
    var current: [Int] = []
    var dates: [Int: PartialDate] = [:]
    var expected: [Int: CalendarDate] = [:]
    for position in positions {
      for (id, date) in position.reached.sorted(by: { $0.key < $1.key }) {
        guard let step = steps.firstIndex(where: { $0.id == id }) else {
          note(Wording.noStep(id, on: ruleSet.pathways[pathway].id), position)
          continue
        }
        if date.first > asOf { expected[step] = date.last } else { dates[step] = date.cut(at: asOf) }
      }
      guard let step = currentStep(of: position, steps, ruleSet.pathways[pathway].id) else { continue }
      if !current.contains(step) { current.append(step) }
      guard let since = position.since else { continue }
      if since.first > asOf { note(Wording.sinceIsToCome(since), position) } else { dates[step] = since.cut(at: asOf) }
    }
    for step in current {
      expected[step] = steps[step].repeats.flatMap { every in dates[step].map { $0.last.adding(every) } }.flatMap { $0 > asOf ? $0 : nil }
    }
    return Standing(pathway: pathway, of: ruleSet, who: who, current: current, dates: dates, expected: expected)
  }

  private mutating func currentStep(of position: Profile.Position, _ steps: [RuleSet.Step], _ pathway: String) -> Int? {
    guard let id = position.step else { return nil }
    guard let step = steps.firstIndex(where: { $0.id == id }) else {
      note(Wording.noStep(id, on: pathway), position)
      return nil
    }
    guard steps[step].who != .team else {
      note(Wording.stepOfTheTeam(id), position)
      return nil
    }
    return step
  }

  private mutating func note(_ detail: String, _ position: Profile.Position) {
    problems.append(Advice.Problem(fact: "at", detail: detail, source: position.source?.reference))
  }
}

extension Whereabouts {
  /// Per rule that stands somewhere for this person, its places, the earliest first.
  func places(in ruleSet: RuleSet, index: PlacementIndex, asOf: CalendarDate) -> [(rule: Int, places: [RulePlace])] {
    var places: [Int: [RulePlace]] = [:]
    for rule in index.anywhere where ruleSet.rules[rule].who == who { places[rule] = [.anywhere] }
    for (number, standing) in standings.enumerated() {
      for (step, rules) in index.rules[standing.pathway].enumerated() where ruleSet.pathways[standing.pathway].steps[step].who != .team {
        for rule in rules where ruleSet.rules[rule].who == standing.who {
          guard let placement = ruleSet.rules[rule].at,
            let place = standing.place(at: step, placement, in: ruleSet, standing: number, asOf: asOf)
          else { continue }
          places[rule, default: []].append(place)
        }
      }
    }
    return places.keys.sorted().map { ($0, (places[$0] ?? []).sorted { $0.order < $1.order }) }
  }

  /// The pathways as they are drawn, each once, steps of the team left out.
  func drawn(in ruleSet: RuleSet, language: String) -> [Advice.PathwayPlace] {
    var seen: Set<Int> = []
    return standings.filter { $0.truth == .yes && seen.insert($0.pathway).inserted }.map { standing in
      let pathway = ruleSet.pathways[standing.pathway]
      let steps = pathway.steps.indices.filter { pathway.steps[$0].who != .team }.map { step in
        Advice.StepPlace(
          step: pathway.steps[step].id, title: pathway.steps[step].title.text(in: language), relation: standing.relations[step],
          since: standing.relations[step].isReached ? standing.dates[step] : nil, repeats: pathway.steps[step].repeats.map(Wording.every))
      }
      return Advice.PathwayPlace(pathway: pathway.id, title: pathway.title.text(in: language), steps: steps)
    }
  }
}

extension Advice.Relation {
  fileprivate var isReached: Bool { self == .now || self == .behind }
}
