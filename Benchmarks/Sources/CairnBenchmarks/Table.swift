/// A Markdown table that also reads as plain text.
struct Table {
  private let titles: [String]
  private var rows: [[String]] = []

  init(_ titles: [String]) { self.titles = titles }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  var markdown: String {
    let widths = titles.indices.map { column in ([titles] + rows).map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in String(repeating: " ", count: width - cell.count) + cell }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = "| " + widths.map { String(repeating: "-", count: $0 - 1) + ":" }.joined(separator: " | ") + " |"
    return ([line(titles), rule] + rows.map(line)).joined(separator: "\n")
  }
}

extension Double {
  /// With so many decimals.
  func shown(_ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((self * scale).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let rest = "\(scaled % Int(scale))"
    return "\(scaled / Int(scale))." + String(repeating: "0", count: decimals - rest.count) + rest
  }
}

extension Int {
  /// With a comma every three digits.
  var grouped: String {
    let digits = Array("\(self)")
    return digits.indices.map { ((digits.count - $0) % 3 == 0 && $0 > 0 ? "," : "") + String(digits[$0]) }.joined()
  }
}
