/// Located nodes in, the declared rulebook out: every mistake of form is said, and reading goes on.
package enum RulebookReader {
  /// The names of the sections that a file may hold.
  package static let sections = Set(Sections.names.names)

  package static func read(_ trees: [NodeTree]) -> (declaration: RulebookDeclaration, diagnostics: [Diagnostic]) {
    var reader = Sections()
    for tree in trees { reader.read(tree) }
    return (reader.declaration, reader.findings.diagnostics)
  }
}

/// The sections as they come, from whatever file.
struct Sections {
  var declaration = RulebookDeclaration()
  let findings = Findings(readingOn: true)
  var headerAt: SourceRange?

  /// Facts and derived facts share their names, and so do concepts and value sets: conditions name either.
  var factIDs = IDRegister()
  var codeIDs = IDRegister()
  var pathwayIDs = IDRegister()
  var ruleIDs = IDRegister()
  var safeguardIDs = IDRegister()
  var offerIDs = IDRegister()
  var routingIDs = IDRegister()
  var profileIDs = IDRegister()

  static let names = Keys(
    "rulebook", "facts", "concepts", "value-sets", "derived", "pathways", "rules", "safeguards", "offers", "routing", "profiles",
    "tests")

  mutating func read(_ tree: NodeTree) {
    guard let root = tree.root, !root.isNull else { return }
    guard root.isMapping else {
      findings.error(
        .wrongType, "a file of a rulebook holds sections, not \(root.found)", at: root.anchor,
        help: "begin with one of \(Field.listed(Self.names.names))")
      return
    }
    var hollow = HollowKey(in: root, findings)
    var unknown: [(key: Node, value: Node)] = []
    for (key, value) in root.entries {
      guard Self.names.contains(key.text) else {
        if !hollow.takes(key) { unknown.append((key, value)) }
        continue
      }
      // A section whose entries were all taken out may stay.
      hollow.forget()
      if value.isNull { hollow.open(key) } else { read(Field(key: key, node: value, findings: findings), as: key.text) }
    }
    readUnknown(unknown, in: root)
  }

  /// Sections that there are not; one that is surely misspelt is read as what it was meant to be.
  private mutating func readUnknown(_ entries: [(key: Node, value: Node)], in root: Node) {
    guard !entries.isEmpty else { return }
    let meant = Self.names.corrections(of: entries.map(\.key), beside: { root[$0] != nil })
    for (key, value) in entries {
      let unknown = Diagnostic.error(.unknownSection, "there is no section `\(key.excerpt)`", at: key.range)
      findings.report(Self.names.helping(unknown, with: key, correcting: meant[key.text], "sections"))
      if let section = meant[key.text], !value.isNull { read(Field(key: key, node: value, findings: findings), as: section) }
    }
  }

  private mutating func read(_ section: Field, as name: String) {
    switch name {
    case "rulebook": readHeader(section)
    case "facts": readFacts(section)
    case "concepts": readConcepts(section)
    case "value-sets": readValueSets(section)
    case "derived": readDerived(section)
    case "pathways": readPathways(section)
    case "rules": readRules(section)
    case "safeguards": readSafeguards(section)
    case "offers": readOffers(section)
    case "routing": readRouting(section)
    case "profiles": readProfiles(section)
    default: readTests(section)
    }
  }

  mutating func readProfiles(_ section: Field) {
    var profiles: [ProfileDeclaration] = []
    section.entries(of: "profile", inner: ProfileDeclaration.keys, &profileIDs) { entry in
      guard entry.field.node.isMapping else {
        let _: Never? = entry.field.expected("a mapping", help: "a profile of which nothing is known is `\(entry.id.value): {}`")
        return
      }
      if !entry.isRepeated { profiles.append(ProfileDeclaration(id: entry.id, node: entry.field.node)) }
    }
    declaration.profiles += profiles
  }
}

extension ProfileDeclaration {
  /// What a profile may say.
  package static let keys = Keys(
    "like", "about", "born", "facts", "at", "home", "consent", "history", "preferences", "access", "goals", "strengths", "carer-of",
    "household")
}
