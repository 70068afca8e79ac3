internal import Cairn

/// How to get in touch.
extension RecordReader {
  func phone(_ record: Record) -> LocalService.Contact? {
    guard let text = text(record, "number") else {
      log.report(.phone, record, "number", "the telephone has no number")
      return nil
    }
    guard text.count(where: \.isNumber) >= 3, text.count <= 60, !text.contains(where: { "<>=|{}\n".contains($0) }) else {
      log.report(.phone, record, "number", "\(shown(text)) is no telephone number")
      return nil
    }
    // Nobody writes to a person by fax.
    if record.text("type")?.lowercased() == "fax" { return nil }
    let part = record.text("extension").map { ", extension \($0)" } ?? ""
    return LocalService.Contact(.telephone, text + part)
  }

  func email(_ record: Record, _ key: String = "email") -> LocalService.Contact? {
    guard var text = text(record, key) else { return nil }
    if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst("mailto:".count)) }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isSound =
      parts.count == 2 && !parts[0].isEmpty && Self.isHost(parts[1]) && !text.contains { $0.isWhitespace || "<>,;".contains($0) }
    guard isSound else {
      log.report(.email, record, key, "\(shown(text)) is no email address")
      return nil
    }
    return LocalService.Contact(.email, text)
  }

  func link(_ record: Record, _ key: String) -> LocalService.Contact? {
    guard let text = text(record, key) else { return nil }
    let lower = text.lowercased()
    let scheme = ["https://", "http://"].first { lower.hasPrefix($0) }
    let rest = text.dropFirst(scheme?.count ?? 0)
    let host = rest.prefix { !"/?#:".contains($0) }
    let hasScheme = scheme != nil
    guard Self.isHost(host), !text.contains(where: \.isWhitespace), hasScheme || !rest.contains(":") else {
      let reason = lower.contains("javascript:") ? "a script, not an address" : "no web address"
      log.report(.link, record, key, "\(shown(text)) is \(reason), and left out")
      return nil
    }
    if !hasScheme { log.report(.link, record, key, "\(shown(text)) does not begin with `https://`; it stands as it is") }
    return LocalService.Contact(.web, text)
  }

  /// A name with a dot inside.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
  }

  /// A person or an office, with numbers of its own. Names of people are left where they are.
  func contact(_ record: Record, _ related: (Record, RecordKind) -> [Record]) -> [LocalService.Contact] {
    related(record, .phone).compactMap(phone) + [email(record)].compactMap { $0 }
  }
}
