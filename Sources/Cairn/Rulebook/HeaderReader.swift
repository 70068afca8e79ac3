extension Sections {
  private static let keys = Keys(
    "id", "title", "version", "language", "plugins", "directory", "stale-after", "reach", "limits", "cool-down", "defaults", "step-kinds",
    inside: ["limits": ["per-step", "in-all"], "defaults": ["owner", "review-by"]])
  private static let limitKeys = Keys("per-step", "in-all")
  private static let defaultKeys = Keys("owner", "review-by")

  mutating func readHeader(_ section: Field) {
    if let first = headerAt {
      findings.report(
        Diagnostic.error(.duplicateID, "a rulebook has one `rulebook:` section, and this is another", at: section.key.range)
          .relating("the first is here", first))
      return
    }
    headerAt = section.key.range
    guard let mapping = MappingReader(section, Self.keys) else { return }
    var header = HeaderDeclaration(id: mapping.required("id")?.id() ?? Written("", at: section.key.range), title: "")
    header.title = mapping.required("title")?.localizedText() ?? LocalizedText(header.id.value)
    header.version = mapping["version"]?.text() ?? ""
    header.language = mapping["language"]?.languageTag() ?? "en"
    header.plugins = mapping["plugins"]?.listOfNames() ?? []
    header.directory = mapping["directory"]?.name()
    header.staleAfter = mapping["stale-after"]?.duration(allowsZero: false) ?? HeaderDeclaration.usualStaleAfter
    header.reach = mapping["reach"]?.distance() ?? HeaderDeclaration.usualReach
    header.stepKinds = mapping["step-kinds"].map { $0.ids(of: "step kind") } ?? []
    header.coolDown = mapping["cool-down"]?.duration() ?? HeaderDeclaration.usualCoolDown
    Self.readLimits(mapping["limits"], into: &header)
    Self.readDefaults(mapping["defaults"], into: &header)
    declaration.header = header
  }

  private static func readLimits(_ field: Field?, into header: inout HeaderDeclaration) {
    let mapping = field.flatMap { MappingReader($0, limitKeys) }
    header.perStep = mapping?["per-step"]?.integer(in: 1...1000) ?? HeaderDeclaration.usualPerStep
    header.inAll = mapping?["in-all"]?.integer(in: 1...1000) ?? HeaderDeclaration.usualInAll
  }

  private static func readDefaults(_ field: Field?, into header: inout HeaderDeclaration) {
    let mapping = field.flatMap { MappingReader($0, defaultKeys) }
    header.owner = mapping?["owner"]?.text()
    header.reviewBy = mapping?["review-by"]?.partialDate()
  }
}

extension HeaderDeclaration {
  /// What holds where a rulebook says nothing.
  package static let usualPerStep = 3
  package static let usualInAll = 8
  package static let usualCoolDown = CalendarDuration(6, .months)
  /// In metres.
  package static let usualReach = 50_000.0
  package static let usualStaleAfter = CalendarDuration(6, .months)
}

extension Field {
  /// An id of one's own making.
  func id(of kind: String = "rulebook") -> Written<String>? {
    guard let name = name() else { return nil }
    if !Identifier.isValid(name.value) { Identifier.report(node, as: kind, findings) }
    return name
  }

  /// A list of ids, none of them twice.
  func ids(of kind: String) -> [Written<String>] {
    guard let items = list(of: kind) else { return [] }
    var seen: [String: SourceRange] = [:]
    return items.compactMap { item in
      guard let id = item.id(of: kind), item.isFirst(id, in: &seen) else { return nil }
      return id
    }
  }

  /// Whether a name stands in a list for the first time.
  func isFirst(_ name: Written<String>, in seen: inout [String: SourceRange]) -> Bool {
    guard let first = seen.updateValue(name.range, forKey: name.value) else { return true }
    findings.report(
      Diagnostic.error(.duplicateID, "`\(name.value)` stands twice under `\(key.text)`", at: name.range).relating(
        "the first is here", first))
    return false
  }

  /// A list of languages, none of them twice.
  func languageTags() -> [String] { list(of: "language").map { once($0).compactMap { $0.languageTag() } } ?? [] }

  /// A language, by its tag.
  func languageTag() -> String? {
    guard let text = text() else { return nil }
    if LanguageTag.isKnown(text) { return text }
    let isTag = LanguageTag.isValid(text)
    return refuse(
      .invalidValue, isTag ? LanguageTag.unknown(text) : "`\(node.excerpt)` is not a language tag",
      help: LanguageTag.wayOut(text) ?? "write `en`, or `en-GB`")
  }
}
