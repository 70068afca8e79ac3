extension StateDeclaration {
  /// How an offer of a support type stands, and what is wrong with what is written of it.
  package func read(for manifest: SupportManifest) -> (state: OfferState, diagnostics: [Diagnostic]) {
    let findings = Findings()
    let field = Field(key: key, node: node, findings: findings)
    var state = OfferState()
    if let mapping = MappingReader(field, Keys(OfferState.keys)) {
      for name in OfferState.keys where mapping.has(name) && !manifest.shape.stateKeys.contains(name) { refuse(name, manifest, findings) }
      for name in manifest.shape.stateKeys { mapping[name]?.state(name, of: manifest, into: &state) }
    }
    return (state, findings.diagnostics)
  }

  private func refuse(_ name: String, _ manifest: SupportManifest, _ findings: Findings) {
    guard let key = node.entries.first(where: { $0.key.text == name })?.key else { return }
    let all = Field.listed(manifest.shape.stateKeys, last: "and")
    findings.error(
      .unknownKey, "`\(name)` says nothing of a support type of the shape `\(manifest.shape.rawValue)`, as `\(manifest.id)` is",
      at: key.range,
      help: manifest.shape.stateKeys.count == 1 ? "the one key is \(all)" : "the keys are \(all)")
  }
}

extension OfferState {
  /// Every key that some shape knows.
  static let keys = ["stage", "roles", "team-languages", "hand-over", "caseload"]
}

extension SupportManifest.Shape {
  /// What may be said of how an offer stands.
  package var stateKeys: [String] {
    switch self {
    case .closedCohort: ["stage", "roles", "team-languages", "hand-over"]
    case .openGroup, .membershipClub: ["roles", "team-languages", "hand-over"]
    case .geographicCluster: ["roles"]
    case .oneToOneMatch, .twoSidedMatch, .localityCoordinator, .reciprocalLedger, .hub: ["caseload"]
    }
  }
}

extension Field {
  private static let caseloadKeys = Keys("light", "long")
  private static let handOverKeys = Keys("attended", "lead", "room", "budget")

  fileprivate func state(_ name: String, of manifest: SupportManifest, into state: inout OfferState) {
    switch name {
    case "stage": state.stage = word(OfferState.Stage.self)
    case "roles": state.roles = roles(of: manifest)
    case "team-languages": state.teamLanguages = languageTags()
    case "hand-over": state.handOver = handOver(of: manifest)
    default: state.caseload = caseload()
    }
  }

  private func roles(of manifest: SupportManifest) -> [String: OfferState.Role] {
    guard node.isMapping else { return expected("each role with `filled`, `vacant` or `trained`") ?? [:] }
    var roles: [String: OfferState.Role] = [:]
    for (key, value) in node.entries {
      let field = Field(key: key, node: value, findings: findings)
      guard isKnown(key, of: manifest), let role = field.word(OfferState.Role.self) else { continue }
      roles[key.text] = role
    }
    return roles
  }

  /// A cohort's team has the roles that its type lists; elsewhere a role may have any name that is no slip for one that counts.
  private func isKnown(_ key: Node, of manifest: SupportManifest) -> Bool {
    let known = manifest.shape.rolesThatCount + manifest.team
    guard !known.contains(key.text) else { return true }
    let near = nearest(key.text, in: known)
    guard near != nil || !manifest.team.isEmpty else { return true }
    let wrong = Diagnostic.error(
      .invalidValue, "the support type `\(manifest.id)` knows no role `\(key.excerpt)`", at: key.range)
    findings.report(
      near == nil ? wrong.noting("help", "its roles are \(Self.listed(known, last: "and"))") : wrong.suggesting(near))
    return false
  }

  private func caseload() -> OfferState.Caseload? {
    guard let mapping = MappingReader(self, Self.caseloadKeys) else { return nil }
    return OfferState.Caseload(light: mapping["light"]?.integer(in: 0...1_000_000), long: mapping["long"]?.integer(in: 0...1_000_000))
  }

  private func handOver(of manifest: SupportManifest) -> OfferState.HandOver? {
    guard manifest.leadership != nil else {
      return refuse(
        .invalidValue,
        "`hand-over` tells how far a group is on its way to being led by its members, and the support type `\(manifest.id)`"
          + " declares no `leadership`")
    }
    guard let mapping = MappingReader(self, Self.handOverKeys) else { return nil }
    let most = manifest.count("sessions") ?? 1000
    let attended = mapping["attended"]?.list(of: "number of sessions")?.compactMap { $0.integer(in: 0...max(0, most)) }
    return OfferState.HandOver(
      attended: attended ?? [], lead: mapping["lead"]?.boolean(), room: mapping["room"]?.boolean(), budget: mapping["budget"]?.boolean())
  }
}
