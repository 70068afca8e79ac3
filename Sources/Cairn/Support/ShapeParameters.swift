/// What each of the nine shapes may be told under `shape-parameters`. Everything may be left out; planning then has no number to go by.
///
/// | shape | parameters |
/// | --- | --- |
/// | open group | `places` of a session, `facilitators`, `every` |
/// | closed cohort | `places` with `at-least`, `sessions`, `every`, `facilitators`, `team` of roles, `closed-after` session, `completed-after` sessions, `hub` |
/// | one-to-one match | `caseload` of one who accompanies, `contacts`, `prefer`, `bound-to-appointment`, `tapers-after` contacts |
/// | two-sided match | `trial`, `caseload` of a broker, `prefer` |
/// | geographic cluster | `members`, `at-least`, `volunteers`, `within`, `linkage`, `detour`, `walking-speed` |
/// | locality coordinator | `people` of an area, `caseload`, `light-caseload` |
/// | membership club | `places` of a session, `facilitators`, `sessions-per-week` |
/// | reciprocal ledger | `opening-balance` in hours, `caseload` of a broker |
/// | hub | `caseload`, `contacts`, `package` of services at most |
enum ShapeParameter {
  /// A whole number within bounds.
  case count(ClosedRange<Int>)
  /// A number within bounds, the bounds in hundredths.
  case number(ClosedRange<Int>)
  case duration
  case truth
  case word([String])
  case names
  /// A fact that tells where somebody belongs.
  case fact
  /// `1.2 m/s`.
  case speed
  /// `{walk: 15 minutes}` or `{distance: 1200 m}`.
  case reach

  private static let crowd = ShapeParameter.count(1...10_000)
  private static let few = ShapeParameter.count(1...100)

  static func all(of shape: SupportManifest.Shape) -> [String: ShapeParameter] {
    switch shape {
    case .openGroup: ["places": crowd, "facilitators": few, "every": .duration]
    case .closedCohort:
      [
        "places": crowd, "at-least": crowd, "sessions": .count(1...1000), "every": .duration, "facilitators": few, "team": .names,
        "closed-after": .count(1...1000), "completed-after": .count(1...1000), "hub": .fact,
      ]
    case .oneToOneMatch:
      [
        "caseload": few, "contacts": .count(1...1000), "prefer": .names, "bound-to-appointment": .truth, "tapers-after": .count(1...1000),
      ]
    case .twoSidedMatch: ["trial": .duration, "caseload": .count(1...1000), "prefer": .names]
    case .geographicCluster:
      [
        "members": few, "at-least": few, "volunteers": .count(0...100), "within": .reach, "linkage": .word(["centre", "complete"]),
        "detour": .number(100...500), "walking-speed": .speed,
      ]
    case .localityCoordinator:
      ["people": .count(1...10_000_000), "caseload": .count(1...1000), "light-caseload": .count(1...10_000)]
    case .membershipClub: ["places": crowd, "facilitators": few, "sessions-per-week": few]
    case .reciprocalLedger: ["opening-balance": .count(0...1000), "caseload": .count(1...10_000)]
    case .hub: ["caseload": .count(1...10_000), "contacts": .count(1...1000), "package": .count(1...50)]
    }
  }
}

extension Field {
  /// The parameters of a shape as written; a reach gives `within-walk` or `within-distance`.
  func shapeParameters(of shape: SupportManifest.Shape) -> [String: String] {
    let known = ShapeParameter.all(of: shape)
    guard let mapping = MappingReader(self, Keys(known.keys.sorted()), as: nil) else { return [:] }
    var values: [String: String] = [:]
    for (name, parameter) in known {
      guard let field = mapping[name] else { continue }
      if case .reach = parameter {
        if let (way, value) = field.reach() { values["\(name)-\(way)"] = value }
      } else if let value = field.shapeValue(parameter) {
        values[name] = value
      }
    }
    refuseLeastPastMost(mapping)
    return values
  }

  /// A group that begins with more than it can hold never begins.
  private func refuseLeastPastMost(_ mapping: MappingReader) {
    for most in ["places", "members"] {
      guard let least = mapping["at-least"], let room = mapping[most], let fewest = Int(least.node.text), let all = Int(room.node.text),
        fewest > all
      else { continue }
      let _: Never? = least.refuse(.outOfRange, "`at-least` is `\(fewest)`, which is more than `\(most)`, `\(all)`")
    }
  }

  private func shapeValue(_ parameter: ShapeParameter) -> String? {
    switch parameter {
    case .count(let bounds): integer(in: bounds).map { String($0) }
    case .number(let hundredths): number(in: hundredths)
    case .duration: duration(allowsZero: false)?.description
    case .truth: boolean().map { $0 ? "yes" : "no" }
    case .word(let words): word(of: words)
    case .names: listOfNames().map { $0.map(\.value).joined(separator: ", ") }
    case .fact: id(of: "fact")?.value
    case .speed: measure(["m/s"], example: "1.2 m/s")
    case .reach: nil
    }
  }

  private func number(in hundredths: ClosedRange<Int>) -> String? {
    guard let value = scaled(decimals: 2) else { return nil }
    guard hundredths.contains(value) else {
      let (low, high) = (ScaledNumber.text(hundredths.lowerBound, decimals: 2), ScaledNumber.text(hundredths.upperBound, decimals: 2))
      return refuse(.outOfRange, "\(label) is a number from \(low) to \(high), and `\(node.text)` is not")
    }
    return node.text
  }

  private static let reachKeys = Keys("walk", "distance")

  private func reach() -> (String, String)? {
    guard let mapping = MappingReader(self, Self.reachKeys) else { return nil }
    if let walk = mapping["walk"], let distance = mapping["distance"] {
      _ = walk
      return distance.refuse(.invalidValue, "\(label) is a `walk` or a `distance`, not both")
    }
    if let walk = mapping["walk"] { return walk.measure(["minutes"], example: "15 minutes").map { ("walk", $0) } }
    guard let distance = mapping["distance"] else {
      if !mapping.has("walk"), !mapping.has("distance") { mapping.missing("`walk` or `distance`") }
      return nil
    }
    return distance.measure(["m", "km"], example: "1200 m").map { ("distance", $0) }
  }

  /// A number above zero and its unit.
  private func measure(_ units: [String], example: String) -> String? {
    guard node.isScalar, !node.isNull else { return expected("a number and its unit", help: "write `\(example)`") }
    let parts = node.text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, units.contains(String(parts[1])), case .value(let value) = ScaledNumber.read(parts[0], decimals: 3), value > 0
    else {
      return expected("a number and its unit", help: "write `\(example)`")
    }
    return node.text
  }
}
