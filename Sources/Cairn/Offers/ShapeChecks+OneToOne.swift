extension ShapedOffer {
  /// Somebody is found for each person. Sex, language and area of the peer are preferences, and looked at with the others.
  func oneToOneMatch() -> [OfferFinding] {
    (isBoundToAppointment ? appointment() : []) + load()
  }

  private var isBoundToAppointment: Bool { manifest.shapeParameters["bound-to-appointment"] == "yes" && seeker.verb.sendsSomebody }

  /// Who goes along goes along to something: an appointment to come, or the step of a pathway that the suggestion stands at.
  private func appointment() -> [OfferFinding] {
    guard let next = fact(.nextAppointment) else { return [] }
    switch next.state.value {
    case .date(let date) where date.first >= asOf: return [OfferFinding(.speaksFor, "there is an appointment to go along to, on \(date)")]
    case .date(let date) where date.last < asOf:
      return seeker.isAtStep ? [] : [OfferFinding(.bars, "the appointment on \(date) is past, and nobody has noted another to go along to")]
    case .never: return seeker.isAtStep ? [] : [OfferFinding(.bars, "there is no appointment to go along to")]
    default:
      return seeker.isAtStep ? [] : [OfferFinding(.asks, "when their next appointment is: it goes along to one", fact: next.index)]
    }
  }

  /// The type's number is of one who accompanies; where an offer says how many places it has, these count instead.
  private func load() -> [OfferFinding] {
    guard offer.places?.of == nil else { return [] }
    return caseload(state.caseload?.all, of: manifest.count("caseload")) { "whoever would come along has \($0) people, as many as one can" }
  }
}

extension Verb {
  /// Whether acting on it brings somebody to the door.
  fileprivate var sendsSomebody: Bool {
    switch self {
    case .signpost, .selfRefer, .introduce, .refer, .accompany: true
    case .inform, .flag, .invite, .train: false
    }
  }
}
