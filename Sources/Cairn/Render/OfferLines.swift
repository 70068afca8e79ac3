/// What there is locally for one suggestion, as lines: the same for text and Markdown.
struct OfferLines {
  private let offers: [Advice.Offer]
  private let leftOut: Int
  private let verb: Verb?
  private let all: Bool
  private let context: AdviceContext

  /// How many usable offers have a line of their own.
  private static let most = 3

  /// Said of the suggestion already.
  private let said: [String]

  init(
    _ offers: [Advice.Offer], leftOut: Int, verb: Verb?, said: [String] = [], all: Bool, _ context: AdviceContext
  ) {
    self.offers = offers
    self.said = said
    self.leftOut = leftOut
    self.verb = verb
    self.all = all
    self.context = context
  }

  var lines: [String] {
    let usable = offers.filter { $0.fits != .no }
    let shown = all ? usable : Array(usable.prefix(Self.most))
    return shown.map(line) + [others(usable.count - shown.count), barred].compactMap { $0 }
  }

  /// `Croydon link workers, 0.8 km, open. Not known: home or tenancy (ask 2).`
  private func line(_ offer: Advice.Offer) -> String {
    let place = offer.distanceMetres.map { ", \(Self.distance($0))" } ?? ""
    let way = verb.map { $0 != offer.verb } == true ? ", by *\(offer.verb.rawValue)*" : ""
    let status = offer.status == .open ? ", open\(way)" : "\(way)\(way.isEmpty ? ":" : ";") \(offer.standing)"
    let reasons = offer.against.filter { reason in
      !offer.standing.contains(reason.droppingIt) && !said.contains("\(offer.title): \(reason)")
    }.prefix(all ? 9 : 1)
    let but = reasons.isEmpty ? "" : "; " + reasons.joined(separator: "; ")
    return ["\(offer.title)\(place)\(PlainWords.withLongDates(status + but)).", asks(offer)].compactMap { $0 }.joined(separator: " ")
  }

  /// What must be asked first: facts by their titles, the rest in the offer's own words.
  private func asks(_ offer: Advice.Offer) -> String? {
    guard offer.fits == .ask else { return nil }
    let titles = context.titles(ofFacts: offer.needs)
    let numbers = context.ask(offer.needs).map { " (\($0))" } ?? ""
    let known = titles.isEmpty ? [] : ["Not known: \(PlainWords.list(titles))\(numbers)."]
    let rest = offer.needs.isEmpty ? offer.ask : offer.ask.filter { $0.hasSuffix("ask them") }
    return (known + rest.prefix(all ? 9 : 1).map { PlainWords.sentence(PlainWords.capitalized($0)) }).joined(separator: " ")
  }

  private func others(_ count: Int) -> String? {
    let more = count + (offers.contains { $0.fits == .no } ? 0 : leftOut)
    return more > 0 ? "And \(more) more." : nil
  }

  /// `2 others do not fit: it has no step-free way in; it is for another area.`
  private var barred: String? {
    // What lies elsewhere is nobody's business but in an explanation; and past the twenty that are listed nobody looked why.
    let barred = offers.filter { $0.fits == .no && (all || !$0.isElsewhere) }
    guard !barred.isEmpty else { return nil }
    let reasons = barred.compactMap(\.against.first).uniqued()
    let named = reasons.prefix(all ? 9 : 2).joined(separator: "; ")
    let count = barred.count + (offers.contains(where: \.isElsewhere) ? 0 : leftOut)
    let other = !offers.contains { $0.fits != .no } ? "" : count == 1 ? " other" : " others"
    let subject = "\(count)\(other)\(other.isEmpty ? " nearby" : "") \(count == 1 ? "does" : "do") not fit"
    return PlainWords.withLongDates("\(subject): \(named)\(reasons.count > (all ? 9 : 2) ? "; and so on" : "").")
  }

  /// `640 m`, `1.9 km`.
  static func distance(_ metres: Int) -> String {
    guard metres >= 1000 else { return "\(metres)\u{A0}m" }
    let hundreds = (metres + 50) / 100
    return hundreds >= 100 ? "\((hundreds + 5) / 10)\u{A0}km" : "\(hundreds / 10).\(hundreds % 10)\u{A0}km"
  }
}

extension String {
  /// `it is full` without its first words.
  fileprivate var droppingIt: String { hasPrefix("it is ") ? String(dropFirst(6)) : self }
}

/// A package as lines.
struct PackageLines {
  let items: [Advice.PackageItem]
  let all: Bool
  let context: AdviceContext

  var lines: [String] {
    let fitting = items.filter { $0.fits != .no }
    let others = items.filter { $0.fits == .no }
    guard !items.isEmpty else { return [] }
    let named = fitting.map { item in
      let offer = item.offers.first { $0.fits != .no && $0.status != .expired }
      let numbers = context.ask(item.fits == .ask ? offer?.needs ?? [] : []).map { " (\($0))" } ?? ""
      return item.title + (offer.map { " at \($0.title)" } ?? "") + (item.fits == .ask ? numbers.isEmpty ? ", if it fits" : numbers : "")
    }
    let together = named.isEmpty ? [] : ["Together: \(PlainWords.list(named))."]
    return together + others.map { "Not \($0.title): \(PlainWords.withLongDates($0.detail ?? ""))." }.prefix(all ? 50 : 2)
  }
}
