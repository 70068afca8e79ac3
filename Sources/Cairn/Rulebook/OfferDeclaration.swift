/// One entry of `offers:`: a local instance of a support type, who runs it, for whom, and how to get in.
package struct OfferDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText?
  package var support: Written<String>
  /// A service in a directory, as `hsds:…`, for times, address and telephone.
  package var service: Written<String>?
  package var verb: Written<String>?
  package var accepts: ConditionDeclaration?
  package var servesCrisis: [Written<String>] = []
  package var ledBy: Leader?
  package var formality: Formality?
  package var modes: [Written<String>] = []
  package var languages: [String] = []
  package var access: [Written<String>] = []
  package var places: Places?
  package var starts: PartialDate?
  package var trainedIn: [Written<String>] = []
  package var checked: String?
  package var isConfidential = false
  /// Left as written until prices are known.
  package var costs: Node?
  /// Left as written until the support type is known, whose shape says what may stand there.
  package var state: StateDeclaration?

  package init(id: Written<String>, support: Written<String>) {
    self.id = id
    self.support = support
  }

  package enum Leader: String, Sendable, CaseIterable { case staff, members }
  package enum Formality: String, Sendable, CaseIterable { case formal, informal }
  package enum Address: String, Sendable, CaseIterable { case shown, confidential }

  /// How many places there are, and when somebody last counted.
  package struct Places: Sendable {
    package var free: Int?
    package var of: Int?
    package var wait: CalendarDuration?
    package var updated: PartialDate?
  }
}

/// What is written under `state:` of an offer.
package struct StateDeclaration: Sendable {
  package var key: Node
  package var node: Node

  package init(key: Node, node: Node) {
    self.key = key
    self.node = node
  }
}
