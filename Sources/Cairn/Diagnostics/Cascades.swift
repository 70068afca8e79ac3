/// Leaves out what only follows from another mistake: a name that was declared, but in an entry or a file that could not be read.
struct Cascades {
  private let trees: [NodeTree]
  private let allFilesRead: Bool
  private let allPluginsRead: Bool

  init(trees: [NodeTree], allFilesRead: Bool, allPluginsRead: Bool) {
    self.trees = trees
    self.allFilesRead = allFilesRead
    self.allPluginsRead = allPluginsRead
  }

  func removed(from findings: [Diagnostic]) -> [Diagnostic] {
    let isClean = allFilesRead && allPluginsRead && !findings.contains { $0.severity == .error && !Self.isAboutNames($0.code) }
    guard !isClean else { return findings }
    let declared = declaredNames()
    return findings.filter { !follows($0, declared) }
  }

  /// Every name that stands where a declaration would.
  private func declaredNames() -> Set<String> {
    var names: Set<String> = []
    for section in trees.compactMap(\.root).flatMap({ $0.entries.map(\.value) }) {
      for (id, entry) in section.entries {
        Self.add(id.text, to: &names)
        guard let steps = entry["steps"] else { continue }
        for (step, _) in steps.entries { Self.add(step.text, to: &names) }
      }
    }
    return names
  }

  /// Whoever writes `lives-alone` rightly is not told of `lives_alone`, of which it is said where it is declared.
  private static func add(_ id: String, to names: inout Set<String>) {
    names.insert(id)
    if !Identifier.isValid(id), let meant = Identifier.made(of: id) { names.insert(meant) }
  }

  private func follows(_ diagnostic: Diagnostic, _ declared: Set<String>) -> Bool {
    guard Self.isAboutNames(diagnostic.code) else { return diagnostic.code == .missingSafeguard && !allFilesRead }
    if !allFilesRead { return true }
    if !allPluginsRead, diagnostic.code == .unknownSupport || diagnostic.code == .unknownFact { return true }
    return diagnostic.location.map { declared.contains($0.source.text($0.offsets).trimmingQuotes) } ?? false
  }

  private static func isAboutNames(_ code: DiagnosticCode) -> Bool {
    switch code {
    case .unknownFact, .unknownConcept, .unknownValueSet, .unknownSupport, .unknownPathway, .unknownStep, .unknownStepKind,
      .unknownProfile, .unknownRule, .unknownService, .placeholderUnknown, .placeholderNotKnown, .neverFires:
      true
    default: false
    }
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    guard let first, first == last, first == "\"" || first == "'", count > 1 else { return self }
    return String(dropFirst().dropLast())
  }
}
