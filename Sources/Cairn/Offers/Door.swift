/// What of a verb remains at one offer: the offer's way in, what keeps people from being sent there, and whether data may be shared.
struct Door: Sendable {
  /// The rule's verb.
  let verb: Verb
  /// Whether data may be shared with this kind of support.
  let mayShare: Bool

  /// The way into one offer.
  struct Way: Sendable {
    var verb: Verb
    /// What it would be if the person agreed to share their details; nil where that changes nothing.
    var withConsent: Verb?
    /// Why it is not the rule's verb, consent aside, in words.
    var reason: String?
    /// Whether somebody else must bring the person, which the rule did not mean.
    var isByAnother = false
  }

  /// Without an offer, consent alone decides.
  func way(of manifest: SupportManifest) -> Way { consenting(Way(verb: verb), nil, manifest) }

  func way(into offer: Offer, of manifest: SupportManifest) -> Way {
    var way = Way(verb: verb)
    if let door = offer.door, let wanted = verb.strength, let given = door.strength, verb.isMoved, wanted != given {
      way.reason = "its way in is \(door.wayIn)"
      way.isByAnother = wanted > given
      way.verb = wanted < given ? door : manifest.pointing
    }
    if way.verb.sendsSomebody, let lack = offer.lacksTraining(for: manifest) {
      way.reason = lack
      way.isByAnother = false
      way.verb = manifest.pointing
    }
    return consenting(way, offer.door, manifest)
  }

  /// Where data may not be shared, down to the first verb that shares none, that the type has and the door allows.
  private func consenting(_ way: Way, _ door: Verb?, _ manifest: SupportManifest) -> Way {
    guard way.verb.sharesData, !mayShare, let start = way.verb.strength else { return way }
    var way = way
    way.withConsent = way.verb
    let isByAnother = door?.sharesData == true
    way.verb =
      Verb.softening[start...].first { weaker in
        !weaker.sharesData && manifest.verbs.contains(weaker) && !(isByAnother && weaker == .selfRefer)
      } ?? .inform
    return way
  }
}

extension Verb {
  /// Its place among the verbs that soften, the strongest first; nil of the others.
  var strength: Int? { Self.softening.firstIndex(of: self) }

  /// Whether a door changes it: who is told of something, invited or trained needs none.
  fileprivate var isMoved: Bool { strength != nil && self != .inform && self != .signpost }

  /// Whether it brings somebody into a room.
  fileprivate var sendsSomebody: Bool { isMoved }

  /// As the end of *its way in is*.
  fileprivate var wayIn: String {
    switch self {
    case .accompany: "to be taken along by somebody"
    case .refer: "a referral by somebody who works with the person"
    case .introduce: "an introduction by somebody who works with the person"
    case .selfRefer: "to refer oneself"
    case .signpost: "to go there oneself"
    case .inform, .flag, .invite, .train: "to know of it"
    }
  }
}

extension SupportManifest {
  /// A verb if the type has it, else the first weaker one that it has: `inform` at the end, which every type has.
  func nearest(to verb: Verb) -> Verb {
    if verbs.contains(verb) { return verb }
    return verb.strength.flatMap { Verb.softening[$0...].first(where: verbs.contains) } ?? .inform
  }

  /// The verb that points the way without sending anybody.
  fileprivate var pointing: Verb { verbs.contains(.signpost) ? .signpost : .inform }
}
