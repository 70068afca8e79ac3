/// A local offer made ready: one instance of a support type, with the service of the directory that it names.
package struct Offer: Sendable {
  package var id: String
  /// Its own title, else its service's name, else its support type's.
  package var title: LocalizedText
  package var support: Int
  /// What it is for, of the parameters that rules give under `with:`; a parameter that it leaves out may be anything.
  package var with: [String: Set<String>]
  /// The way in. Nil: whichever verb the rule has.
  package var door: Verb?
  package var service: LocalService?
  /// Where it takes place: its own `site`, else the locations of its service, or the one of them that it names.
  package var sites: [LocalService.Location]
  /// `accepts` as resolved; its rows are the target of the offer's index in `offerRows`.
  package var accepts: Condition?
  /// What the site has for people whose crisis is building.
  package var servesCrisis: [String]
  package var ledBy: OfferDeclaration.Leader?
  package var formality: OfferDeclaration.Formality?
  package var modes: [String]
  package var languages: [String]
  /// Access needs that it meets; nil where nobody said.
  package var access: [String]?
  package var groupSize: String?
  package var peerSexes: [String]
  package var places: OfferDeclaration.Places?
  package var starts: PartialDate?
  package var ends: PartialDate?
  /// What its facilitators are trained in; nil where nobody said.
  package var trainedIn: [String]?
  package var checked: String?
  /// Neither its place nor its distance is shown.
  package var isConfidential: Bool
  /// By category, in hundredths; of `to-person` what one time costs them.
  package var costs: [String: Int]
  /// How it stands, in the terms of its support type's shape.
  package var state: OfferState
  package var declaredAt: SourceRange

  /// What one time costs the person, in hundredths; nil where nobody said.
  package var costToPerson: Int? { costs["to-person"] }

  /// Whether it is for what a rule gives under `with:`.
  package func admits(_ parameters: Parameters) -> Bool { parameters.admit(with) }
}

extension Parameters {
  /// Whether an offer that is for this is for what a rule gives. What one of the two leaves out may be anything.
  func admit(_ with: [String: Set<String>]) -> Bool {
    with.allSatisfy { name, values in self[name].map { !values.isDisjoint(with: $0.texts) } ?? true }
  }
}
