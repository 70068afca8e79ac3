/// A rulebook, ready to advise: the door to the engine.
///
/// Opening one walks the route: text → located nodes → declared rulebook → compiled rule set; advice walks the rest: profile → facts →
/// verdicts → advice. A rulebook never changes once it is open and may be shared by all threads.
public struct Rulebook: Sendable {
  /// The sample profiles that the rulebook brings.
  public private(set) var profiles: [Profile]

  package let ruleSet: RuleSet
  package let declaration: RulebookDeclaration
  /// What wants a look but stops nothing.
  package let warnings: [Diagnostic]
  package let fileCount: Int
  package let advisor: Advisor
  private let matchers: DayMatchers

  /// Opens the rulebook in a folder, or in a single file.
  ///
  /// - Parameters:
  ///   - path: A folder of YAML files, read with its subfolders, or one YAML file.
  ///   - supportTypes: The kinds of support that the program brings, beside those that the rulebook names under `plugins`.
  ///   - readDirectory: Reads the directory of local services that the rulebook may name. Without it, offers have no address and no times
  ///     but those that the rulebook itself gives.
  /// - Throws: A `RulebookError` that holds every mistake of the rulebook, each with its place.
  public init(
    at path: String, supportTypes: [any SupportType] = [], readDirectory: DirectoryReading? = nil
  ) throws(RulebookError) {
    try self.init(RulebookFiles(at: path), supportTypes: supportTypes, readDirectory: readDirectory)
  }

  /// Opens a rulebook from texts.
  package init(
    files: [SourceText], supportTypes: [any SupportType] = [], readDirectory: DirectoryReading? = nil
  ) throws(RulebookError) {
    try self.init(RulebookFiles(files), supportTypes: supportTypes, readDirectory: readDirectory)
  }

  /// Opens a rulebook whose files, and those that it names, are somewhere else than on the disk.
  package init(
    at path: String, in tree: any FileTree, supportTypes: [any SupportType] = [], readDirectory: DirectoryReading? = nil
  ) throws(RulebookError) {
    try self.init(RulebookFiles(at: path, in: tree), in: tree, supportTypes: supportTypes, readDirectory: readDirectory)
  }

  private init(
    _ files: RulebookFiles, in tree: any FileTree = DiskFiles(), supportTypes: [any SupportType], readDirectory: DirectoryReading?
  ) throws(RulebookError) {
    var findings = files.diagnostics
    let trees = files.parse(into: &findings)
    let declared = RulebookReader.read(trees)
    findings += declared.diagnostics
    let supports = SupportTypes(installed: supportTypes, for: declared.declaration, in: tree) { id in
      trees.contains { String(decoding: $0.source.bytes, as: UTF8.self).contains(id) }
    }
    findings += supports.diagnostics
    let services = LocalServices(of: declared.declaration, reading: readDirectory)
    findings += services.diagnostics
    var compiler = Compiler(declared.declaration, supports: supports.all, services: services)
    let ruleSet = compiler.compile(hash: RulebookHash(files, supports: supports.all.map(\.manifest)))
    findings += compiler.diagnostics
    let profiles = ruleSet.profiles(declared.declaration.profiles)
    findings += profiles.diagnostics
    findings += ruleSet.problems(ofTests: declared.declaration.tests, beside: profiles.profiles)
    let cascades = Cascades(
      trees: trees, allFilesRead: trees.count == files.count, allPluginsRead: !supports.diagnostics.contains { $0.severity == .error })
    let diagnostics = cascades.removed(from: findings).inOrder()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw RulebookError(diagnostics: diagnostics, fileCount: files.count)
    }
    self.profiles = profiles.profiles
    self.ruleSet = ruleSet
    declaration = declared.declaration
    warnings = diagnostics
    fileCount = files.count
    advisor = Advisor(ruleSet)
    matchers = DayMatchers(ruleSet.ruleRows)
  }

  /// What the rulebook says for one person on one day. Never fails: what cannot be used is in `problems`.
  ///
  /// A carer stands where the person they care for stands, if that person is among the rulebook's profiles.
  public func advice(for profile: Profile, asOf: CalendarDate) -> Advice {
    advice(for: profile, asOf: asOf, showsSensitive: false)
  }

  /// What the rulebook says for a carer, beside the person they care for.
  public func advice(for profile: Profile, caringFor person: Profile?, asOf: CalendarDate) -> Advice {
    advisor.advice(for: profile, caringFor: person, asOf: asOf, matcher: matchers.matcher(on: asOf))
  }

  /// The same for a designer who asked to see why: reasons then name sensitive facts, and texts for people still do not.
  package func advice(for profile: Profile, asOf: CalendarDate, showsSensitive: Bool) -> Advice {
    advisor.advice(
      for: profile, caringFor: personCaredFor(by: profile), asOf: asOf, matcher: matchers.matcher(on: asOf), showsSensitive: showsSensitive)
  }

  /// The same, had some facts other values: whether a change would do what is claimed of it.
  package func advice(
    for profile: Profile, asOf: CalendarDate, supposing changes: [Int: Facts.State], showsSensitive: Bool
  ) -> Advice {
    advisor.advice(
      for: profile, caringFor: personCaredFor(by: profile), asOf: asOf, matcher: matchers.matcher(on: asOf), showsSensitive: showsSensitive,
      supposing: changes)
  }

  /// The same rulebook with one more sample profile.
  package func adding(_ profile: Profile) -> Rulebook {
    var rulebook = self
    rulebook.profiles.append(profile)
    return rulebook
  }

  /// Of a carer, the person among the rulebook's profiles for whom they care.
  package func personCaredFor(by profile: Profile) -> Profile? {
    profile.carerOf.flatMap { id in profiles.first { $0.id == id } }
  }

  /// The offers behind a rule's action as one person sees them, whether or not it is suggested.
  package func offers(for action: RuleSet.Action, to profile: Profile, asOf: CalendarDate, showsSensitive: Bool) -> [Advice.Offer] {
    advisor.offers(for: action, to: profile, asOf: asOf, showsSensitive: showsSensitive)
  }
}

/// Why a rulebook could not be opened: every mistake in it, each with its place.
public struct RulebookError: Error, Sendable, CustomStringConvertible {
  /// Errors and warnings, in reading order.
  public let diagnostics: [Diagnostic]

  /// How many files the rulebook has.
  package let fileCount: Int

  /// The mistakes as `cairn check` draws them.
  public var description: String { DiagnosticText.draw(diagnostics) }
}
