import Testing

@testable import Cairn

/// A small rulebook for the tests of offers: peers in groups, a club that serves people in a crisis, a course, and a hub.
enum OfferWorld {
  static let base = """
    rulebook: {id: harbour, title: Harbour, version: "1", language: en, cool-down: 6 months}
    facts:
      immediate-danger: {title: In danger now, type: boolean}
      tenancy: {title: Home or tenancy, type: choice, values: [own, shared, nowhere], ask: Do you have a home of your own?}
      walks: {title: Walks, type: boolean, ask: Can you walk for ten minutes?}
      income: {title: Income, type: number, min: 0, max: 100000}
      hiv: {title: HIV, type: boolean, sensitive: yes}
    value-sets:
      harbour-wards: {areas: [east, quay]}
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything}
      building: {when: {crisis-level: building}, stop: {except: serves-crisis}}
    """

  static let today = CalendarDate(2026, 11, 22)

  /// Rules that suggest each type, by its id.
  static func rules(_ suggestions: String...) -> String {
    "rules:\n"
      + suggestions.map { suggestion in
        let id = suggestion.prefix { $0 != "," }
        return "  \(id)-rule: {title: \(id), because: It may help., suggest: {support: \(suggestion)}}\n"
      }.joined()
  }

  static func offers(_ lines: String...) -> String { "offers:\n" + lines.map { "  \($0)\n" }.joined() }

  static let supports: [any SupportType] = [
    DeclaredSupportType(.offered("peer-group", [.refer, .introduce, .selfRefer, .signpost])),
    DeclaredSupportType(.offered("club", [.refer, .selfRefer], crisis: .serves)),
    DeclaredSupportType(.offered("course", [.selfRefer])),
    DeclaredSupportType(.offered("hub", [.refer, .introduce, .signpost], shape: .hub, package: true)),
  ]

  static func rulebook(
    _ parts: String..., profiles: [String] = [], supports: [any SupportType] = supports, services: [LocalService]? = nil
  ) throws -> Rulebook {
    var files = [("base.yaml", base)] + parts.enumerated().map { ("part\($0).yaml", $1) }
    if !profiles.isEmpty { files.append(("profiles.yaml", "profiles:\n" + profiles.map { "  \($0)\n" }.joined())) }
    return try open(files, supports, services)
  }

  static func open(
    _ files: [(String, String)], _ supports: [any SupportType] = supports, _ services: [LocalService]? = nil
  ) throws -> Rulebook {
    let sources = files.map { SourceText(path: $0.0, text: $0.1) }
    guard let services else { return try Rulebook(files: sources, supportTypes: supports) }
    return try Rulebook(files: sources, supportTypes: supports) { _, ids in services.filter { ids.contains($0.id) } }
  }

  /// The advice for one person, `{…}` of a profile, in a rulebook of these parts.
  static func advice(
    for profile: String, _ parts: String..., supports: [any SupportType] = supports, services: [LocalService]? = nil
  ) throws -> Advice {
    let files = [("base.yaml", base)] + parts.enumerated().map { ("part\($0).yaml", $1) } + [("p.yaml", "profiles:\n  p: \(profile)\n")]
    let rulebook = try open(files, supports, services)
    return rulebook.advice(for: try #require(rulebook.profiles.first), asOf: today)
  }

  /// What is said of a rulebook of these parts.
  static func mistakes(_ parts: String..., supports: [any SupportType] = supports, reading: DirectoryReading? = nil) -> String {
    let sources = [SourceText(path: "base.yaml", text: base)] + parts.enumerated().map { SourceText(path: "part\($0).yaml", text: $1) }
    do throws(RulebookError) {
      return said(try Rulebook(files: sources, supportTypes: supports, readDirectory: reading).warnings)
    } catch { return said(error.diagnostics) }
  }
}

extension SupportManifest {
  /// A manifest with one plain text for each verb, as offers of it need one.
  static func offered(
    _ id: String, _ verbs: [Verb], crisis: CrisisStance = .pauses, shape: Shape = .openGroup, package: Bool = false
  ) -> SupportManifest {
    let parameters =
      package ? "\nparameters: {package: {type: supports}}" : "\nparameters: {focus: {type: choice, values: [condition, interest]}}"
    return written(
      """
      support: \(id)
      title: \(id)
      summary: Support.
      shape: \(shape.rawValue)
      verbs: [\(verbs.map(\.rawValue).joined(separator: ", "))]
      crisis: \(crisis.rawValue)
      """ + parameters)
  }

  /// A manifest as a plugin writes it, with a plain text for each verb.
  static func written(_ yaml: String) -> SupportManifest {
    let reading = ManifestFiles(support: Array((yaml + "\n").utf8)).read()
    guard let manifest = reading.manifest else { preconditionFailure(DiagnosticText.draw(reading.diagnostics)) }
    return manifest
  }
}
