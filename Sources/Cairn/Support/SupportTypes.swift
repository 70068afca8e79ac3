/// The support types of one rulebook: those the program brings, then those the rulebook names by path.
struct SupportTypes {
  private(set) var all: [any SupportType] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var places: [String: Int] = [:]

  /// - Parameter isMentioned: whether the rulebook speaks of a support type anywhere.
  init(
    installed: [any SupportType], for declaration: RulebookDeclaration, in tree: any FileTree = DiskFiles(), isMentioned: (String) -> Bool
  ) {
    for type in installed where !type.manifest.contradicts(declaration) || isMentioned(type.manifest.id) { add(type, at: nil) }
    for path in declaration.header?.plugins ?? [] {
      let folder = FileSystem.folder(of: path.range.source.path)
      let loaded = PluginFolder.load(at: path.value, relativeTo: folder, named: path.range, in: tree)
      diagnostics += loaded.diagnostics
      if let manifest = loaded.manifest { add(DeclaredSupportType(manifest), at: path.range) }
    }
  }

  /// The same manifest twice is one support type; two that differ must not share a name.
  private mutating func add(_ type: any SupportType, at range: SourceRange?) {
    let manifest = type.manifest
    guard let place = places[manifest.id] else {
      places[manifest.id] = all.count
      all.append(type)
      return
    }
    let first = all[place].manifest
    guard first.contentHash != manifest.contentHash else { return }
    let diagnostic = Diagnostic.error(
      .duplicateID, "there are two different support types `\(manifest.id)`", at: range ?? manifest.declaredAt,
      help: "give one of them another name, or name only one")
    diagnostics.append(first.declaredAt.map { diagnostic.relating("the other one", $0) } ?? diagnostic)
  }
}

extension SupportManifest {
  /// Whether it declares a fact whose name means something else in the rulebook. What the program brings and the rulebook never speaks of
  /// is then left out, so that installing a kind of support breaks no rulebook that does without it.
  fileprivate func contradicts(_ declaration: RulebookDeclaration) -> Bool {
    facts.contains { fact in
      declaration.derived.contains { $0.id.value == fact.id.value }
        || declaration.facts.contains { $0.id.value == fact.id.value && !$0.type.takesTheSameConditions(as: fact.type) }
    }
  }
}

extension Rulebook {
  /// The ids of the support types that a rulebook may use: those that the program brings, and those that the rulebook names, as far as its
  /// files and theirs can be read.
  package static func supportTypes(namedIn path: String, installed: [any SupportType]) -> [String] {
    guard FileSystem.exists(path) else { return installed.map(\.manifest.id) }
    var findings: [Diagnostic] = []
    let trees = RulebookFiles(at: path).parse(into: &findings)
    let types = SupportTypes(installed: installed, for: RulebookReader.read(trees).declaration) { _ in true }
    return types.all.map(\.manifest.id)
  }
}
