extension ManifestReader {
  private static let saidKeys = Keys("person", "practitioner")
  private static let verbKeys = Keys(Verb.allCases.map(\.rawValue))

  /// What is said, by verb, in one language.
  func readTexts(_ tree: NodeTree, language: String, verbs: [Verb]) -> [SupportText] {
    guard let root = tree.root else { return [] }
    guard root.isMapping else {
      findings.error(.pluginInvalid, "texts are a mapping from each verb to what is said, not \(root.found)", at: root.anchor)
      return []
    }
    return root.entries.compactMap { key, value in
      guard let verb = Verb(rawValue: key.text) else {
        let unknown = Diagnostic.error(.unknownVerb, "there is no verb `\(key.excerpt)`", at: key.range)
        findings.report(Self.verbKeys.helping(unknown, with: key, "verbs"))
        return nil
      }
      guard verbs.contains(verb) else {
        findings.error(
          .pluginInvalid, "the manifest does not offer `\(verb.rawValue)`, so nothing is said for it", at: key.range,
          help: "add it to `verbs`, or take the text away")
        return nil
      }
      return text(Field(key: key, node: value, findings: findings), verb, language)
    }
  }

  private func text(_ field: Field, _ verb: Verb, _ language: String) -> SupportText? {
    guard let mapping = MappingReader(field, Self.saidKeys) else { return nil }
    let person = mapping.required("person")?.text()
    let practitioner = mapping.required("practitioner")?.text()
    guard let person, let practitioner else { return nil }
    return SupportText(language: language, verb: verb, person: person, practitioner: practitioner)
  }

  /// Whoever writes texts writes one for each verb, in one language at least; without any, the summary is said.
  func checkTexts(_ said: [SupportText], _ verbs: [Verb], _ mapping: MappingReader, _ languages: [String]) {
    guard !languages.isEmpty, findings.diagnostics.isEmpty, let field = mapping["verbs"] else { return }
    for verb in verbs where !said.contains(where: { $0.verb == verb }) {
      let files = languages.map { "`texts/\($0).yaml`" }.joined(separator: " or ")
      findings.error(.pluginInvalid, "nothing is said for the verb `\(verb.rawValue)`", at: field.key.range, help: "add it to \(files)")
    }
  }
}
