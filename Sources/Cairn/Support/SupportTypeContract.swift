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
    let languages = languages(of: type.manifest)
    return samples(of: type.manifest).flatMap { parameters in
      [nil, "annual-review"].flatMap { kind in
        let requests = languages.map { language in request(to: type.manifest, verb, parameters, language, kind) }
        return requests.dropLast().flatMap { answer(of: type, to: $0) } + silence(of: type, to: requests)
      }
    }
  }

  /// Those that the type has texts in, and at the end one that it has none in.
  private static func languages(of manifest: SupportManifest) -> [String] {
    let languages = Set(manifest.texts.map(\.language)).sorted()
    let other = ["cy", "mi"].first { other in !languages.contains { LanguageTag.isSame($0, other) } }
    return (languages.isEmpty ? ["en"] : languages) + [other ?? "eo"]
  }

  /// With something known of the person, and something in the package of a type that puts one together.
  private static func request(
    to manifest: SupportManifest, _ verb: Verb, _ parameters: Parameters, _ language: String, _ kind: String?
  ) -> SuggestionRequest {
    let numbers = manifest.facts.filter { if case .number = $0.type { true } else { false } }
    let item = Advice.PackageItem(support: "walks", title: "Walks", fits: .ask, detail: "not known: walking", offers: [])
    return SuggestionRequest(
      verb: verb, parameters: parameters, language: language, stepKind: kind, package: manifest.packageParameter == nil ? [] : [item],
      facts: Dictionary(numbers.map { ($0.id.value, "1") }) { first, _ in first })
  }

  /// What is said beside the manifest's words in one language and not in another: a caution that would be lost there.
  private static func silence(of type: any SupportType, to requests: [SuggestionRequest]) -> [String] {
    func saysMore(_ request: SuggestionRequest) -> Bool {
      (try? type.content(for: request)).map { $0 != type.manifest.plainContent(for: request) } ?? false
    }
    guard let talks = requests.first(where: saysMore) else { return [] }
    return requests.filter { !saysMore($0) }.map {
      "says more than its manifest for `\($0.verb.rawValue)` in `\(talks.language)`, and nothing more in `\($0.language)`"
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
    if !request.verb.sharesData {
      for text in [first.person, first.practitioner] {
        if let phrase = SharingPromise.phrase(in: text) { breaches.append("says “\(phrase)” \(place), which shares nothing") }
      }
    }
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
