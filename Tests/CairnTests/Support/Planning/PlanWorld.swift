import Testing

@testable import Cairn

/// A support type to plan with, and plans as lines.
enum PlanWorld {
  static let asOf = CalendarDate(2026, 11, 22)

  static func manifest(_ shape: String, _ more: String = "") throws -> SupportManifest {
    let text = "support: sample\ntitle: Sample\nsummary: For tests.\nshape: \(shape)\nverbs: [signpost]\n\(more)"
    return try SupportManifest(support: Array(text.utf8), texts: [:])
  }

  /// A person in an area, or with a home at a place.
  static func person(
    _ id: String, area: String? = nil, at place: (Double, Double)? = nil, languages: [String] = [], household: String? = nil,
    level: String? = nil
  ) -> Demand.Person {
    var profile = Profile(id: id)
    if area != nil || place != nil { profile.home = .place(latitude: place?.0, longitude: place?.1, area: area) }
    if !languages.isEmpty { profile.preferences = ["language": languages] }
    profile.household = household
    return Demand.Person(profile, level: level)
  }

  static func existing(_ id: String, free: Int?, _ fill: (inout Demand.Existing) -> Void = { _ in }) -> Demand.Existing {
    var group = Demand.Existing(id: id, title: PlainWords.capitalized(id))
    group.free = free
    fill(&group)
    return group
  }

  /// Groups, who waits, gaps, costs and what is unknown, a line each.
  static func said(_ plan: GroupPlan) -> [String] {
    let groups = plan.groups.map { group in
      var line = "\(group.joins ?? "new"): \(group.members.joined(separator: " "))"
      if let hub = group.hub { line += " in \(hub)" }
      if !group.roles.isEmpty { line += ", wants \(group.roles.joined(separator: " "))" }
      if !group.languages.isEmpty { line += ", speaks \(group.languages.joined(separator: " "))" }
      return line + (group.times.map { ", \($0)" } ?? "")
    }
    return groups + plan.unplaced.map { "\($0.person) waits: \($0.reason)" }
      + plan.gaps.map { "gap in \($0.area): \($0.waiting) wait, \($0.needed) needed" + said($0.costs) }
      + (plan.costs.isEmpty ? [] : ["costs" + said(plan.costs)]) + plan.unknown.map { "unknown: \($0)" }
  }

  private static func said(_ costs: [GroupPlan.Quantity]) -> String {
    costs.map { "; \($0.category) \($0.quantity) \($0.unit) (\($0.of))" }.joined().replacing("\u{A0}", with: " ")
  }
}
