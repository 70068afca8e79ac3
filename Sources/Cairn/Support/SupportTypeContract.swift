/// What every support type promises, as checks: `expectSupportType` in `CairnTesting` runs them.
package enum SupportTypeContract {
  /// Each promise that a support type breaks, as a sentence.
  package static func breaches(of type: any SupportType) -> [String] {
    let manifest = type.manifest
    return words(of: manifest) + conditions(of: manifest) + manifest.verbs.flatMap { content(of: type, for: $0) } + plans(of: type)
  }

  private static func words(of manifest: SupportManifest) -> [String] {
    var breaches = manifest.wordsOfItsOwn.compactMap { words in
      DiseaseNames.first(in: words.text).map { "names a disease: “\($0)” in \(words.what)" }
    }
    for verb in [Verb.inform, .flag] where !manifest.verbs.contains(verb) { breaches.append("has no verb `\(verb.rawValue)`") }
    if manifest.benefits.isEmpty { breaches.append("tells no benefit") }
    if manifest.risks.isEmpty { breaches.append("tells no risk") }
    return breaches
  }

  /// Its conditions read only what it declares in full, and what is built in.
  private static func conditions(of manifest: SupportManifest) -> [String] {
    let built = VocabularyBuilder.build(RulebookDeclaration(), supports: [manifest])
    var resolver = ConditionResolver(vocabulary: built.vocabulary)
    for condition in [manifest.suits, manifest.unless].compactMap({ $0 }) { _ = resolver.resolve(condition) }
    return (built.diagnostics + resolver.diagnostics).filter { $0.severity == .error }.map {
      "asks what it does not declare: \($0.message)"
    }
  }

  private static func content(of type: any SupportType, for verb: Verb) -> [String] {
    let languages = Set(type.manifest.texts.map(\.language)).sorted()
    return (languages.isEmpty ? ["en"] : languages).flatMap { language in
      samples(of: type.manifest).flatMap { parameters in
        [nil, "annual-review"].flatMap { kind in
          answer(of: type, to: SuggestionRequest(verb: verb, parameters: parameters, language: language, stepKind: kind))
        }
      }
    }
  }

  private static func answer(of type: any SupportType, to request: SuggestionRequest) -> [String] {
    let place = "for `\(request.verb.rawValue)` in `\(request.language)`"
    let first: SuggestionContent
    let second: SuggestionContent
    do {
      first = try type.content(for: request)
      second = try type.content(for: request)
    } catch {
      return ["fails \(place): \(error)"]
    }
    var breaches: [String] = []
    if first != second { breaches.append("answers differently when asked twice \(place)") }
    if first.verb != request.verb { breaches.append("answers with `\(first.verb.rawValue)` \(place)") }
    if first.person.trimmed.isEmpty { breaches.append("has nothing to say to the person \(place)") }
    if first.practitioner.trimmed.isEmpty { breaches.append("has nothing to say to the practitioner \(place)") }
    return breaches
  }

  /// No parameters where none is required, and each value of each choice beside samples of the rest.
  private static func samples(of manifest: SupportManifest) -> [Parameters] {
    let required = manifest.parameters.filter(\.isRequired)
    let plain = required.map { Parameters.Argument(name: $0.name, value: $0.type.samples[0]) }
    let varied = manifest.parameters.flatMap { parameter in
      parameter.type.samples.map { value in
        Parameters(plain.filter { $0.name != parameter.name } + [.init(name: parameter.name, value: value)])
      }
    }
    return [Parameters(plain)] + varied
  }
}

extension SupportManifest.ParameterType {
  /// Values that the type admits, at least one.
  fileprivate var samples: [Parameters.Value] {
    switch self {
    case .text: [.text("something")]
    case .choice(let values): values.isEmpty ? [.text("")] : values.map { .text($0) }
    case .number(let min, let max): [.number(min ?? max ?? 0)]
    case .boolean: [.boolean(true), .boolean(false)]
    case .list, .supports: [.list(["something"])]
    }
  }
}
