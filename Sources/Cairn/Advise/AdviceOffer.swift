extension Advice {
  /// One local offer, looked at for one person.
  public struct Offer: Sendable, Hashable {
    /// The offer's id and title.
    public internal(set) var id, title: String
    /// Whether it is for this person.
    public internal(set) var fits: Fit
    /// Whether it can be had now.
    public internal(set) var status: Status
    /// What one does to get in: the suggestion's verb, or what this offer's door makes of it.
    public internal(set) var verb: Verb
    /// Metres on foot from the person's home, an estimate; nil where either place is not known or is confidential.
    public internal(set) var distanceMetres: Int?
    /// What speaks for it, what speaks against it, and what must be asked first; best first, in words.
    public internal(set) var `for`, against, ask: [String]
    /// The facts that `ask` waits for, by id.
    public internal(set) var needs: [String]
    /// Where it is, as lines; empty where that is not known or is confidential.
    public internal(set) var address: [String]
    /// Opening times, in words.
    public internal(set) var times: [String]
    /// How to get in touch.
    public internal(set) var contacts: [LocalService.Contact]
    /// Whether it lies elsewhere: it does not fit for its place, whatever else.
    package internal(set) var isElsewhere = false
    /// How it stands, in words: `full, about 9 weeks to wait`.
    package internal(set) var standing: String

    /// Whether an offer is for a person.
    public enum Fit: String, Sendable, Hashable, CaseIterable {
      /// It is.
      case yes
      /// It is not, and `against` says why.
      case no
      /// It may be: `ask` says what would tell.
      case ask
    }

    /// Whether an offer can be had.
    public enum Status: String, Sendable, Hashable, CaseIterable {
      /// As far as anybody knows.
      case open
      /// No place is free.
      case full
      /// Nobody has looked for long whether this is still right.
      case stale
      /// It is over, or runs no more.
      case expired
    }
  }

  /// One service of a package that somebody puts together for one person.
  public struct PackageItem: Sendable, Hashable {
    /// The support type's id and title.
    public internal(set) var support, title: String
    /// Whether it is for this person.
    public internal(set) var fits: Offer.Fit
    /// Why not, or what must be asked first, in words.
    public internal(set) var detail: String?
    /// Its local offers, best first.
    public internal(set) var offers: [Offer]
  }
}
