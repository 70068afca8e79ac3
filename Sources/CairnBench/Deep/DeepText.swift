package import Cairn

/// What the deep checks say beside their findings: how much one person may get at one step, and what was left open.
package struct DeepText {
  private let checks: DeepChecks
  private let asOf: CalendarDate

  package init(_ checks: DeepChecks, asOf: CalendarDate) {
    self.checks = checks
    self.asOf = asOf
  }

  /// Lines for the end of `check`; empty where there is nothing to say. One suggestion is no load.
  ///
  /// - Parameter all: Whether the person found is shown, ready to paste.
  package func summary(all: Bool) -> String {
    var text = ""
    if let load = checks.load, load.bound > 1 {
      text += words(for: load) + "\n"
      if all { text += "Somebody who gets so many on \(asOf): \(load.somebody.text)\n" }
    }
    if checks.unanswered > 0 {
      text += "Not analysed: \(PlainWords.plainCount(checks.unanswered, "question")) about conditions and pairs of rules.\n"
    }
    return text
  }

  private func words(for load: LoadBound) -> String {
    let place = place(of: load)
    let limits = load.left < load.found ? " `limits` leave \(load.left) of them." : ""
    if load.isExact { return "Most suggestions for one person at one step: \(load.found)\(place); nobody gets more.\(limits)" }
    return "Most suggestions found for one person at one step: \(load.found)\(place); nobody gets more than \(load.bound).\(limits)"
  }

  private func place(of load: LoadBound) -> String {
    guard let pathway = load.pathway, let step = load.step else { return ", at no step in particular" }
    return ", at `\(step)` of `\(pathway)`"
  }
}

extension DeepChecks {
  /// What stands beside the diagnostics as JSON; nil where nothing was looked at. Every key is always there.
  package static func write(_ checks: DeepChecks?, to json: inout JSONWriter) {
    json.field("notAnalysed", checks?.unanswered)
    guard let load = checks?.load else { return json.field("load", nil as String?) }
    json.object("load") { json in
      json.field("pathway", load.pathway)
      json.field("step", load.step)
      json.field("found", load.found)
      json.field("bound", load.bound)
      json.field("exact", load.isExact)
      json.field("afterLimits", load.left)
      let isShown = !load.somebody.isWithheld
      json.field("profile", isShown ? ProfileYAML.flow(load.somebody.profile) : nil)
      json.field("caringFor", isShown ? load.somebody.caringFor.map { ProfileYAML.flow($0) } : nil)
      json.field("withheld", !isShown)
    }
  }
}
