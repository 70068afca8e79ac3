/// What groups and people take, from the manifest's costs: exact, and whole groups at a time.
struct PlanCosts {
  private let manifest: SupportManifest
  /// What could not be counted, as sentences.
  private(set) var unknown: [String] = []

  init(_ manifest: SupportManifest) { self.manifest = manifest }

  /// What so many new groups, and so many units that are placed, take. Costs of one category and unit are one sum.
  mutating func quantities(groups: Int, units: Int) -> [GroupPlan.Quantity] {
    var sums: [Sum] = []
    for cost in manifest.costs {
      guard case .value(let quantity) = ScaledNumber.read(cost.quantity, decimals: 6), let times = times(cost.per, groups, units),
        times.number > 0
      else { continue }
      let place = sums.firstIndex { $0.category == cost.category && $0.unit == cost.unit }
      var sum = place.map { sums[$0] } ?? Sum(category: cost.category, unit: cost.unit)
      sum.add(quantity, times)
      if let place { sums[place] = sum } else { sums.append(sum) }
    }
    for sum in sums where sum.value == nil { unknown.append("the \(PlainWords.spaced(sum.category)) cannot be counted: it is too much") }
    return sums.compactMap(\.quantity)
  }

  /// In millionths; nil once it is too much to count.
  private struct Sum {
    let category, unit: String
    var of: [String] = []
    var value: Int? = 0

    init(category: String, unit: String) {
      self.category = category
      self.unit = unit
    }

    mutating func add(_ quantity: Int, _ times: (number: Int, words: String)) {
      let product = quantity.multipliedReportingOverflow(by: times.number)
      let sum = value.map { $0.addingReportingOverflow(product.partialValue) }
      value = product.overflow || sum?.overflow ?? true ? nil : sum?.partialValue
      if !of.contains(times.words) { of.append(times.words) }
    }

    var quantity: GroupPlan.Quantity? {
      value.map { value in
        GroupPlan.Quantity(
          category: category, quantity: ScaledNumber.text(value, decimals: 6), unit: unit, of: of.joined(separator: ", "))
      }
    }
  }

  /// How often a cost is met, and in words.
  private mutating func times(_ per: String, _ groups: Int, _ units: Int) -> (number: Int, words: String)? {
    switch per {
    case "person", "member", "participant", "family", "household", "pair", "dyad":
      return (units, PlainWords.plainCount(units, per, Self.plural(per)))
    case "group", "cohort", "course", "network", "club", "area", "coordinator", "hub":
      return (groups, PlainWords.plainCount(groups, per, Self.plural(per)))
    case "session": return each(per, of: groups, "sessions", "group")
    case "engagement", "contact", "visit": return each(per, of: units, "contacts", "person")
    default:
      unknown.append("costs per \(PlainWords.spaced(per)) are left out: a plan counts people, groups, sessions and contacts")
      return nil
    }
  }

  /// Of something that each group or person has several of; where the type does not say how many, one round of them.
  private mutating func each(_ per: String, of number: Int, _ parameter: String, _ owner: String) -> (number: Int, words: String)? {
    guard let several = manifest.count(parameter) else {
      if number > 0 { unknown.append("the type gives no `\(parameter)`, so costs per \(per) are those of one \(per) for each \(owner)") }
      return (number, PlainWords.plainCount(number, per, Self.plural(per)))
    }
    let (all, isTooMuch) = number.multipliedReportingOverflow(by: several)
    return isTooMuch ? nil : (all, PlainWords.plainCount(all, per, Self.plural(per)))
  }

  private static func plural(_ noun: String) -> String {
    switch noun {
    case "person": "people"
    case "family": "families"
    default: noun + "s"
    }
  }
}
