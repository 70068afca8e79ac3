/// People who want a kind of support, what there is of it, and the groups that must come out.
struct PlanCase {
  static let keys = Keys("case", "plan", "expect")
  private static let planKeys = Keys("profiles", "offers", "level")
  private static let expectKeys = Keys("groups", "unplaced", "gaps", "costs", "unknown")
  private static let groupKeys = Keys("members", "at", "languages", "roles")

  let profiles: Field
  let offers: Field?
  let level: String?
  var groups: [ExpectedGroup]?
  /// Parts of reasons, by profile id.
  var unplaced: [(person: String, because: String)]?
  var gaps: [String]?
  /// By category.
  var costs: [(category: String, quantity: String)] = []
  /// Parts of what nobody knows.
  var unknown: [String] = []

  struct ExpectedGroup {
    var members: [String]
    /// The offer that they join.
    var at: String?
    var languages, roles: [String]?
  }

  init?(_ mapping: MappingReader) {
    let plan = mapping.required("plan").flatMap { MappingReader($0, Self.planKeys) }
    let profiles = plan?.required("profiles")
    offers = plan?["offers"]
    level = plan?["level"]?.word(of: ["light", "long"])
    guard let field = mapping.required("expect"), let expect = MappingReader(field, Self.expectKeys) else { return nil }
    if field.node.entries.isEmpty {
      let _: Never? = field.refuse(.missingValue, "a case that expects nothing cannot fail")
      return nil
    }
    groups = expect["groups"]?.list(of: "group")?.compactMap { Self.group($0) }
    unplaced = expect["unplaced"]?.pairs { field in field.text().map { (field.key.text, $0) } }
    gaps = expect["gaps"]?.listOfNames()?.map(\.value)
    costs = expect["costs"]?.pairs { field in Self.quantity(field).map { (field.key.text, $0) } } ?? []
    unknown = expect["unknown"]?.list(of: "text")?.compactMap { $0.text() } ?? []
    guard let profiles else { return nil }
    self.profiles = profiles
  }

  private static func group(_ item: Field) -> ExpectedGroup? {
    guard let mapping = MappingReader(item, groupKeys, as: "group"), let members = mapping.required("members")?.listOfNames() else {
      return nil
    }
    return ExpectedGroup(
      members: members.map(\.value), at: mapping["at"]?.name()?.value, languages: mapping["languages"]?.listOfNames()?.map(\.value),
      roles: mapping["roles"]?.listOfNames()?.map(\.value))
  }

  /// The same text for one number however it is written.
  private static func quantity(_ field: Field) -> String? {
    field.scaled(decimals: 6, finer: nil).map { ScaledNumber.text($0, decimals: 6) }
  }
}

extension PlanCase {
  /// A rulebook of the people and the offers.
  func text(of type: any SupportType, in file: CaseFile, at place: SourceRange) -> CaseText {
    var text = CaseText(place)
    text.addVocabulary(file)
    text.add(offers: offers, of: type.manifest.id)
    text.add("profiles:")
    text.add(profiles.node, indented: 2)
    return text
  }

  func failures(of type: any SupportType, in file: CaseFile, at place: SourceRange) -> [String] {
    let text = text(of: type, in: file, at: place)
    let rulebook: Rulebook
    do throws(RulebookError) { rulebook = try Rulebook(files: [text.source], supportTypes: [type]) } catch {
      return [CaseRun.improper(text.located(error.diagnostics.filter { $0.severity == .error }))]
    }
    do throws(SupportTypeError) {
      let people = rulebook.profiles.map { Demand.Person($0, level: level) }
      return differences(from: try rulebook.plan(type.manifest.id, for: people, asOf: file.asOf))
    } catch { return [error.description] }
  }

  private func differences(from plan: GroupPlan) -> [String] {
    groupDifferences(plan) + unplacedDifferences(plan) + gapDifferences(plan) + costDifferences(plan)
      + unknown.filter { part in !plan.unknown.contains { $0.contains(part) } }.map { part in
        "expected that “\(part)” is unknown; got \(Self.listed(plan.unknown.map { "“\($0)”" }))"
      }
  }

  /// Groups are held to exactly: as many, and the same people in each.
  private func groupDifferences(_ plan: GroupPlan) -> [String] {
    guard let groups else { return [] }
    var left = plan.groups
    var differences: [String] = []
    for group in groups {
      guard let place = left.firstIndex(where: { $0.members == group.members.sorted() && $0.joins == group.at }) else {
        differences.append("expected the group \(group.inWords); got \(Self.listed(plan.groups.map(\.inWords)))")
        continue
      }
      let got = left.remove(at: place)
      for (what, expected, found) in [("languages", group.languages, got.languages), ("roles", group.roles, got.roles)] {
        guard let expected, expected.sorted() != found.sorted() else { continue }
        differences.append("expected the group \(group.inWords) with the \(what) \(Self.listed(expected)); got \(Self.listed(found))")
      }
    }
    return differences.isEmpty ? left.map { "expected no group \($0.inWords)" } : differences
  }

  /// Held to exactly: nobody else waits.
  private func unplacedDifferences(_ plan: GroupPlan) -> [String] {
    guard let unplaced else { return [] }
    var differences = unplaced.compactMap { person, because -> String? in
      guard let reason = plan.unplaced.first(where: { $0.person == person })?.reason else {
        return "expected no place for \(person); got one"
      }
      return reason.contains(because) ? nil : "expected no place for \(person) because of “\(because)”; got “\(reason)”"
    }
    let expected = Set(unplaced.map(\.person))
    differences += plan.unplaced.filter { !expected.contains($0.person) }.map {
      "expected a place for \($0.person); got none, since \($0.reason)"
    }
    return differences
  }

  private func gapDifferences(_ plan: GroupPlan) -> [String] {
    let got = plan.gaps.map(\.area)
    guard let gaps, gaps.sorted() != got.sorted() else { return [] }
    return ["expected the gaps \(Self.listed(gaps)); got \(Self.listed(got))"]
  }

  private func costDifferences(_ plan: GroupPlan) -> [String] {
    costs.compactMap { category, quantity in
      let got = plan.costs.filter { $0.category == category }
      guard !got.contains(where: { $0.quantity == quantity }) else { return nil }
      return "expected \(quantity) of \(category); got \(Self.listed(got.map { "\($0.quantity) \($0.unit)" }))"
    }
  }

  private static func listed(_ items: [String]) -> String { items.isEmpty ? "none" : items.joinedAsList }
}

extension PlanCase.ExpectedGroup {
  fileprivate var inWords: String { PlanCase.words(members.sorted(), at) }
}

extension GroupPlan.Group {
  fileprivate var inWords: String { PlanCase.words(members, joins) }
}

extension PlanCase {
  /// `[a, b] at harbour`, or `[a, b]` for a new one.
  fileprivate static func words(_ members: [String], _ at: String?) -> String {
    "[\(members.joined(separator: ", "))]" + (at.map { " at \($0)" } ?? "")
  }
}
