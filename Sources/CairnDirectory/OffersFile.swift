internal import Cairn

/// A start for the `offers:` of a rulebook: one entry a service, with what the directory says and a note of what it does not.
package struct OffersFile {
  /// What an entry needs to know of a service.
  struct Outline {
    var id: String
    var name: String
    var organisation: String?
    var status: LocalService.Status
    var youngest: Int?
    var oldest: Int?
  }

  private let outlines: [Outline]
  private let path: String
  private let support: String
  private let isChosen: Bool

  /// - Parameter support: The type of all offers; nil leaves the choice to whoever edits the file.
  package init(at path: String, support: String?) throws(DirectoryError) {
    var scan = try DirectoryScan(path)
    outlines = Outlines.read(&scan)
    self.path = path
    self.support = support ?? "signposting"
    isChosen = support != nil
  }

  package var isEmpty: Bool { outlines.isEmpty }

  package func draw() -> String {
    let nameable = outlines.filter { Self.isNameable($0.id) }
    let open = nameable.filter { $0.status == .active || $0.status == .unknown }
    let closed = nameable.filter { $0.status == .closedForNow || $0.status == .defunct }
    var text = head(open.count, closed.count)
    var ids: Set<String> = []
    if open.isEmpty { text += "offers: {}\n" } else { text += "offers:\n" }
    for outline in open { text += entry(outline, Self.id(of: outline, &ids)) }
    if !closed.isEmpty { text += "\n  # These do not run at present:\n" }
    for outline in closed {
      text +=
        "  # \(Self.comment(outline.name)): hsds:\(Self.comment(outline.id)), \(outline.status == .defunct ? "defunct" : "closed for now")\n"
    }
    return text
  }

  private func head(_ open: Int, _ closed: Int) -> String {
    var lines = [
      "A start for `offers:`, from the directory \(Self.comment(path)): \(PlainWords.plainCount(open, "service"))"
        + (closed > 0 ? ", and \(closed) that \(closed == 1 ? "does" : "do") not run." : ".")
    ]
    if !isChosen { lines.append("Choose a support type for each: `signposting` only points the way. `cairn plugins` shows what there is.") }
    lines.append("The header of the rulebook names the directory, as `directory: PATH`.")
    lines.append("A directory does not say who is admitted but for ages, nor which places are free, nor how people are let in: add it.")
    return lines.map { "# \($0)\n" }.joined() + "\n"
  }

  private func entry(_ outline: Outline, _ id: String) -> String {
    var lines = ["  # \(Self.comment(outline.name))" + (outline.organisation.map { ", \(Self.comment($0))" } ?? "")]
    lines.append("  \(id):")
    lines.append("    support: \(Self.scalar(support))" + (isChosen ? "" : "  # choose"))
    lines.append("    service: \(Self.scalar("hsds:\(outline.id)"))")
    if outline.status == .unknown { lines.append("    # the directory does not say whether it runs") }
    if let ages = Self.ages(outline) { lines.append("    accepts: {age: \(ages)}") }
    let unknown =
      (outline.youngest == nil && outline.oldest == nil ? ["ages"] : []) + ["area", "access", "mode", "group", "places", "costs"]
    lines.append("    # unknown: \(unknown.joined(separator: ", "))")
    return lines.map { "\($0)\n" }.joined()
  }

  private static func ages(_ outline: Outline) -> String? {
    let parts = [outline.youngest.map { "at-least: \($0)" }, outline.oldest.map { "at-most: \($0)" }].compactMap { $0 }
    return parts.isEmpty ? nil : "{\(parts.joined(separator: ", "))}"
  }
}

// MARK: - Text from outside

extension OffersFile {
  /// The name in lower-case letters, digits and hyphens, with a number where it is taken.
  private static func id(of outline: Outline, _ taken: inout Set<String>) -> String {
    let words = Identifier.made(of: outline.name) ?? Identifier.made(of: "service-\(outline.id)") ?? "service"
    var base = String(words.prefix(48))
    while base.last == "-" { base.removeLast() }
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  /// Whether a rulebook can name a service by this id: YAML has no control characters, however they are written.
  static func isNameable(_ id: String) -> Bool {
    !id.unicodeScalars.contains { Escaping.steers($0) && $0 != "\n" && $0 != "\t" } && InvisibleCharacters.firstHidden(in: id) == nil
  }

  /// For the rest of a comment's line: nothing that steers a terminal, and not without end.
  static func comment(_ text: String) -> String {
    let line = Escaping.terminalLine(text)
    return line.count > 90 ? "\(line.prefix(89))…" : line
  }

  /// One value of YAML, plain where nothing in it could be taken for a sign, else in double quotes.
  static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
      default: false
      }
    }
    if isPlain, text.last != ":", text.first?.isLetter == true { return text }
    var json = JSONWriter()
    json.string(text)
    return json.text
  }
}

/// Reads outlines of all services, and the ages that stand in a table of their own.
private enum Outlines {
  static func read(_ scan: inout DirectoryScan) -> [OffersFile.Outline] {
    let reader = ServiceReader(reader: RecordReader(log: DefectLog(isDeaf: true)))
    var outlines: [OffersFile.Outline] = []
    var places: [String: Int] = [:]
    var organisations: [String: String] = [:]
    var owners: [Int: String] = [:]
    var ages: [String: [Record]] = [:]
    scan.run(DefectLog(isDeaf: true)) { record in
      switch record.kind {
      case .organisation: if let id = record.id { organisations[id] = record.text("name") }
      case .eligibility: if let id = record.text("service_id") { ages[id, default: []].append(record) }
      case .service:
        guard let id = record.id else { return }
        if places[id] == nil {
          places[id] = outlines.count
          outlines.append(OffersFile.Outline(id: id, name: id, status: .unknown))
        }
        guard let index = places[id] else { return }
        if outlines[index].organisation == nil, let owner = record.text("organization_id") { owners[index] = owner }
        fill(&outlines[index], from: record, reader)
      default: return
      }
    }
    for index in outlines.indices {
      if outlines[index].organisation == nil { outlines[index].organisation = owners[index].flatMap { organisations[$0] } }
      if let records = ages[outlines[index].id], outlines[index].youngest == nil, outlines[index].oldest == nil {
        (outlines[index].youngest, outlines[index].oldest) = reader.reader.ages(ofAll: records)
      }
    }
    return outlines
  }

  /// What no earlier record with the id has said.
  private static func fill(_ outline: inout OffersFile.Outline, from record: Record, _ reader: ServiceReader) {
    if outline.name == outline.id, let name = record.text("name") { outline.name = name }
    if outline.status == .unknown, record.text("status") != nil { outline.status = reader.reader.status(record) }
    if outline.organisation == nil { outline.organisation = reader.organisation(of: record)?.text("name") }
    if outline.youngest == nil, outline.oldest == nil {
      (outline.youngest, outline.oldest) = reader.reader.ages(record, record.children(.eligibility))
    }
  }
}
