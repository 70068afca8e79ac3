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

  private func failures(_ person: PersonCase) -> [String] {
    let loaded = person.supports.map { PluginFolder.load(at: $0.value, relativeTo: folder, named: $0.range) }
    let broken = loaded.flatMap(\.diagnostics).filter { $0.severity == .error }
    guard broken.isEmpty else { return [Self.improper(broken)] }
    var text = CaseText(one.at)
    text.addVocabulary(file)
    person.write(to: &text, support: type.manifest.id)
    do throws(RulebookError) {
      let others = loaded.compactMap(\.manifest).map { DeclaredSupportType($0) as any SupportType }
      let rulebook = try Rulebook(files: [text.source], supportTypes: [type] + others)
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
