package import Cairn

/// Counts, person by person, who is told something else under the other rulebook.
package struct PopulationTally: Sendable {
  private let old, new: DiffSide
  private let asOf: CalendarDate
  private let builder: FactsBuilder
  /// The steps of both, those of the newer one first.
  private let allSteps: [SpokenStep]
  private var result: PopulationDiff
  private var rows: [Key: PopulationDiff.Row] = [:]

  /// What a row counts.
  private enum Key: Hashable {
    case support(String), step(SpokenStep), group(String, String)
    case flags, escalations, waiting
  }

  private init(old: DiffSide, new: DiffSide, asOf: CalendarDate, isFictional: Bool) {
    (self.old, self.new, self.asOf) = (old, new, asOf)
    builder = FactsBuilder(vocabulary: new.ruleSet.vocabulary)
    let known = Set(new.ruleSet.allSteps)
    allSteps = new.ruleSet.allSteps + old.ruleSet.allSteps.filter { !known.contains($0) }
    result = PopulationDiff(isFictional: isFictional)
  }

  /// The samples of both rulebooks, those of the newer one first; one that both have is the newer one's.
  package static func samples(old: DiffSide, new: DiffSide, asOf: CalendarDate) -> PopulationDiff {
    var tally = PopulationTally(old: old, new: new, asOf: asOf, isFictional: true)
    let ids = Set(new.rulebook.profiles.map(\.id))
    let people = new.rulebook.profiles + old.rulebook.profiles.filter { !ids.contains($0.id) }
    let byID = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    for person in people { tally.add(old: person, new: person, among: byID) }
    return tally.finished
  }

  /// People of whom somebody has a file, as each of the two rulebooks reads them. They may care for one another.
  ///
  /// - Parameter progress: is told how many of how many are counted.
  package static func counted(
    _ people: [(old: Profile, new: Profile)], old: DiffSide, new: DiffSide, asOf: CalendarDate, progress: (Int, Int) -> Void = { _, _ in }
  ) -> PopulationDiff {
    var tally = PopulationTally(old: old, new: new, asOf: asOf, isFictional: false)
    let byID = Dictionary(people.map { ($0.new.id, $0.new) }) { first, _ in first }
    for (index, person) in people.enumerated() {
      progress(index, people.count)
      tally.add(old: person.old, new: person.new, among: byID)
    }
    return tally.finished
  }

  /// One person, as each of the two rulebooks reads them; `people` are those whom somebody may care for, by id.
  private mutating func add(old before: Profile, new after: Profile, among people: [String: Profile]) {
    let was = old.rulebook.advice(for: before, caringFor: cared(before, among: people), asOf: asOf)
    let now = new.rulebook.advice(for: after, caringFor: cared(after, among: people), asOf: asOf)
    result.people += 1
    let (before, told) = (PersonTold(was), PersonTold(now))
    count(before, told)
    count(before, told, in: PersonGroups(after, now, new, builder))
    if !told.otherWords(than: before).isEmpty { result.otherWords += 1 }
    if result.isFictional { addPerson(after.id, before, told) }
  }

  /// The person somebody cares for: among those who are counted, else among the samples.
  private func cared(_ profile: Profile, among people: [String: Profile]) -> Profile? {
    profile.carerOf.flatMap { id in people[id] ?? new.rulebook.profiles.first { $0.id == id } }
  }

  // MARK: - Counting

  private mutating func count(_ before: PersonTold, _ after: PersonTold) {
    for support in before.supports.union(after.supports) {
      let (was, now) = (before.verbs[support], after.verbs[support])
      count(
        .support(support), was != nil, now != nil, gains: was == nil, loses: now == nil, otherVerb: was != nil && now != nil && was != now)
    }
    for step in Set(before.steps.keys).union(after.steps.keys) {
      count(.step(step), before.steps[step] ?? [], after.steps[step] ?? [])
    }
    count(.flags, before.flags, after.flags)
    count(.escalations, before.escalations, after.escalations)
    count(.waiting, before.waiting, after.waiting)
  }

  private mutating func count(_ before: PersonTold, _ after: PersonTold, in groups: PersonGroups) {
    for (title, values) in groups.values {
      for value in values {
        let key = Key.group(title, value.id)
        rows[key, default: .init(id: value.id, title: value.title)].title = value.title
        count(key, before.supports, after.supports)
      }
    }
  }

  /// Who has anything of it, and who has something that they did not have.
  private mutating func count(_ key: Key, _ before: Set<String>, _ after: Set<String>) {
    count(
      key, !before.isEmpty, !after.isEmpty, gains: !after.isSubset(of: before), loses: !before.isSubset(of: after), otherVerb: false)
  }

  private mutating func count(_ key: Key, _ before: Bool, _ after: Bool, gains: Bool, loses: Bool, otherVerb: Bool) {
    var row = rows[key] ?? PopulationDiff.Row(id: "", title: "")
    if before { row.before += 1 }
    if after { row.after += 1 }
    if gains, after { row.gain += 1 }
    if loses, before { row.lose += 1 }
    if otherVerb { row.otherVerb += 1 }
    rows[key] = row
  }

  private mutating func addPerson(_ id: String, _ before: PersonTold, _ after: PersonTold) {
    func named(_ told: PersonTold, butNot other: PersonTold) -> [String] {
      told.supports.subtracting(other.supports).sorted() + told.flags.subtracting(other.flags).sorted().map { "flag \($0)" }
        + told.escalations.subtracting(other.escalations).sorted().map { "escalation \($0)" }
    }
    let verbs = before.supports.intersection(after.supports).sorted().compactMap { support -> String? in
      guard let was = before.verbs[support], let now = after.verbs[support], was != now else { return nil }
      return "\(support): \(was.sorted().joined(separator: ", ")) → \(now.sorted().joined(separator: ", "))"
    }
    let person = PopulationDiff.Person(
      id: id, gains: named(after, butNot: before) + moved(after, from: before),
      loses: named(before, butNot: after) + moved(before, from: after),
      otherVerbs: verbs, otherWords: after.otherWords(than: before))
    if !person.parts.isEmpty { result.persons.append(person) }
  }

  /// What somebody has before and after, and at a step only in one of the two.
  private func moved(_ told: PersonTold, from other: PersonTold) -> [String] {
    let kept = told.supports.intersection(other.supports)
    return allSteps.flatMap { step -> [String] in
      let here = (told.steps[step] ?? []).subtracting(other.steps[step] ?? []).intersection(kept)
      return here.sorted().map { "\($0) at \(title(of: step))" }
    }
  }

  // MARK: - The result

  /// Rows that changed, in the order of the rulebooks.
  private var finished: PopulationDiff {
    var finished = result
    let supports = ids(old.ruleSet.supports.map(\.manifest.id), new.ruleSet.supports.map(\.manifest.id))
    finished.bySupport = supports.compactMap { row(.support($0), $0, title(ofSupport: $0)) }
    finished.bySupport += [
      row(.flags, "flag", "A look asked of a practitioner"), row(.escalations, "escalate", "A safeguard that escalates"),
      row(.waiting, "undecided", "A rule that waits for an answer"),
    ].compactMap { $0 }
    finished.byStep = allSteps.compactMap { step in row(.step(step), "\(step.pathway)/\(step.step)", title(of: step)) }
    finished.byGroup = PersonGroups.titles.map { PopulationDiff.Group(title: $0, rows: groupRows($0)) }.filter { group in
      group.rows.contains { !$0.id.isEmpty }
    }
    return finished
  }

  private func groupRows(_ title: String) -> [PopulationDiff.Row] {
    rows.compactMap { key, row -> PopulationDiff.Row? in
      if case .group(title, _) = key, row.isChange { row } else { nil }
    }.sorted { a, b in
      // What is not known comes last; ages in their order.
      if a.id.isEmpty != b.id.isEmpty { return b.id.isEmpty }
      if let a = Int(a.id), let b = Int(b.id) { return a < b }
      return a.id < b.id
    }
  }

  private func row(_ key: Key, _ id: String, _ title: String) -> PopulationDiff.Row? {
    guard var row = rows[key], row.isChange else { return nil }
    (row.id, row.title) = (id, title)
    return row
  }

  private func title(of step: SpokenStep) -> String { (new.ruleSet.allSteps.contains(step) ? new : old).title(of: step) }

  private func title(ofSupport id: String) -> String {
    for side in [new, old] {
      if let support = side.ruleSet.supports.first(where: { $0.manifest.id == id }) {
        return support.manifest.title.text(in: side.language)
      }
    }
    return id
  }

  private func ids(_ before: [String], _ after: [String]) -> [String] { after + before.filter { !after.contains($0) } }
}

extension RuleSet {
  fileprivate var allSteps: [SpokenStep] {
    pathways.flatMap { pathway in pathway.steps.map { SpokenStep(pathway: pathway.id, step: $0.id) } }
  }
}
