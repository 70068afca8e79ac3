/// Each support type's contract on a page: what `cairn plugins` shows.
package struct PluginsText {
  private let ruleSet: RuleSet
  private let width: Int
  private let color: Bool

  private let asOf: CalendarDate?

  /// With a day, offers that nobody has looked at for long are counted.
  package init(_ ruleSet: RuleSet, width: Int = 80, color: Bool = false, asOf: CalendarDate? = nil) {
    self.asOf = asOf
    self.ruleSet = ruleSet
    self.width = width
    self.color = color
  }

  package func draw() -> String {
    var page = Page(width: width)
    let order = ruleSet.supports.indices.sorted { ruleSet.supports[$0].manifest.id < ruleSet.supports[$1].manifest.id }
    for index in order { draw(SupportContract(index, in: ruleSet, asOf: asOf), on: &page) }
    page.gap()
    page.add(
      StyledText(PlainWords.count(order.count, "kind") + " of support. A rule names one as `suggest: {support: ID, verb: VERB}`."),
      first: "")
    return page.drawn(color: color)
  }

  private func draw(_ contract: SupportContract, on page: inout Page) {
    let manifest = contract.manifest
    let text = { (text: LocalizedText) in text.text(in: contract.language) }
    page.gap()
    heading(StyledText(text(manifest.title).uppercased(), .accent), manifest.id, on: &page)
    page.add(StyledText(text(manifest.summary)), first: "")
    page.gap()
    rows("verbs", [manifest.verbs.map(\.rawValue).joined(separator: ", ")], on: &page)
    rows("suits", contract.suits.isEmpty && contract.unless.isEmpty ? ["everybody"] : contract.suits, on: &page)
    rows("not where", contract.unless, on: &page)
    rows("in a crisis", [Self.crisis(manifest)], on: &page)
    rows("with", manifest.parameters.map { "\($0.name): \($0.inWords)" }, on: &page)
    rows("shape", [manifest.shape.inWords] + shapeParameters(manifest), on: &page)
    rows("for", [manifest.unit.inWords], on: &page)
    rows("formality", [manifest.formality.inWords], on: &page)
    rows("led by", manifest.leadership.map { [Self.inWords($0)] } ?? [], on: &page)
    rows("may help", manifest.benefits.map(text), on: &page)
    rows("may go wrong", manifest.risks.map(text), on: &page)
    rows("costs", manifest.costs.map(\.inWords), on: &page)
    rows("evidence", manifest.evidence.map(Self.inWords), on: &page)
    rows("facilitators", Self.facilitators(manifest), on: &page)
    rows("brings about", manifest.produces, on: &page)
    rows("public name", manifest.publicName.map { [text($0)] } ?? [], on: &page)
    rows("reads", [contract.facts.isEmpty ? "no fact about a person" : contract.facts.joined(separator: ", ")], on: &page)
    rows("rules", [contract.rules.isEmpty ? "none suggests it yet" : contract.rules.joined(separator: ", ")], on: &page)
    rows("offers", Self.offers(contract), on: &page)
  }

  private static func offers(_ contract: SupportContract) -> [String] {
    guard contract.offerCount > 0 else { return [] }
    let stale = contract.staleOffers == 0 ? "" : ", \(contract.staleOffers) of them not looked at for long"
    return ["\(contract.offerCount)\(stale)"]
  }

  /// Title and id on a line of their own, or on two where the page is narrow.
  private func heading(_ title: StyledText, _ id: String, on page: inout Page) {
    let name = title + .faint("  \(id) ")
    guard name.width + 3 > page.width else { return page.add(name + .faint(String(repeating: "─", count: page.width - name.width))) }
    page.add(title, first: "")
    page.add(.faint(id), first: "")
  }

  private func rows(_ label: String, _ texts: [String], on page: inout Page) {
    for (index, text) in texts.enumerated() {
      let first = index == 0 ? "  " + StyledText.faint(label).padded(to: 14) : .spaces(16)
      let isListed = texts.count > 1
      page.add(StyledText(text), first: first + (isListed ? "· " : ""), rest: .spaces(isListed ? 18 : 16))
    }
  }

  private func shapeParameters(_ manifest: SupportManifest) -> [String] {
    manifest.shapeParameters.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
  }

  private static func crisis(_ manifest: SupportManifest) -> String {
    let needs = manifest.crisisNeeds.isEmpty ? "" : ", where a site has \(PlainWords.list(manifest.crisisNeeds.map(PlainWords.spaced)))"
    return manifest.crisis.inWords + needs
  }

  private static func facilitators(_ manifest: SupportManifest) -> [String] {
    let trained = manifest.facilitatorsNeed.isEmpty ? [] : ["trained in \(PlainWords.list(manifest.facilitatorsNeed))"]
    let checked = manifest.checksNeed.isEmpty ? [] : ["checked: \(PlainWords.list(manifest.checksNeed.map(PlainWords.spaced), "or"))"]
    return trained + checked
  }

  private static func inWords(_ leadership: SupportManifest.Leadership) -> String {
    var text = "\(leadership.starts) at first, then \(leadership.movesTo)"
    if let after = leadership.after { text += " after \(after)" }
    if let needs = leadership.needs { text += ", once there is \(PlainWords.list(needs.inWords))" }
    if let lasts = leadership.lasts { text += ", for \(lasts)" }
    if let fails = leadership.ifItFails { text += "; if that fails, \(fails)" }
    return text
  }

  private static func inWords(_ evidence: Evidence) -> String {
    "\(evidence.grade): \(PlainWords.sentence(evidence.source))" + (evidence.limits.map { " " + PlainWords.sentence($0) } ?? "")
  }
}

/// The same as JSON: `plugins`, by id; every key is always there, null or empty where there is nothing.
package enum PluginsJSON {
  package static func draw(_ ruleSet: RuleSet, asOf: CalendarDate? = nil) -> String {
    var json = JSONWriter(.indented)
    let order = ruleSet.supports.indices.sorted { ruleSet.supports[$0].manifest.id < ruleSet.supports[$1].manifest.id }
    json.object { json in
      json.field("cairn", 1)
      json.array("plugins", of: order) { json, index in
        json.object { write(SupportContract(index, in: ruleSet, asOf: asOf), to: &$0) }
      }
    }
    return json.text + "\n"
  }

  /// `suits` and `unless` are conditions in words · `facts` and `rules` are ids.
  private static func write(_ contract: SupportContract, to json: inout JSONWriter) {
    let manifest = contract.manifest
    let text = { (text: LocalizedText) in text.text(in: contract.language) }
    json.field("support", manifest.id)
    json.field("title", text(manifest.title))
    json.field("publicName", manifest.publicName.map(text))
    json.field("summary", text(manifest.summary))
    json.field("verbs", manifest.verbs.map(\.rawValue))
    json.field("suits", contract.suits)
    json.field("unless", contract.unless)
    json.field("crisis", manifest.crisis.rawValue)
    json.field("crisisNeeds", manifest.crisisNeeds)
    json.array("parameters", of: manifest.parameters) { json, parameter in json.object { write(parameter, text, to: &$0) } }
    json.field("shape", manifest.shape.rawValue)
    json.object("shapeParameters") { json in
      for (key, value) in manifest.shapeParameters.sorted(by: { $0.key < $1.key }) { json.field(key, value) }
    }
    json.field("unit", manifest.unit.rawValue)
    json.field("formality", manifest.formality.rawValue)
    write(manifest.leadership, to: &json)
    json.field("benefits", manifest.benefits.map(text))
    json.field("risks", manifest.risks.map(text))
    json.array("costs", of: manifest.costs) { json, cost in json.object { write(cost, to: &$0) } }
    json.array("evidence", of: manifest.evidence) { AdviceJSON.write($1, to: &$0) }
    json.field("facilitatorsNeed", manifest.facilitatorsNeed)
    json.field("checksNeed", manifest.checksNeed)
    json.field("produces", manifest.produces)
    json.field("facts", contract.facts)
    json.field("rules", contract.rules)
    json.field("offers", contract.offerCount)
    json.field("staleOffers", contract.staleOffers)
  }

  private static func write(_ parameter: SupportManifest.Parameter, _ text: (LocalizedText) -> String, to json: inout JSONWriter) {
    json.field("name", parameter.name)
    json.field("title", parameter.title.map(text))
    json.field("required", parameter.isRequired)
    var values: [String] = []
    if case .choice(let listed) = parameter.type { values = listed }
    let type =
      switch parameter.type {
      case .text: "text"
      case .choice: "choice"
      case .number: "number"
      case .boolean: "boolean"
      case .list: "list"
      case .supports: "supports"
      }
    json.field("type", type)
    json.field("values", values)
    var bounds: (min: Int?, max: Int?) = (nil, nil)
    if case .number(let min, let max) = parameter.type { bounds = (min, max) }
    json.field("min", bounds.min)
    json.field("max", bounds.max)
  }

  private static func write(_ leadership: SupportManifest.Leadership?, to json: inout JSONWriter) {
    json.key("leadership")
    guard let leadership else { return json.literal("null") }
    json.object { json in
      json.field("starts", leadership.starts)
      json.field("movesTo", leadership.movesTo)
      json.field("after", leadership.after)
      json.key("needs")
      if let needs = leadership.needs { json.object { write(needs, to: &$0) } } else { json.literal("null") }
      json.field("lasts", leadership.lasts?.description)
      json.field("ifItFails", leadership.ifItFails)
    }
  }

  private static func write(_ needs: SupportManifest.Leadership.Needs, to json: inout JSONWriter) {
    json.field("attended", needs.attended)
    json.field("people", needs.people)
    json.field("lead", needs.lead)
    json.field("room", needs.room)
    json.field("budget", needs.budget)
  }

  private static func write(_ cost: SupportManifest.Cost, to json: inout JSONWriter) {
    json.field("category", cost.category)
    json.field("per", cost.per)
    json.field("quantity", cost.quantity)
    json.field("unit", cost.unit)
  }
}
