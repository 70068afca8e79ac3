/// One thing that speaks for or against one offer for one person, or that must be asked.
package struct OfferFinding: Sendable, Hashable {
  package var weight: Weight
  /// A sentence without its full stop, lower case: `it has no step-free way in`.
  package var text: String
  /// Of something to ask the person: the fact.
  package var fact: Int?
  /// Whether it is about where the offer is: what lies elsewhere is not local.
  package var isPlace: Bool

  package init(_ weight: Weight, _ text: String, fact: Int? = nil, isPlace: Bool = false) {
    self.weight = weight
    self.text = text
    self.fact = fact
    self.isPlace = isPlace
  }

  package enum Weight: Sendable, Hashable {
    /// The offer is not for this person.
    case bars
    /// It may be, if something that is not known turns out so.
    case asks
    /// A reason for it.
    case speaksFor
    /// A reason against it that bars nothing.
    case speaksAgainst
  }
}
