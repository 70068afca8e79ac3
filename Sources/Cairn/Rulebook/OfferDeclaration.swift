/// One entry of `offers:`: a local instance of a support type, who runs it, for whom, and how to get in.
package struct OfferDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText?
  package var support: Written<String>
  /// A service in the rulebook's directory, as `hsds:…`, for times, address and telephone.
  package var service: Written<String>?
  /// Which of the service's places it is.
  package var location: Written<String>?
  /// Where it takes place, if no directory says.
  package var site: LocalService.Location?
  package var siteAt: SourceRange?
  /// Which of the rules' `with:` it is for; read once its support type is known.
  package var with: Node?
  package var verb: Written<String>?
  package var accepts: ConditionDeclaration?
  package var servesCrisis: [Written<String>] = []
  package var ledBy: Leader?
  package var formality: Formality?
  package var modes: [String] = []
  package var languages: [String] = []
  package var groupSize: String?
  package var peerSexes: [String] = []
  /// Access needs that it meets: nil where nobody said, empty where it is said to meet none.
  package var access: [Written<String>]?
  package var places: Places?
  package var starts: PartialDate?
  package var ends: PartialDate?
  /// What its facilitators are trained in; nil where nobody said.
  package var trainedIn: [Written<String>]?
  package var checked: Written<String>?
  package var isConfidential = false
  /// By category, in hundredths; `to-person` among them.
  package var costs: [String: Int] = [:]
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

/// One entry of `routing:`: in one locality, some kinds of support are reached through a hub.
package struct RoutingDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText
  package var when: ConditionDeclaration
  /// Support types; nil for all but the hub.
  package var supports: [Written<String>]?
  package var verbs: [Written<String>]?
  package var through: Written<String>
}
