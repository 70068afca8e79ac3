extension PopulationDiff {
  /// Rows that may be shown, and the titles of those whose numbers may not.
  struct Table {
    var title: String
    var rows: [Row]
    var withheld: [String]

    /// `Too few to show: under 18, 35 to 49.`
    var inWords: String? { withheld.isEmpty ? nil : "Too few to show: \(withheld.joined(separator: "; "))." }
  }

  /// By kind of support, by step, and by each way to tell people apart; those with nothing in them are left out.
  var tables: [Table] {
    let divided =
      [Group(title: "By step", rows: byStep)] + byGroup.map { Group(title: "By \($0.title.lowercased())", rows: $0.rows) }
    return ([Group(title: "By kind of support", rows: bySupport)] + divided).filter { !$0.rows.isEmpty }.map { group in
      let hidden = withheld(in: group.rows)
      return Table(
        title: group.title, rows: group.rows.filter { !hidden.contains($0.id) },
        withheld: group.rows.filter { hidden.contains($0.id) }.map(\.title))
    }
  }
}
