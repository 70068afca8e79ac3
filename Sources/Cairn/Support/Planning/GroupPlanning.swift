/// A kind of support that says how people who want it come together in groups.
///
/// The default goes by the manifest's shape: cohorts, networks and coordinators are planned, the rest is counted. Write `plan` where no shape
/// says it. It must be deterministic, and account for everybody once: in one group, or among those for whom there is no place yet.
public protocol GroupPlanning: SupportType {
  /// Groups for people who want the support.
  func plan(_ demand: Demand) throws(SupportTypeError) -> GroupPlan
}

extension GroupPlanning {
  /// By the shape of the manifest.
  public func plan(_ demand: Demand) throws(SupportTypeError) -> GroupPlan { manifest.plan(demand) }
}

extension DeclaredSupportType: GroupPlanning {}

extension SupportManifest {
  /// Groups by the shape and its parameters.
  ///
  /// The order of people and of groups in `demand` changes nothing: both are taken by id.
  public func plan(_ demand: Demand) -> GroupPlan {
    var planner = Planner(self, demand)
    switch shape {
    case .closedCohort: planner.cohorts()
    case .geographicCluster: planner.clusters()
    case .localityCoordinator: planner.coordinators()
    case .openGroup, .membershipClub: planner.crowds(of: count("places"), by: "places")
    case .oneToOneMatch, .twoSidedMatch, .reciprocalLedger, .hub: planner.crowds(of: count("caseload"), by: "caseload")
    }
    return planner.finished()
  }
}

extension SupportType {
  /// What it plans, if that accounts for everybody once; an error that says what is wrong with it otherwise.
  package func checkedPlan(_ demand: Demand) throws(SupportTypeError) -> GroupPlan {
    guard let planning = self as? any GroupPlanning else { return manifest.plan(demand) }
    let plan: GroupPlan
    do throws(SupportTypeError) { plan = try planning.plan(demand) } catch {
      throw SupportTypeError("the support type `\(manifest.id)` cannot plan: \(error.description)")
    }
    guard let fault = plan.faults(for: demand).first else { return plan }
    throw SupportTypeError("the plan of the support type `\(manifest.id)` \(fault)")
  }
}
