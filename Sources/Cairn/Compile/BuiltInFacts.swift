/// The facts that every rulebook and plugin means the same by. Each stands in the vocabulary at its raw value.
package enum BuiltInFact: Int, Sendable, CaseIterable {
  case age, supports, completed, strengths, area, noFixedAbode, immediateDanger, crisisLevel
  case consentToSuggest, consentToShare, nextAppointment, isCarer

  package var id: String {
    switch self {
    case .age: "age"
    case .supports: "supports"
    case .completed: "completed"
    case .strengths: "strengths"
    case .area: "area"
    case .noFixedAbode: "no-fixed-abode"
    case .immediateDanger: "immediate-danger"
    case .crisisLevel: "crisis-level"
    case .consentToSuggest: "consent-to-suggest"
    case .consentToShare: "consent-to-share"
    case .nextAppointment: "next-appointment"
    case .isCarer: "is-carer"
    }
  }

  var type: FactType {
    switch self {
    case .age: .number(decimals: 0, min: 0, max: 130)
    case .supports, .completed: .codes(.supports)
    case .strengths: .codes(.concepts)
    case .area: .codes(.areas)
    case .crisisLevel: .choice(["steady", "building", "in-crisis"])
    case .nextAppointment: .date
    case .noFixedAbode, .immediateDanger, .consentToSuggest, .consentToShare, .isCarer: .boolean
    }
  }

  var title: LocalizedText {
    switch self {
    case .age: "Age"
    case .supports: "Support in place"
    case .completed: "Support completed"
    case .strengths: "Strengths"
    case .area: "Area"
    case .noFixedAbode: "No fixed abode"
    case .immediateDanger: "In danger now"
    case .crisisLevel: "How close to a crisis"
    case .consentToSuggest: "Agrees to hear suggestions"
    case .consentToShare: "Agrees that details are passed on"
    case .nextAppointment: "Next appointment"
    case .isCarer: "Looks after someone"
    }
  }

  /// What the record answers is not asked, and nobody is asked for an address.
  var ask: LocalizedText? {
    switch self {
    case .age: "How old are you?"
    case .strengths: "What do you know or do well that could be of use to others?"
    case .immediateDanger: "Are you, or is anyone with you, in danger right now?"
    case .crisisLevel: "How are things at the moment: steady, building up, or in crisis?"
    case .consentToSuggest: "May we suggest support from other people and from your community?"
    case .consentToShare: "May we pass your name and details to the people who give this support?"
    case .nextAppointment: "When is your next appointment?"
    case .isCarer: "Do you look after someone who could not manage without you?"
    case .supports, .completed, .area, .noFixedAbode: nil
    }
  }

  var fact: Vocabulary.Fact {
    Vocabulary.Fact(id: id, title: title, type: type, ask: ask, burden: 1, isSensitive: false, isBuiltIn: true)
  }
}
