/// A rulebook as its author declared it: every section in the order written, every name with its place, nothing resolved yet.
package struct RulebookDeclaration: Sendable {
  package var header: HeaderDeclaration?
  package var facts: [FactDeclaration] = []
  package var concepts: [ConceptDeclaration] = []
  package var valueSets: [ValueSetDeclaration] = []
  package var derived: [DerivedDeclaration] = []
  package var pathways: [PathwayDeclaration] = []
  package var rules: [RuleDeclaration] = []
  package var safeguards: [SafeguardDeclaration] = []
  package var offers: [OfferDeclaration] = []
  package var routing: [RoutingDeclaration] = []
  package var profiles: [ProfileDeclaration] = []
  package var tests: [TestDeclaration] = []
  /// Names whose entries could not be read: naming them elsewhere is no further mistake.
  package var unusable: Set<String> = []

  package init() {}
}

/// A value and where its author wrote it.
package struct Written<Value: Sendable>: Sendable {
  package var value: Value
  package var range: SourceRange

  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Written: Equatable where Value: Equatable {}
extension Written: Hashable where Value: Hashable {}

/// The `rulebook:` section: what holds for all of it.
package struct HeaderDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText
  package var version = ""
  package var language = "en"
  package var plugins: [Written<String>] = []
  /// The directory of local services, as seen from the folder of this file.
  package var directory: Written<String>?
  /// How old an entry may be before it counts as out of date.
  package var staleAfter: CalendarDuration?
  /// How far away an offer may be that people go to, in metres.
  package var reach: Double?
  package var perStep: Int?
  package var inAll: Int?
  package var coolDown: CalendarDuration?
  package var owner: String?
  package var reviewBy: PartialDate?
  package var stepKinds: [Written<String>] = []
}

/// What a condition may be before anyone knows its facts: names and tests stay nodes until the vocabulary resolves them.
package enum ConditionDeclaration: Sendable {
  case fact(name: Node, test: Node)
  case all([ConditionDeclaration], Node)
  case any([ConditionDeclaration], Node)
  case none([ConditionDeclaration], Node)
  case some(atLeast: Int, of: [ConditionDeclaration], Node)

  /// Where it begins, for a message about it as a whole.
  var start: SourceRange {
    switch self {
    case .fact(let name, _): name.range
    case .all(_, let node), .any(_, let node), .none(_, let node), .some(_, _, let node): node.anchor
    }
  }
}
