import CMeters

@testable import Cairn

/// Text to a bound rule set, beside what libyaml alone does with the same bytes.
struct LoadBenchmark {
  let report: String
  private static let rounds = 9

  init(rules count: Int) {
    let workload = Workload(rules: count, disjunctions: true)
    let files = RulebookText(workload).files
    let megabytes = Double(files.reduce(0) { $0 + $1.bytes.count }) / 1e6
    let before = cmeters_peak_memory()
    if case .failure(let error) = Self.load(files, asOf: workload.asOf) {
      report = "The rulebook cannot be opened:\n\(error)"
      return
    }
    let grown = Double(cmeters_peak_memory() - before) / 1e6
    let stages: [(name: String, seconds: () -> Double)] = [
      ("libyaml's events alone", { Self.seconds { files.map { Self.readEvents($0) } } }),
      ("located nodes", { Self.seconds { files.map { YAMLReader.read($0) } } }),
      ("a declared rulebook", { Self.seconds { Self.declared(files) } }),
      ("a bound rule set", { Self.seconds { Self.load(files, asOf: workload.asOf) } }),
    ]
    // Round by round, so that each is held against what libyaml took right beside it.
    let rounds = (0..<Self.rounds).map { _ in stages.map { $0.seconds() } }
    var table = Table(["\(count.grouped) rules, \(megabytes.shown(1)) MB", "seconds", "MB/s", "of libyaml's rate"])
    for (index, stage) in stages.enumerated() {
      let seconds = Self.median(rounds.map { $0[index] })
      table.add([stage.name, seconds.shown(3), (megabytes / seconds).shown(1), Self.median(rounds.map { $0[0] / $0[index] }).shown(2)])
    }
    report =
      table.markdown + "\n\nLoading raised the peak of memory by \(grown.shown(0)) MB, \((grown / megabytes).shown(1)) times the text."
  }

  /// In seconds of the processor: what else the machine does then hardly counts. Giving back the memory of what came out is no part of it.
  private static func seconds<Value>(_ work: () -> Value) -> Double {
    let start = cmeters_processor_seconds()
    let result = work()
    return withExtendedLifetime(result) { cmeters_processor_seconds() - start }
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func readEvents(_ file: SourceText) -> Int64 {
    file.bytes.withUnsafeBufferPointer { cmeters_yaml_events($0.baseAddress, $0.count) }
  }

  private static func declared(_ files: [SourceText]) -> RulebookDeclaration {
    RulebookReader.read(files.compactMap { YAMLReader.read($0).tree }).declaration
  }

  private static func load(_ files: [SourceText], asOf: CalendarDate) -> Result<(Rulebook, Matcher), RulebookError> {
    do {
      let rulebook = try Rulebook(files: files, supportTypes: [PeerGroup()])
      return .success((rulebook, Matcher(rulebook.ruleSet.ruleRows, asOf: asOf)))
    } catch {
      return .failure(error)
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
