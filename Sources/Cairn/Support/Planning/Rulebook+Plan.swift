extension Rulebook {
  /// Groups for people who want a kind of support, with the rulebook's local offers as what there is.
  ///
  /// - Parameters:
  ///   - support: The support type's id.
  ///   - people: Who wants it; whether it suits them is for `advice` to say.
  ///   - asOf: The day to plan for.
  /// - Throws: A `SupportTypeError` that names the support type, where there is none, where it cannot plan, or where what it plans does not
  ///   account for everybody once.
  public func plan(_ support: String, for people: [Demand.Person], asOf: CalendarDate) throws(SupportTypeError) -> GroupPlan {
    guard let index = ruleSet.supports.firstIndex(where: { $0.manifest.id == support }) else {
      throw SupportTypeError("there is no support type `\(support)`")
    }
    let type = ruleSet.supports[index]
    let groups = ruleSet.offers.filter { $0.support == index }.map {
      Demand.Existing($0, of: type.manifest, in: ruleSet, asOf: asOf)
    }
    return try type.checkedPlan(Demand(people: people, groups: groups, asOf: asOf))
  }
}
