/// Reads profiles, each key with its place. What cannot be read is reported and left unknown, so that a batch can go on with the rest.
package struct ProfileReader {
  let vocabulary: Vocabulary
  /// Step ids by pathway id.
  let pathways: [String: [String]]
  let findings = Findings()
  /// Its own, since the profiles that may be named are not the same for every reader of one vocabulary.
  let spellings = NearestIndex()
  /// Profiles that `like` and `carer-of` may name.
  private(set) var known: [String: Profile] = [:]
  /// Whether a number that is finer than its fact counts is left as it is. It then spoils this fact of this person, and advice says so;
  /// in a rulebook it is its author's mistake.
  private(set) var keepsFineNumbers = false
  /// Names that are declared but cannot be used: whoever names one is not told a second time.
  private var unusable: Set<String> = []

  package init(
    vocabulary: Vocabulary, pathways: [String: [String]], profiles: [Profile] = [], keepsFineNumbers: Bool = false
  ) {
    self.keepsFineNumbers = keepsFineNumbers
    self.vocabulary = vocabulary
    self.pathways = pathways
    known = Dictionary(profiles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var diagnostics: [Diagnostic] { findings.diagnostics }

  /// One profile; nil where the node is no mapping. An `id` among its keys wins over the one given.
  package mutating func read(_ node: Node, id: String) -> Profile? {
    guard node.isMapping else {
      findings.error(.wrongType, "a profile is a mapping, not \(node.found)", at: node.anchor)
      return nil
    }
    let mapping = MappingReader(document: node, Self.keys, as: "the profile `\(id)`", at: node.anchor, findings)
    var profile = base(of: mapping) ?? Profile(id: id)
    profile.id = mapping["id"]?.text() ?? id
    profile.declaredAt = node.range
    fill(&profile, from: mapping)
    return profile
  }

  /// Beside what a rulebook's profiles say: `but` may hold what differs from `like`, and a profile by itself its `id`.
  static let keys = Keys(ProfileDeclaration.keys.names + ["but", "id"], inside: homes)
  private static let overrides = Keys(ProfileDeclaration.keys.names.filter { $0 != "like" }, inside: homes)
  private static let homes = [
    "at": ["pathway", "step", "since", "reached"], "home": ["lat", "lon", "area"], "consent": ["suggest", "share", "message-back", "by"],
  ]

  private mutating func fill(_ profile: inout Profile, from mapping: MappingReader) {
    readPerson(mapping, into: &profile)
    readFacts(mapping["facts"], into: &profile)
    readStrengths(mapping["strengths"], into: &profile)
    readPlace(mapping, into: &profile)
    readConsent(mapping["consent"], into: &profile)
    readHistory(mapping["history"], into: &profile)
    readWishes(mapping, into: &profile)
    refuseGivenTwice(mapping)
    guard let but = mapping["but"], let overrides = MappingReader(but, Self.overrides) else { return }
    if !mapping.has("like") {
      findings.error(.missingKey, "`but` has no `like` to differ from", at: but.key.range, help: "write its keys without `but`")
    }
    fill(&profile, from: overrides)
    for key in Self.overrides.names where mapping.has(key) && overrides.has(key) && key != "facts" {
      findings.error(
        .givenTwice, "`\(key)` stands in `but` and beside it", at: overrides[key]?.key.range ?? but.key.range, help: "keep one of them")
    }
  }

  /// The profile that this one is like.
  private func base(of mapping: MappingReader) -> Profile? {
    guard let name = mapping["like"]?.name() else { return nil }
    if known[name.value] == nil, !unusable.contains(name.value) { report(unknown: name) }
    return known[name.value]
  }

  func report(unknown name: Written<String>) {
    findings.report(
      Diagnostic.error(.unknownProfile, "there is no profile `\(name.value)`", at: name.range)
        .suggesting(spellings.nearest(name.value, in: .profiles, of: known.count) { known.keys }))
  }
}

// MARK: - Profiles that are like one another

extension ProfileReader {
  /// All profiles of a rulebook, each after the one that it is like.
  package static func readAll(
    _ declarations: [ProfileDeclaration], vocabulary: Vocabulary, pathways: [String: [String]], keepsFineNumbers: Bool = false
  ) -> (profiles: [Profile], diagnostics: [Diagnostic]) {
    var reader = ProfileReader(vocabulary: vocabulary, pathways: pathways, keepsFineNumbers: keepsFineNumbers)
    let byName = Dictionary(declarations.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    let order = DependencyOrder(declarations.map { [$0.like.flatMap { byName[$0] }].compactMap { $0 } })
    for ring in order.rings { reader.report(ring.map { declarations[$0] }) }
    for index in order.sorted where byName[declarations[index].id.value] == index { reader.readDeclared(declarations[index]) }
    let profiles = declarations.indices.filter { byName[declarations[$0].id.value] == $0 }.compactMap {
      reader.known[declarations[$0].id.value]
    }
    reader.checkCarers(profiles)
    return (profiles, reader.diagnostics)
  }

  private mutating func readDeclared(_ declaration: ProfileDeclaration) {
    if let profile = read(declaration.node, id: declaration.id.value) {
      known[declaration.id.value] = profile
    } else {
      unusable.insert(declaration.id.value)
    }
  }

  private mutating func report(_ ring: [ProfileDeclaration]) {
    guard let first = ring.first else { return }
    let names = (ring + [first]).map { "`\($0.id.value)`" }
    let sentence = zip(names, names.dropFirst()).map { "\($0) is like \($1)" }.joined(separator: ", ")
    findings.error(.profileCycle, "profiles go round in a ring: \(sentence)", at: first.id.range)
    for member in ring { unusable.insert(member.id.value) }
  }

  private func checkCarers(_ profiles: [Profile]) {
    for profile in profiles {
      guard let name = profile.carerOf, let range = profile.sources["carer-of"], profile.isOwn(range) else { continue }
      if known[name] == nil, !unusable.contains(name) { report(unknown: Written(name, at: range)) }
    }
  }
}

extension Profile {
  /// Whether something was written in this profile itself, and not in the one that it is like.
  fileprivate func isOwn(_ range: SourceRange) -> Bool {
    guard let declaredAt, declaredAt.source === range.source else { return false }
    return declaredAt.start <= range.start && range.end <= declaredAt.end
  }
}

extension ProfileDeclaration {
  /// The name under its `like`.
  var like: String? { node["like"]?.text }
}
