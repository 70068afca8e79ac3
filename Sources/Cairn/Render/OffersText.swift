/// What there is near one person, with what speaks for and against each: the last part of an explanation.
struct OffersText {
  let offers: [Advice.Offer]
  let all: Bool

  private static let most = 6

  func draw(on page: inout Page) {
    guard !offers.isEmpty else { return }
    page.gap()
    page.add(.strong("What there is"), note: shown.count < offers.count ? .faint("all \(offers.count): --all") : nil, first: "  ")
    for offer in shown { draw(offer, on: &page) }
  }

  private var shown: [Advice.Offer] { all ? offers : Array(offers.prefix(Self.most)) }

  private func draw(_ offer: Advice.Offer, on page: inout Page) {
    let mark = RuleText.mark(offer.fits == .yes ? .yes : offer.fits == .no ? .no : .unknown)
    let place = offer.distanceMetres.map { ", \(OfferLines.distance($0))" } ?? ""
    let head = StyledText.strong(offer.title) + "\(place), \(PlainWords.withLongDates(offer.standing))" + .faint(" (\(offer.id))")
    page.add(head, note: StyledText.faint(offer.verb.rawValue), first: "  " + mark, rest: "    ")
    let parts = [("for", offer.for), ("against", offer.against), ("ask", offer.ask)]
    for (label, texts) in parts where !texts.isEmpty { add(label, texts.map(PlainWords.withLongDates), on: &page) }
    guard offer.fits != .no else { return }
    if !offer.address.isEmpty { add("where", [offer.address.joined(separator: ", ")], on: &page) }
    if !offer.times.isEmpty { add("when", offer.times, on: &page) }
    if !offer.contacts.isEmpty { add("contact", [offer.contacts.map(\.value).joined(separator: ", ")], on: &page) }
  }

  private func add(_ label: String, _ texts: [String], on page: inout Page) {
    let first = "    " + StyledText.faint(label).padded(to: 9)
    page.add(StyledText(texts.joined(separator: "; ")), first: first, rest: .spaces(13))
  }
}
