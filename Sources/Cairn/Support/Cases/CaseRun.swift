/// One case, run.
struct CaseRun {
  private let one: CaseFile.Case
  private let file: CaseFile
  private let type: any SupportType
  private let folder: String

  init(_ one: CaseFile.Case, in file: CaseFile, of type: any SupportType, folder: String) {
    self.one = one
    self.file = file
    self.type = type
    self.folder = folder
  }

  func failures() -> [String] {
    switch one.task {
    case .person(let person): failures(person)
    case .plan(let plan): plan.failures(of: type, in: file, at: one.at)
    }
  }

  /// What is wrong with its words, in the author's file.
  func mistakes() -> [Diagnostic] {
    let written: (text: CaseText, types: [any SupportType])
    switch one.task {
    case .plan(let plan): written = (plan.text(of: type, in: file, at: one.at), [type])
    case .person(let person):
      let others = others(person)
      guard others.broken.isEmpty else { return others.broken }
      written = (text(person), [type] + others.types)
    }
    do throws(RulebookError) { return unknownFacts(try Rulebook(files: [written.text.source], supportTypes: written.types)) } catch {
      return written.text.located(error.diagnostics.filter { $0.severity == .error })
    }
  }

  /// Facts that a case expects to be asked, and that there are not.
  private func unknownFacts(_ rulebook: Rulebook) -> [Diagnostic] {
    guard case .person(let person) = one.task else { return [] }
    let facts = rulebook.ruleSet.vocabulary.factIndex
    return person.expect.asks.filter { facts[$0.value] == nil && !$0.value.contains(":") }.map { fact in
      .error(.unknownFact, "there is no fact `\(fact.value)`", at: fact.range).suggesting(nearestID(fact.value, in: facts.all))
    }
  }

  /// The support types beside the plugin's own that a case is about.
  private func others(_ person: PersonCase) -> (types: [any SupportType], broken: [Diagnostic]) {
    let loaded = person.supports.map { PluginFolder.load(at: $0.value, relativeTo: folder, named: $0.range) }
    let types = loaded.compactMap(\.manifest).map { DeclaredSupportType($0) as any SupportType }
    return (types, loaded.flatMap(\.diagnostics).filter { $0.severity == .error })
  }

  private func text(_ person: PersonCase) -> CaseText {
    var text = CaseText(one.at)
    text.addVocabulary(file)
    person.write(to: &text, support: type.manifest.id)
    return text
  }

  private func failures(_ person: PersonCase) -> [String] {
    let others = others(person)
    guard others.broken.isEmpty else { return [Self.improper(others.broken)] }
    let text = text(person)
    do throws(RulebookError) {
      let rulebook = try Rulebook(files: [text.source], supportTypes: [type] + others.types)
      guard var profile = rulebook.profiles.first else { return ["its profile cannot be read"] }
      if let place = person.place, profile.positions.isEmpty {
        profile.positions = [Profile.Position(pathway: "case", step: "step", since: place.since ?? PartialDate(file.asOf))]
      }
      return person.expect.differences(from: rulebook.advice(for: profile, asOf: file.asOf), for: type.manifest.id)
    } catch {
      return [Self.improper(text.located(error.diagnostics.filter { $0.severity == .error }))]
    }
  }

  static func improper(_ diagnostics: [Diagnostic]) -> String { "it is no proper case:\n\(DiagnosticText.draw(diagnostics))" }
}

extension PersonCase {
  /// A rulebook with one rule and one person, in the case's own words.
  func write(to text: inout CaseText, support: String) {
    if let place { place.writePathway(to: &text) }
    text.add("rules:\n  case:\n    title: The case\n    because: It is the case.\n")
    if let place { place.writePlace(to: &text) }
    text.add("    suggest:\n      support: \(support)\n      verb:")
    text.add(verb.node, indented: 8)
    if let with {
      text.add("      with:")
      text.add(with.node, indented: 8)
    }
    if hasSafeguards { text.add(Self.safeguards) }
    text.add(offers: offers, of: support)
    text.add("profiles:\n  person:")
    text.add(profile.node, indented: 4)
  }

  /// The usual ones.
  private static let safeguards = """
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {practitioner: See to the danger first.}}
      crisis: {when: {crisis-level: in-crisis}, stop: everything, escalate: {practitioner: See to the crisis first.}}
      building: {when: {crisis-level: building}, stop: {except: serves-crisis}}

    """
}

extension PersonCase.Place {
  fileprivate func writePathway(to text: inout CaseText) {
    text.add("pathways:\n  case:\n    title: The case\n    steps:\n      step:\n        title: The step\n        kind:")
    text.add(kind?.node.items.first { _ in true } ?? kind?.node, indented: 10)
  }

  fileprivate func writePlace(to text: inout CaseText) {
    text.add("    at:\n")
    for field in [kind, after, within].compactMap({ $0 }) {
      text.add("      \(field.key.text):")
      text.add(field.node, indented: 8)
    }
  }
}
