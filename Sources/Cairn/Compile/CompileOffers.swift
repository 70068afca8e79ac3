extension Compiler {
  /// An offer with its rows added; nil where its support type is not known, which has then been reported.
  mutating func compile(_ offer: OfferDeclaration, _ rows: inout RowSetBuilder) -> Offer? {
    let accepts = offer.accepts.flatMap { resolver.resolve($0) }
    let service = service(of: offer)
    guard let support = support(named: offer.support) else { return nil }
    let manifest = supports[support].manifest
    rows.add(RuleConditions(when: accepts))
    var reader = ParameterReader(manifest, vocabulary)
    let with = offer.with.map { reader.readOffer($0) } ?? [:]
    for diagnostic in reader.diagnostics { report(diagnostic) }
    let state = offer.state?.read(for: manifest)
    for diagnostic in state?.diagnostics ?? [] { report(diagnostic) }
    let title = offer.title ?? service.map { LocalizedText($0.name) } ?? manifest.title
    return Offer(
      id: offer.id.value, title: title, support: support, with: with, door: offer.verb.flatMap { verb($0, of: support) },
      service: service, sites: offer.site.map { [$0] } ?? places(of: offer, in: service), accepts: accepts,
      servesCrisis: offer.servesCrisis.map(\.value), ledBy: offer.ledBy, formality: offer.formality, modes: offer.modes,
      languages: offer.languages, access: offer.access?.map(\.value), groupSize: offer.groupSize, peerSexes: offer.peerSexes,
      places: offer.places, starts: offer.starts, ends: offer.ends, trainedIn: offer.trainedIn?.map(\.value), checked: offer.checked?.value,
      isConfidential: offer.isConfidential, costs: offer.costs, state: state?.state ?? OfferState(), declaredAt: offer.id.range)
  }

  /// The service that an offer names. Where a directory was read, it must be there.
  private mutating func service(of offer: OfferDeclaration) -> LocalService? {
    guard let name = offer.service else { return nil }
    guard let header = declaration.header, header.directory != nil else {
      report(
        .error(
          .unknownService, "the rulebook names no directory, so nobody knows the service `\(name.value)`", at: name.range,
          help: "name one: `rulebook: {directory: …}`"))
      return nil
    }
    guard let known = services.known else { return nil }
    if let service = known[name.value] { return service }
    let near = vocabulary.spellings.nearest(name.value, in: .services, of: known.count) { known.keys }.map { "hsds:\($0)" }
    report(
      .error(.unknownService, "the directory `\(header.directory?.value ?? "")` has no service `\(name.value)`", at: name.range)
        .suggesting(near))
    return nil
  }

  private mutating func places(of offer: OfferDeclaration, in service: LocalService?) -> [LocalService.Location] {
    guard let service, let name = offer.location else { return service?.locations ?? [] }
    if let location = service.locations.first(where: { $0.id == name.value }) { return [location] }
    let near = nearest(name.value, in: service.locations.map(\.id)).map { "hsds:\($0)" }
    report(
      .error(.unknownService, "the service `\(service.id)` has no place `\(name.value)`", at: name.range).suggesting(near))
    return []
  }
}

extension Compiler {
  /// A routing policy with its rows added; nil where nobody can tell what it goes through, which has then been reported.
  mutating func compile(_ policy: RoutingDeclaration, _ rows: inout RowSetBuilder) -> RuleSet.Routing? {
    let condition = resolver.resolve(policy.when) ?? .any([])
    let named = policy.supports.map { names in Set(names.compactMap { support(named: $0) }) }
    let verbs = policy.verbs.map { names in Set(names.compactMap { verb($0) }) } ?? [.refer, .introduce, .accompany]
    guard let hub = support(named: policy.through) else { return nil }
    guard let parameter = hubParameter(hub, policy.through) else { return nil }
    if let own = policy.supports?.first(where: { $0.value == policy.through.value }) {
      report(.error(.invalidValue, "`\(own.value)` cannot go through itself", at: own.range, help: "take it away from `for`"))
    }
    rows.add(RuleConditions(when: condition))
    return RuleSet.Routing(
      id: policy.id.value, title: policy.title, supports: named, verbs: verbs, hub: hub, parameter: parameter, condition: condition,
      declaredAt: policy.id.range)
  }

  private mutating func verb(_ name: Written<String>) -> Verb? {
    if let verb = Verb(rawValue: name.value) { return verb }
    report(unknown(.unknownVerb, "there is no verb `\(name.value)`", name, among: Verb.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func hubParameter(_ hub: Int, _ name: Written<String>) -> String? {
    let manifest = supports[hub].manifest
    if manifest.shape == .hub, let parameter = manifest.packageParameter { return parameter }
    let able = supports.map(\.manifest).filter { $0.shape == .hub && $0.packageParameter != nil }.map { "`\($0.id)`" }
    report(
      .error(
        .invalidValue, "`\(name.value)` puts nothing together, so nothing goes through it", at: name.range,
        help: able.isEmpty
          ? "a hub has a parameter of the type `supports`, and no support type here is one" : "write \(able.joinedAsList)"))
    return nil
  }
}

extension SupportManifest {
  /// The parameter that names what a person's package is put together of; nil where it puts nothing together.
  var packageParameter: String? { parameters.first { $0.type == .supports }?.name }
}
