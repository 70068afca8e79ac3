import CMeters

@testable import Cairn

/// Text to a bound rule set, beside what libyaml alone does with the same bytes.
struct LoadBenchmark {
  let report: String
  private static let rounds = 5

  init(rules count: Int) {
    let workload = Workload(rules: count, disjunctions: true)
    let files = RulebookText(workload).files
    let megabytes = Double(files.reduce(0) { $0 + $1.bytes.count }) / 1e6
    let events = Self.seconds { for file in files { Self.readEvents(file) } }
    let nodes = Self.seconds { for file in files { _ = YAMLReader.read(file) } }
    let before = cmeters_peak_memory()
    var failure: RulebookError?
    let load = Self.seconds { failure = Self.load(files, asOf: workload.asOf) }
    if let failure {
      report = "The rulebook cannot be opened:\n\(failure)"
      return
    }
    let grown = Double(cmeters_peak_memory() - before) / 1e6
    let declared = Self.seconds { _ = Self.declared(files) }
    var table = Table(["\(count.grouped) rules, \(megabytes.shown(1)) MB", "seconds", "MB/s", "of libyaml's rate"])
    for (name, seconds) in [
      ("libyaml's events alone", events), ("located nodes", nodes), ("a declared rulebook", declared), ("a bound rule set", load),
    ] {
      table.add([name, seconds.shown(3), (megabytes / seconds).shown(1), (events / seconds).shown(2)])
    }
    report =
      table.markdown + "\n\nLoading raised the peak of memory by \(grown.shown(0)) MB, \((grown / megabytes).shown(1)) times the text."
  }

  /// The median of a few rounds.
  private static func seconds(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<rounds).map { _ in clock.measure(work).seconds }.sorted()[rounds / 2]
  }

  private static func readEvents(_ file: SourceText) {
    file.bytes.withUnsafeBufferPointer { _ = cmeters_yaml_events($0.baseAddress, $0.count) }
  }

  private static func declared(_ files: [SourceText]) -> RulebookDeclaration {
    RulebookReader.read(files.compactMap { YAMLReader.read($0).tree }).declaration
  }

  private static func load(_ files: [SourceText], asOf: CalendarDate) -> RulebookError? {
    do {
      let rulebook = try Rulebook(files: files, supportTypes: [PeerGroup()])
      _ = Matcher(rulebook.ruleSet.ruleRows, asOf: asOf)
      return nil
    } catch {
      return error
    }
  }
}

/// The least that a rule can suggest.
private struct PeerGroup: SupportType {
  let manifest = SupportManifest(
    id: "peer-group", title: "Peer group", publicName: nil, summary: "", benefits: [], risks: [], formality: .either, shape: .openGroup,
    shapeParameters: [:], unit: .person, verbs: [.introduce], crisis: .continues, crisisNeeds: [], parameters: [], produces: [],
    leadership: nil, costs: [],
    evidence: [], facilitatorsNeed: [], checksNeed: [], texts: [], suits: nil, unless: nil, facts: [], declaredAt: nil, contentHash: "")
}
